import type { Message } from '../../src/courier';
import type { DecisionAnswer } from '../../src/domain/answers';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { accountView as accountViewOf } from '../../src/views/account';
import { boardView as boardViewOf } from '../../src/views/board';
import { decisionView as decisionViewOf } from '../../src/views/decision';
import { healthView as healthViewOf } from '../../src/views/health';
import { helpView as helpViewOf } from '../../src/views/help';
import { historyView as historyViewOf } from '../../src/views/history';
import { holdingsView as holdingsViewOf } from '../../src/views/holdings';
import { inviteView as inviteViewOf } from '../../src/views/invite';
import { listView as listViewOf } from '../../src/views/list';
import { mapProposalView as mapProposalViewOf } from '../../src/views/map-proposal';
import { namesView as namesViewOf } from '../../src/views/names';
import { notUnderstoodView as notUnderstoodViewOf } from '../../src/views/not-understood';
import { searchView as searchViewOf } from '../../src/views/search';
import { settingsView as settingsViewOf } from '../../src/views/settings';
import { cancelledView, greetingView as greetingViewOf } from '../../src/views/small-talk';
import type { Speech } from '../../src/views/speech';
import { statusView as statusViewOf } from '../../src/views/status';
import { refusedActionView } from '../../src/views/trouble';
import { watchView as watchViewOf } from '../../src/views/watch';
import { watchNoticeView as watchNoticeViewOf } from '../../src/views/watch-notice';
import { welcomeView as welcomeViewOf } from '../../src/views/welcome';
import { whoMappedView as whoMappedViewOf } from '../../src/views/who-mapped';
import * as p from './pictures';

/** One message of one view: which card draws it, under which name its sample stands, and how it comes about. */
export interface Sample {
  readonly card: string;
  readonly variant: string;
  readonly draw: (speech: Speech) => Message;
}

const sample = (card: string, variant: string, draw: Sample['draw']): Sample => ({ card, variant, draw });

const ENTRIES = [
  { example: 'is Contoso accepted?', summary: 'Tells whether a company has accepted, since when, and what comes next' },
  { example: 'what is unmapped?', summary: 'Lists what waits for a customer, or who accepted lately' },
  { example: 'watch contoso.com', summary: 'Tells you when a company accepts' },
  { example: 'map Contoso to Contoso GmbH', summary: 'Maps an account to a customer, after you confirm' },
  { example: 'invite Contoso', summary: 'Gives the invitation text to send to a customer' },
  { example: 'history Contoso', summary: 'Tells the whole story of an account' },
];

const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=b7d1c8f2-3e54-4a89-9c10-5f2e7d6a8b43&msppId=0&DAP=false';

const decided = (answer: DecisionAnswer['answer'], more: object = {}): DecisionAnswer =>
  ({ answer, picture: p.picture(p.mapped()), decision: p.PICKED, ...more }) as DecisionAnswer;

const CONFLICT = p.picture(
  p.mapped({ state: 'conflict', theirs: { id: p.CONTOSO_AT.id, name: p.CONTOSO_AT.name, by: 'Billing sync' } }),
);

const ENDED = p.picture({
  ...p.mapped(),
  acceptance: {
    ...p.ACCEPTED,
    reseller: {
      state: 'ended',
      since: { at: p.NOW - 90 * DAY, basis: 'before-first-look' },
      endedSeenAt: p.NOW - DAY,
      checkedAt: p.NOW - MINUTE,
      source: 'partner-center',
    },
  },
});

const IGNORED = p.picture({
  mapping: { state: 'ignored', by: p.TOM, at: p.NOW - HOUR, decisionId: 'd-1' },
  decisions: [{ id: 'd-1', at: p.NOW - HOUR, by: p.TOM, verdict: 'ignored', before: { state: 'open' } }],
});

/** Changes the values that views are given, for example so that every name is a hostile one. */
export type Wash = <T>(value: T) => T;

export function samplesWith(wash: Wash): readonly Sample[] {
  const washed =
    <Answer, Rest extends unknown[]>(view: (answer: Answer, speech: Speech, ...rest: Rest) => Message) =>
    (answer: Answer, speech: Speech, ...rest: Rest): Message =>
      view(wash(answer), speech, ...rest);
  const accountView = washed(accountViewOf);
  const boardView = washed(boardViewOf);
  const decisionView = washed(decisionViewOf);
  const healthView = washed(healthViewOf);
  const helpView = washed(helpViewOf);
  const historyView = washed(historyViewOf);
  const holdingsView = washed(holdingsViewOf);
  const inviteView = washed(inviteViewOf);
  const listView = washed(listViewOf);
  const mapProposalView = washed(mapProposalViewOf);
  const namesView = washed(namesViewOf);
  const notUnderstoodView = washed(notUnderstoodViewOf);
  const searchView = washed(searchViewOf);
  const settingsView = washed(settingsViewOf);
  const greetingView = washed(greetingViewOf);
  const statusView = washed(statusViewOf);
  const watchView = washed(watchViewOf);
  const watchNoticeView = washed(watchNoticeViewOf);
  const welcomeView = washed(welcomeViewOf);
  const whoMappedView = washed(whoMappedViewOf);

  const accounts: readonly Sample[] = [
    sample('account', 'open, one fits', (s) => accountView(p.picture(), s)),
    sample('account', 'open, several fit', (s) =>
      accountView(
        p.picture(
          { acceptance: { ...p.ACCEPTED, admin: { state: 'none', checkedAt: p.NOW - HOUR, source: 'graph' } } },
          {
            verdict: 'one-of-these',
            candidates: [
              ...p.CANDIDATES,
              p.candidate({ id: 'c-4', name: 'Maschinenbau Contoso Süd AG & Co. KG', city: 'Ulm', country: 'DE' }, 0.2),
              p.candidate({ id: 'c-5', name: 'CMB Holding', number: 'AC-31077' }, 0.1, [
                { code: 'acronym', side: 'for', weight: 0.9, acronym: 'CMB' },
                { code: 'already-mapped', side: 'against', weight: -0.5, count: 2 },
              ]),
            ],
          },
        ),
        s,
      ),
    ),
    sample('account', 'open, nothing fits', (s) =>
      accountView(
        p.picture({ acceptance: p.UNKNOWN }, { verdict: 'nothing-fits', candidates: [], freshness: p.TROUBLED }),
        s,
      ),
    ),
    sample('account', 'open, typeahead', (s) => accountView(p.picture(), s, { typeahead: true })),
    sample('account', 'mapped', (s) => accountView(p.picture(p.mapped()), s)),
    sample('account', 'mapped, just now', (s) => decisionView(decided('decided'), s)),
    sample('account', 'taken by somebody else', (s) => decisionView(decided('taken'), s)),
    sample('account', 'not allowed', (s) =>
      decisionView(decided('not-allowed', { why: 'guest', picture: p.picture() }), s),
    ),
    sample('account', 'not a customer', (s) => accountView(IGNORED, s)),
    sample('account', 'contradicted', (s) => accountView(CONFLICT, s)),
    sample('account', 'ended', (s) => accountView(ENDED, s)),
    sample('status', 'accepted, open', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: p.picture() }, s),
    ),
    sample('status', 'accepted, mapped', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: p.picture(p.mapped()) }, s),
    ),
    sample('status', 'could not look', (s) =>
      statusView(
        {
          answer: 'account',
          query: 'contoso',
          picture: p.picture({ acceptance: p.UNKNOWN }, { freshness: p.TROUBLED }),
        },
        s,
      ),
    ),
    sample('status', 'ended', (s) => statusView({ answer: 'account', query: 'contoso', picture: ENDED }, s)),
    sample('choices', 'which account', (s) =>
      statusView({ answer: 'which', query: 'contoso', choices: p.lines(4), more: 3 }, s),
    ),
    sample('not-listed', 'known customer', (s) =>
      statusView(
        {
          answer: 'not-listed',
          query: 'fabrikam',
          customer: { id: 'c9', name: 'Fabrikam Holding AG' },
          near: [
            { name: 'Fabricam SA', accountId: p.ACCOUNT },
            { name: 'Fabrik Amsterdam BV', customerId: 'c-77' },
          ],
          invitation: LINK,
          askedLive: true,
          freshness: p.FRESH,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('not-listed', 'own copy only', (s) =>
      statusView(
        { answer: 'not-listed', query: 'fabrikam', near: [], askedLive: false, freshness: p.TROUBLED, now: p.NOW },
        s,
      ),
    ),
    sample('message', 'cannot tell', (s) =>
      statusView({ answer: 'cannot-tell', query: 'fabrikam', freshness: p.TROUBLED, now: p.NOW }, s),
    ),
  ];

  const listings: readonly Sample[] = [
    sample('list', 'first page', (s) =>
      listView(
        {
          what: 'pending',
          lines: p.lines(8),
          total: 21,
          awaited: [{ query: 'fabrikam.com', by: 'Ana Kovač', since: p.NOW - 5 * DAY }],
          offset: 0,
          freshness: p.FRESH,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('list', 'accepted this week', (s) =>
      listView(
        {
          what: 'accepted',
          period: { name: 'this_week', from: p.NOW - 2 * DAY, to: p.NOW },
          lines: [
            p.line({ state: 'mapped', customer: { id: p.CONTOSO.id, name: p.CONTOSO.name } }),
            p.line({ name: 'Tailspin Toys', domain: 'tailspintoys.com' }),
          ],
          total: 2,
          offset: 0,
          freshness: p.TROUBLED,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('list', 'empty', (s) =>
      listView({ what: 'unmapped', lines: [], total: 0, offset: 0, freshness: p.FRESH, now: p.NOW }, s),
    ),
    sample('board', 'some open', (s) =>
      boardView(
        {
          open: 38,
          oldest: p.lines(8).map(({ accountId, name, firstSeenAt }) => ({ accountId, name, since: firstSeenAt })),
        },
        s,
      ),
    ),
    sample('board', 'empty', (s) => boardView({ open: 0, oldest: [] }, s)),
    sample('holdings', 'subscriptions', (s) =>
      holdingsView(
        {
          what: 'subscriptions',
          account: p.line(),
          rows: [
            {
              name: 'Microsoft 365 Business Premium',
              detail: {
                quantity: 25,
                status: 'active',
                term: 'P1Y',
                billing: 'monthly',
                endsAt: p.NOW + 264 * DAY,
                autoRenews: true,
              },
            },
            {
              name: 'Exchange Online (Plan 1)',
              detail: { quantity: 4, status: 'active', autoRenews: false, seats: 4 },
            },
            { name: 'Power BI Pro', detail: { quantity: 1, status: 'suspended' } },
          ],
          total: 3,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('holdings', 'could not look', (s) =>
      holdingsView(
        {
          what: 'users',
          account: p.line(),
          rows: [],
          total: 0,
          trouble: { source: 'partner-center', kind: 'throttled', detail: '429' },
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('history', 'one account', (s) =>
      historyView(
        {
          account: p.line(),
          appearedAt: p.NOW - 2 * DAY,
          entries: [
            {
              account: p.line(),
              decision: {
                id: 'd-0',
                at: p.NOW - DAY,
                by: p.TOM,
                verdict: 'mapped',
                customer: { id: p.CONTOSO_AT.id, name: p.CONTOSO_AT.name },
                evidence: p.CANDIDATES[1]!.evidence,
                before: { state: 'open' },
              },
            },
            {
              account: p.line(),
              decision: {
                id: 'd-1',
                at: p.NOW - HOUR,
                by: p.ANA,
                verdict: 'undone',
                customer: { id: p.CONTOSO_AT.id, name: p.CONTOSO_AT.name },
                before: { state: 'open' },
                undoes: 'd-0',
              },
            },
            { account: p.line(), decision: p.PICKED },
          ],
          more: 0,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('history', 'of a time', (s) =>
      historyView(
        {
          period: { name: 'yesterday', from: p.NOW - DAY, to: p.NOW },
          entries: [{ account: p.line(), decision: p.PICKED }],
          more: 4,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('choices', 'names', (s) =>
      namesView(
        {
          names: [
            {
              accountId: p.ACCOUNT,
              name: 'FBK',
              customer: { id: 'f', name: 'Fabrikam Holding AG' },
              by: 'Ana Kovač',
              at: p.NOW - 9 * DAY,
            },
            {
              accountId: p.ACCOUNT,
              name: 'Contoso Maschinenbau',
              customer: p.CONTOSO,
              by: 'Tom Wieland',
              at: p.NOW - DAY,
            },
          ],
          forgotten: { name: 'Conti', customer: p.CONTI },
          total: 2,
        },
        s,
      ),
    ),
    sample('choices', 'watches', (s) =>
      watchView(
        {
          answer: 'list',
          watches: [p.watch(), p.watch({ id: 'watch:2', query: 'Tailspin Toys', state: 'asked' })],
          now: p.NOW,
        },
        s,
      ),
    ),
  ];

  const deeds: readonly Sample[] = [
    sample('invite', 'for a company', (s) => inviteView({ answer: 'link', link: LINK, company: 'Fabrikam' }, s)),
    sample('invite', 'accepted already', (s) =>
      inviteView({ answer: 'link', link: LINK, company: 'Contoso', alreadyAccepted: p.line() }, s),
    ),
    sample('message', 'no invitation link', (s) =>
      inviteView({ answer: 'no-link', trouble: { source: 'partner-center', kind: 'unreachable', detail: '' } }, s),
    ),
    sample('map-confirm', 'open account', (s) =>
      mapProposalView(
        { answer: 'confirm', picture: p.picture(), customer: p.CONTOSO_AT, evidence: p.CANDIDATES[1]!.evidence },
        s,
      ),
    ),
    sample('map-confirm', 'mapped already', (s) =>
      mapProposalView({ answer: 'confirm', picture: p.picture(p.mapped()), customer: p.CONTI, evidence: [] }, s),
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
    sample('search', 'found', (s) => searchView({ picture: p.picture(), query: 'conto', found: p.CANDIDATES }, s)),
    sample('search', 'nothing found', (s) => searchView({ picture: p.picture(), query: 'xyzzy', found: [] }, s)),
    sample('message', 'who mapped it', (s) =>
      whoMappedView({ answer: 'mapped', account: p.line({ state: 'mapped' }), picture: p.picture(p.mapped()) }, s),
    ),
    sample('message', 'watching', (s) => watchView({ answer: 'watching', watch: p.watch(), already: false }, s)),
    sample('message', 'watch fired', (s) =>
      watchNoticeView({ news: 'fired', watch: p.watch(), picture: p.picture() }, s),
    ),
    sample('message', 'is this the one', (s) =>
      watchNoticeView({ news: 'asked', watch: p.watch(), picture: p.picture() }, s),
    ),
    sample('message', 'week of silence', (s) => watchNoticeView({ news: 'silence', watch: p.watch() }, s)),
    sample('message', 'old button', (s) => refusedActionView('other-format', s, p.ACCOUNT)),
    sample('message', 'hello', (s) => greetingView({ name: 'Ana', entries: ENTRIES }, s)),
    sample('message', 'cancelled', (s) => cancelledView(s)),
    sample('settings', 'channel', (s) =>
      settingsView({ settings: p.SETTINGS, scope: 'channel', language: 'en', changed: 'digest' }, s),
    ),
    sample('settings', 'personal, not understood', (s) =>
      settingsView(
        { settings: { notifications: false }, scope: 'personal', language: 'de', notUnderstood: 'fortnightly' },
        s,
      ),
    ),
    sample('health', 'good', (s) =>
      healthView(
        {
          freshness: p.FRESH,
          open: 12,
          accounts: 1480,
          customers: 2210,
          unreachable: [],
          stuck: [],
          setup: [],
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('health', 'in trouble', (s) =>
      healthView(
        {
          freshness: p.TROUBLED,
          open: 12,
          accounts: 1480,
          customers: 1,
          unreachable: [{ name: 'Operations', reason: 'blocked', since: p.NOW - DAY }],
          stuck: [{ account: p.line(), error: 'PrivilegeException: no write access to the account column' }],
          setup: [
            {
              source: 'work365',
              kind: 'misconfigured',
              detail: 'column',
              remedy: 'Set WORK365_SCHEMA to the name of the account column.',
            },
          ],
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('help', 'all', (s) => helpView(ENTRIES, s)),
    sample('welcome', 'personal', (s) => welcomeView({ scope: 'personal', entries: ENTRIES }, s)),
    sample('welcome', 'channel', (s) => welcomeView({ scope: 'channel', addedBy: 'Ana Kovač', entries: ENTRIES }, s)),
    sample('not-understood', 'with a place', (s) =>
      notUnderstoodView(
        {
          text: 'please flurb contoso till monday',
          at: { start: 7, end: 12 },
          nearest: ['is "contoso" accepted?', 'show "contoso"'],
        },
        s,
      ),
    ),
    sample('not-understood', 'nothing familiar', (s) =>
      notUnderstoodView({ text: 'lorem ipsum', at: null, nearest: [] }, s),
    ),
  ];

  return [...accounts, ...listings, ...deeds];
}

export const SAMPLES: readonly Sample[] = samplesWith((value) => value);
