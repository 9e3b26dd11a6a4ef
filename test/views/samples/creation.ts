import type { CreationForm } from '../../../src/domain/creation-answer';
import type { Creation } from '../../../src/domain/creation';
import { HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const OPEN = p.picture({}, { verdict: 'nothing-fits', candidates: [], creates: 'service' });

const FORM: CreationForm = {
  picture: OPEN,
  details: {
    name: 'Contoso Maschinenbau GmbH',
    website: 'https://contoso-mb.de',
    mail: 'einkauf@contoso-mb.de',
    phone: '+49 421 123456',
    contact: 'Petra Lang',
    street: 'Werftstraße 12',
    postcode: '28217',
    city: 'Bremen',
    country: 'Germany',
  },
  from: 'provider',
  source: 'partner-center',
  withoutPeople: false,
  near: [],
  underWay: [],
  asked: false,
};

const CREATION: Creation = {
  id: 'c-new',
  details: FORM.details,
  by: { id: 'ana', name: 'Ana Kovač' },
  at: p.NOW,
  decisionId: 'click',
  state: 'owed',
  attempts: 0,
};

const withCreation = (changes: Partial<Creation>) =>
  p.picture({ creation: { ...CREATION, ...changes } }, { verdict: 'nothing-fits', candidates: [], creates: 'service' });

const ON_IT = { by: p.TOM.person, at: p.NOW - 2 * HOUR, until: p.NOW + HOUR };

export function creationSamples({ creationView, accountView }: Views): readonly Sample[] {
  return [
    sample('create', 'form', (s) => creationView({ answer: 'form', form: FORM }, s)),
    sample('create', 'somebody near', (s) =>
      creationView(
        {
          answer: 'form',
          form: {
            ...FORM,
            from: 'typed',
            near: p.CANDIDATES.slice(0, 2),
            underWay: [{ creationId: 'c', customer: 'Contoso', account: 'Contoso Nord', by: 'Tom Wieland' }],
            asked: true,
          },
        },
        s,
      ),
    ),
    sample('create', 'without people', (s) =>
      creationView(
        { answer: 'form', form: { ...FORM, details: { name: 'Contoso' }, from: 'failed', withoutPeople: true } },
        s,
      ),
    ),
    sample('create', 'line of a file', (s) =>
      creationView({ answer: 'line', picture: OPEN, line: { text: 'K-1,"Contoso, Ltd",contoso.com,Bremen,DE' } }, s),
    ),
    sample('message', 'no line of a file', (s) =>
      creationView(
        {
          answer: 'line',
          picture: OPEN,
          line: {
            trouble: {
              source: 'customer-file',
              kind: 'misconfigured',
              detail: 'the customer file cannot be read',
              remedy: 'DIRECTORY_FILE must name a file that this process may read.',
            },
          },
        },
        s,
      ),
    ),
    sample('account', 'open, somebody is on it', (s) =>
      accountView(p.picture({ assignment: ON_IT }), s, { unfolded: true }),
    ),
    sample('account', 'nothing fits, a customer can be created', (s) => accountView(OPEN, s)),
    sample('account', 'customer being created', (s) =>
      creationView({ answer: 'started', picture: withCreation({}) }, s),
    ),
    sample('account', 'customer being created, in trouble', (s) =>
      creationView({ answer: 'under-way', picture: withCreation({ begun: p.NOW, lastError: 'HTTP 503' }) }, s),
    ),
    ...(['duplicate', 'no-right', 'person', 'data', 'off'] as const).map((kind) =>
      sample('account', `customer refused: ${kind}`, (s) =>
        accountView(
          withCreation({
            state: 'refused',
            refusal: {
              kind,
              ...(kind === 'duplicate' ? { like: [{ id: p.CONTOSO.id, name: p.CONTOSO.name }] } : {}),
              ...(kind === 'no-right' ? { words: 'prvCreateaccount' } : {}),
              ...(kind === 'data' ? { words: 'An account needs an account number.' } : {}),
            },
          }),
          s,
        ),
      ),
    ),
    sample('account', 'creation given up', (s) => creationView({ answer: 'given-up', picture: OPEN }, s)),
    sample('account', 'creation too late', (s) =>
      creationView({ answer: 'too-late', picture: withCreation({ begun: p.NOW }) }, s),
    ),
    sample('account', 'creation not here', (s) =>
      creationView({ answer: 'not-here', why: 'lacking', picture: OPEN }, s),
    ),
    sample('account', 'creation of a mapped one', (s) =>
      creationView({ answer: 'decided', picture: p.picture(p.mapped()) }, s),
    ),
  ];
}
