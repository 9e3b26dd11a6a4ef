import { cancelledView } from '../../../src/views/talk/small-talk';
import { refusedActionView } from '../../../src/views/talk/trouble';
import { DAY } from '../../../src/domain/time';
import { ENTRIES, LINK } from './given';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const reminded = p.watch({
  query: 'Contoso Maschinenbau',
  since: p.NOW - 3 * DAY,
  reminder: { at: p.NOW },
});

export function deedSamples(views: Views): readonly Sample[] {
  const { inviteView, mapProposalView, searchView, greetingView, watchView, watchNoticeView, whoMappedView } = views;
  const { invitationsWatchedView } = views;
  return [
    sample('invite', 'for a company', (s) =>
      inviteView({ answer: 'link', now: p.NOW, link: LINK, company: 'Fabrikam' }, s),
    ),
    sample('invite', 'accepted already', (s) =>
      inviteView({ answer: 'link', now: p.NOW, link: LINK, company: 'Contoso', alreadyAccepted: p.line() }, s),
    ),
    sample('invite', 'a near one has accepted', (s) =>
      inviteView(
        {
          answer: 'link',
          now: p.NOW,
          link: LINK,
          company: 'Contoso Pharma',
          near: [{ name: 'Contoso Maschinenbau', accountId: p.ACCOUNT }],
        },
        s,
      ),
    ),
    sample('message', 'no invitation link', (s) =>
      inviteView({ answer: 'no-link', trouble: { source: 'partner-center', kind: 'unreachable', detail: '' } }, s),
    ),
    sample('map-confirm', 'open account', (s) =>
      mapProposalView(
        {
          answer: 'confirm',
          picture: p.picture(),
          customer: p.CONTOSO_AT,
          evidence: p.CANDIDATES[1]!.evidence,
          doubts: [{ doubt: 'fits', customer: p.CONTOSO }],
        },
        s,
      ),
    ),
    sample('map-confirm', 'parts of both names', (s) =>
      mapProposalView(
        {
          answer: 'confirm',
          picture: p.picture(),
          customer: p.CONTOSO,
          evidence: p.reasons,
          taken: { taken: 'assumed', query: 'contoso' },
          goingBy: 'contoso',
          doubts: [],
        },
        s,
      ),
    ),
    sample('map-confirm', 'mapped already', (s) =>
      mapProposalView(
        { answer: 'confirm', picture: p.picture(p.mapped()), customer: p.CONTI, evidence: [], doubts: [] },
        s,
      ),
    ),
    sample('choices', 'which customer', (s) =>
      mapProposalView(
        { answer: 'which-customer', account: p.line(), query: 'contoso', choices: [p.CONTOSO, p.CONTOSO_AT] },
        s,
      ),
    ),
    sample('choices', 'no such customer', (s) =>
      mapProposalView(
        {
          answer: 'no-customer',
          account: p.line(),
          query: 'contso',
          near: [{ name: p.CONTOSO.name, customerId: p.CONTOSO.id }],
        },
        s,
      ),
    ),
    sample('search', 'found', (s) =>
      searchView(
        { picture: p.picture(), query: 'conto', near: false, found: p.CANDIDATES, offset: 5, total: 30, more: false },
        s,
      ),
    ),
    sample('search', 'nothing found', (s) =>
      searchView({ picture: p.picture(), query: 'xyzzy', near: false, found: [], offset: 0, total: 0, more: false }, s),
    ),
    sample('message', 'who mapped it', (s) =>
      whoMappedView({ answer: 'mapped', account: p.line({ state: 'mapped' }), picture: p.picture(p.mapped()) }, s),
    ),
    sample('message', 'watching, a near one is there', (s) =>
      watchView(
        {
          answer: 'watching',
          watch: p.watch(),
          begun: 'begun',
          inPerson: true,
          near: [{ name: 'Contoso Handel', accountId: p.ACCOUNT }],
        },
        s,
      ),
    ),
    sample('message', 'watching is not needed', (s) =>
      watchView(
        {
          answer: 'accepted-already',
          query: 'contoso',
          account: p.line(),
          taken: { taken: 'assumed', query: 'contoso' },
        },
        s,
      ),
    ),
    sample('choices', 'which watch', (s) =>
      watchView({ answer: 'was-not-watching', query: 'Contoso', near: [p.watch()], others: [p.watch().query] }, s),
    ),
    sample('message', 'no longer watching', (s) => watchView({ answer: 'stopped', queries: [p.watch().query] }, s)),
    sample('message', 'watching', (s) =>
      watchView({ answer: 'watching', watch: p.watch(), begun: 'begun', inPerson: true }, s),
    ),
    sample('message', 'watching, told here from now on', (s) =>
      watchView({ answer: 'watching', watch: p.watch(), begun: 'moved', inPerson: false }, s),
    ),
    sample('message', 'watch fired', (s) =>
      watchNoticeView({ news: 'fired', watch: p.watch(), picture: p.picture() }, s),
    ),
    sample('message', 'is this the one', (s) =>
      watchNoticeView({ news: 'asked', watch: p.watch(), picture: p.picture() }, s),
    ),
    sample('message', 'personal reminder', (s) =>
      watchNoticeView({ news: 'reminder', watch: reminded, picture: p.picture() }, s),
    ),
    sample('message', 'personal reminder of nobody known', (s) =>
      watchNoticeView({ news: 'reminder', watch: reminded }, s),
    ),
    sample('message', 'to be reminded', (s) => watchView({ answer: 'reminding', watch: reminded, inPerson: true }, s)),
    sample('message', 'several invitations watched', (s) =>
      invitationsWatchedView({ answer: 'too-many', wanted: 48, running: 3, most: 50 }, s),
    ),
    sample('message', 'week of silence', (s) => watchNoticeView({ news: 'silence', watch: p.watch() }, s)),
    sample('message', 'old button', (s) => refusedActionView('other-format', s, p.ACCOUNT)),
    sample('message', 'hello', (s) => greetingView({ name: 'Ana', entries: ENTRIES }, s)),
    sample('message', 'cancelled', (s) => cancelledView(s)),
  ];
}
