import type { InvitationRecord } from '../../../src/domain/invitation';
import type { InvitationLine } from '../../../src/domain/invitation-answers';
import { DAY, HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

function invitation(changes: Partial<InvitationRecord> = {}): InvitationRecord {
  const at = p.NOW - 9 * DAY;
  return {
    kind: 'invitation',
    id: 'invitation:1',
    partnerId: 'partner',
    format: 1,
    company: 'Fabrikam Ltd',
    by: [
      {
        person: { id: 'ana', name: 'Ana Kovač' },
        first: at,
        at,
        conversationId: 'a:1',
        language: 'en',
        timeZone: 'UTC',
      },
    ],
    state: 'waiting',
    notIt: [],
    told: [],
    reminded: 0,
    ...changes,
  };
}

const line = (changes: Partial<InvitationRecord> = {}, provider?: string): InvitationLine => ({
  invitation: invitation(changes),
  ...(provider === undefined ? {} : { provider }),
});
const base = { days: [3, 10], near: [], now: p.NOW } as const;
const [inviter] = invitation().by;
const later = { ...inviter!, person: { id: 'ben', name: 'Ben O’Hara' }, at: p.NOW - HOUR, first: p.NOW - HOUR };
const news = { inviter: inviter!, now: p.NOW } as const;
const LINK = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1';

const TOOK = { from: p.NOW - 9 * DAY, to: p.NOW - 3 * DAY, zone: 'UTC' };
const NORDWIND = { id: 'p2', name: 'Nordwind' };
const AMONG = [
  { id: 'p1', name: 'Südwind', accepted: true },
  { ...NORDWIND, accepted: false },
];

export function invitationSamples(views: Views): readonly Sample[] {
  const { invitedView, uninvitedView, invitedManyView, uninvitedManyView } = views;
  const { endingsView, invitationsView, invitationNewsView, followUpView, inviteView } = views;
  const followUp = { line: line(), language: 'de', country: 'DE', link: LINK, now: p.NOW } as const;
  return [
    sample('choices', 'what ends', (s) =>
      endingsView(
        {
          lines: [
            { ending: { accountId: p.ACCOUNT, what: 'agreement' }, account: p.line() },
            { ending: { accountId: p.ACCOUNT, what: 'admin', at: p.NOW + 6 * DAY }, account: p.line() },
            { ending: { accountId: p.ACCOUNT, what: 'subscription', at: p.NOW + 20 * DAY }, account: p.line() },
          ],
          total: 15,
          now: p.NOW,
          from: p.NOW,
          to: p.NOW + 60 * DAY,
        },
        s,
      ),
    ),
    sample('choices', 'what ends, of most accounts not known', (s) =>
      endingsView(
        { lines: [], total: 0, now: p.NOW, from: p.NOW, to: p.NOW + DAY, unknown: { 'not-looked-up': 12 } },
        s,
      ),
    ),
    sample('message', 'invited', (s) => invitedView({ answer: 'noted', line: line(), begun: 'begun', ...base }, s)),
    sample('message', 'invited again by somebody else', (s) =>
      invitedView(
        { answer: 'noted', line: line({ by: [later, inviter!] }, 'Nordwind DE'), begun: 'again', ...base },
        s,
      ),
    ),
    sample('choices', 'invited, a near one is there', (s) =>
      invitedView(
        {
          answer: 'noted',
          line: line(),
          begun: 'begun',
          ...base,
          near: [{ name: 'Fabrikam Residences', accountId: p.ACCOUNT }],
        },
        s,
      ),
    ),
    sample('message', 'invited, and accepted since', (s) =>
      invitedView({ answer: 'answered', account: p.line(), took: TOOK }, s),
    ),
    ...(['ahead', 'no-such-day'] as const).map((why) =>
      sample('message', `invited on a day that is none, ${why}`, (s) => invitedView({ answer: 'no-day', why }, s)),
    ),
    sample('message', 'invited, and accepted before', (s) =>
      invitedView(
        {
          answer: 'accepted-already',
          company: 'Contoso',
          account: p.line(),
          others: [{ id: 'p2', name: 'Nordwind AT' }],
        },
        s,
      ),
    ),
    sample('message', 'invited for nobody', (s) =>
      invitedView({ answer: 'no-such-provider', words: 'Sudwind', providers: ['Nordwind DE', 'Nordwind AT'] }, s),
    ),
    sample('message', 'too many invitations', (s) =>
      invitedView({ answer: 'refused', company: 'Contoso', why: 'full', most: 5000 }, s),
    ),
    sample('choices', 'several invited', (s) =>
      invitedManyView(
        [
          { company: 'Fabrikam Ltd', answer: { answer: 'noted', line: line(), begun: 'begun', ...base } },
          {
            company: 'Wingtip Toys',
            answer: { answer: 'noted', line: line({ company: 'Wingtip Toys' }), begun: 'already', ...base },
          },
          {
            company: 'contoso',
            answer: { answer: 'accepted-already', company: 'contoso', account: p.line(), others: [] },
          },
          { company: 'x'.repeat(130), answer: { answer: 'refused', company: 'x', why: 'too-long', most: 120 } },
        ],
        s,
      ),
    ),
    sample('choices', 'invitations', (s) =>
      invitationsView(
        {
          lines: [
            line({}, 'Nordwind DE'),
            line({ id: 'invitation:2', company: 'wingtiptoys.com' }),
            line({ id: 'invitation:3', company: 'Litware', by: [later] }),
          ],
          offset: 0,
          total: 14,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('choices', 'invitations of one person', (s) =>
      invitationsView(
        {
          lines: [line()],
          offset: 0,
          total: 1,
          only: { by: { by: 'Tom', olderDays: 7, period: 'last_month' }, others: 13 },
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('choices', 'no invitations', (s) => invitationsView({ lines: [], offset: 0, total: 0, now: p.NOW }, s)),
    sample('message', 'invitation no longer waited for', (s) =>
      uninvitedView({ answer: 'withdrawn', companies: ['Fabrikam Ltd'], ids: ['invitation:1'] }, s),
    ),
    sample('choices', 'which invitation', (s) =>
      uninvitedView({ answer: 'not-invited', company: 'Fabrik', near: [line()], now: p.NOW }, s),
    ),
    sample('message', 'no such invitation', (s) =>
      uninvitedView({ answer: 'not-invited', company: 'Fabrik', near: [], now: p.NOW }, s),
    ),
    sample('message', 'invitation goes on', (s) => uninvitedView({ answer: 'goes-on', line: line(), now: p.NOW }, s)),
    sample('choices', 'several no longer waited for', (s) =>
      uninvitedManyView(
        [
          { company: 'Fabrikam', answer: { answer: 'withdrawn', companies: ['Fabrikam Ltd'], ids: ['invitation:1'] } },
          { company: 'Nobody', answer: { answer: 'not-invited', company: 'Nobody', near: [], now: p.NOW } },
        ],
        s,
      ),
    ),
    sample('message', 'invitation accepted', (s) =>
      invitationNewsView(
        {
          ...news,
          news: 'accepted',
          line: line({ accepted: { accountId: p.ACCOUNT, at: p.NOW - HOUR } }),
          picture: p.picture(),
        },
        s,
      ),
    ),
    sample('message', 'invitation, is it the one', (s) =>
      invitationNewsView({ ...news, news: 'asked', line: line(), picture: p.picture() }, s),
    ),
    sample('message', 'invitation, accepted something else', (s) =>
      invitationNewsView({ ...news, news: 'otherwise', line: line(), picture: p.picture() }, s),
    ),
    sample('invite', 'reminder', (s) => invitationNewsView({ ...news, news: 'reminder', line: line(), followUp }, s)),
    sample('invite', 'follow up without the link', (s) =>
      followUpView({ line: line(), language: 'en', now: p.NOW }, s),
    ),
    sample('invite', 'follow up, for which provider was not said', (s) =>
      followUpView({ line: line(), language: 'en', whose: 'not-said', now: p.NOW }, s),
    ),
    sample('invite', 'for one of several providers', (s) =>
      inviteView({ answer: 'link', link: LINK, company: 'Fabrikam Ltd', provider: NORDWIND, now: p.NOW }, s),
    ),
    sample('invite', 'for one of several providers, and nobody in particular', (s) =>
      inviteView({ answer: 'link', link: LINK, provider: NORDWIND, now: p.NOW }, s),
    ),
    sample('choices', 'invitation, for which provider', (s) =>
      inviteView({ answer: 'which-provider', company: 'Fabrikam Ltd', among: AMONG }, s),
    ),
    sample('choices', 'invitation of nobody in particular, for which provider', (s) =>
      inviteView({ answer: 'which-provider', among: AMONG }, s),
    ),
    sample('message', 'invitation, for a provider without a link', (s) =>
      inviteView({ answer: 'no-such-provider', words: 'Ingram', providers: ['Nordwind', 'Südwind'] }, s),
    ),
    sample('invite', 'invited before', (s) =>
      inviteView({ answer: 'link', link: LINK, company: 'Fabrikam Ltd', invited: [line()], now: p.NOW }, s),
    ),
  ];
}
