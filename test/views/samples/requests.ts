import { HOUR } from '../../../src/domain/time';
import type { Request } from '../../../src/domain/request';
import { requestBanner, requestNews } from '../../../src/views/account/request';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const REQUEST: Request = {
  id: 'r1',
  by: p.ANA.person,
  to: p.TOM.person,
  at: p.NOW - HOUR,
  until: p.NOW + HOUR,
  where: 'chat',
};
const passed = { ...REQUEST, end: { how: 'passed', at: p.NOW } } as const;

export function requestSamples({ accountView, nobodyAskedView, whomToAskView }: Views): readonly Sample[] {
  const asked = p.picture({ request: REQUEST });
  const told = (request: Request, role: 'asking' | 'answer', reader: string) =>
    sample('account', `open, ${role} ${request.end?.how ?? 'waits'}`, (s) => {
      const picture = p.picture({ request });
      const banner = requestNews(picture.record, role, s);
      return accountView(picture, s, { reader, ...(banner === undefined ? {} : { banner }) });
    });
  return [
    told(REQUEST, 'asking', 'tom'),
    told(passed, 'answer', 'ana'),
    sample('account', 'open, a colleague is asked', (s) =>
      accountView(asked, s, {
        unfolded: true,
        reader: 'ana',
        banner: requestBanner({ answer: 'asked', picture: asked }, 'asker', s),
      }),
    ),
    sample('choices', 'whom to ask', (s) =>
      whomToAskView({ record: asked.record, people: [p.ANA.person, p.TOM.person] }, s),
    ),
    sample('choices', 'which colleague', (s) =>
      nobodyAskedView({ why: { nobody: 'several', said: 'Tom', people: [p.TOM.person] }, record: asked.record }, s),
    ),
    sample('message', 'a colleague without a chat', (s) =>
      nobodyAskedView({ why: { nobody: 'no-chat', person: p.TOM.person }, record: asked.record }, s),
    ),
    sample('message', 'a colleague whom nobody knows', (s) =>
      nobodyAskedView({ why: { nobody: 'unknown', said: 'Nadia' }, record: asked.record }, s),
    ),
  ];
}
