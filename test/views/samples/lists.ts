import { UTC } from '../../../src/domain/calendar';
import { DAY, HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { accountRow, ROWS } from './company-rows';
import { sample } from './sample';
import type { Sample, Views } from './sample';

export function listSamples(views: Views): readonly Sample[] {
  const {
    boardView,
    movedBoardView,
    companiesView,
    countView,
    stoppedManyView,
    watchManyView,
    historyView,
    holdingsView,
    listView,
    namesView,
    watchView,
  } = views;
  return [
    sample('companies', 'of every kind', (s) => companiesView({ rows: ROWS, freshness: p.FRESH, now: p.NOW }, s)),
    sample('companies', 'all accepted', (s) =>
      companiesView(
        { rows: [accountRow('Contoso Maschinenbau'), accountRow('contoso')], freshness: p.FRESH, now: p.NOW },
        s,
      ),
    ),
    sample('companies', 'asked about the agreement', (s) =>
      companiesView({ rows: ROWS, freshness: p.FRESH, now: p.NOW }, s, { facts: ['agreement'] }),
    ),
    sample('companies', 'twenty', (s) =>
      companiesView(
        {
          rows: Array.from({ length: 20 }, (_, at) => accountRow(`company number ${at + 1}`)),
          freshness: p.TROUBLED,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('message', 'count', (s) =>
      countView(
        {
          accounts: 1480,
          customers: 2210,
          open: 12,
          needless: [{ name: 'Test Tenant 7', why: 'sync-off' }],
          freshness: p.FRESH,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('choices', 'several watched', (s) =>
      watchManyView(
        [
          { query: 'fabrikam.com', answer: { answer: 'watching', watch: p.watch(), begun: 'begun', inPerson: true } },
          { query: 'contoso', answer: { answer: 'accepted-already', query: 'contoso', account: p.line() } },
        ],
        s,
      ),
    ),
    sample('choices', 'several no longer watched', (s) =>
      stoppedManyView(
        [
          { query: 'fabrikam.com', answer: { answer: 'stopped', queries: ['fabrikam.com'] } },
          { query: 'litware', answer: { answer: 'stopped', queries: ['litware'] } },
          { query: 'nobody', answer: { answer: 'was-not-watching', query: 'nobody', others: [] } },
        ],
        s,
      ),
    ),
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
          narrowed: {
            filter: [{ is: 'accepted', span: { named: 'this_week' } }],
            over: 40,
            among: 'all',
            unknown: { 'no-date': 3 },
            undated: [p.line({ name: 'Brightwater' }), p.line({ name: 'Nod Publishers' })],
            ahead: false,
            providers: new Map(),
            zone: UTC,
          },
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
          lines: p
            .lines(8)
            .map(({ firstSeenAt, ...line }) => ({ ...line, since: firstSeenAt, rowCreatedAt: firstSeenAt - 90 * DAY })),
        },
        s,
      ),
    ),
    sample('board', 'by what waiting costs', (s) =>
      boardView(
        {
          open: 3,
          lines: p.lines(3).map(({ firstSeenAt, ...line }, at) => ({
            ...line,
            since: firstSeenAt,
            ...(at === 0 ? { isNew: true } : {}),
            ...(at === 1 ? { subscriptions: 3, seats: 40, endsAt: p.NOW + 5 * DAY } : {}),
            ...(at === 2 ? { subscriptions: 1, seats: 1 } : {}),
          })),
        },
        s,
      ),
    ),
    sample('message', 'board: moved', (s) => movedBoardView(s)),
    sample('board', 'empty', (s) => boardView({ open: 0, lines: [] }, s)),
    sample('board', 'some stuck', (s) => boardView({ open: 0, lines: [], stuck: 2 }, s)),
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
          offset: 12,
          more: 4,
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
          offset: 0,
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
          offset: 0,
          total: 9,
          fromWork365: 1_204,
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
}
