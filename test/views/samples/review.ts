import { newAlarm } from '../../../src/domain/alarm';
import type { AlarmRecord } from '../../../src/domain/alarm';
import type { ReviewRow } from '../../../src/domain/review';
import { HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const rehearsed = (what: AlarmRecord['what']): AlarmRecord =>
  newAlarm(
    { key: 'rehearsal 2026-05-12', since: p.NOW, what },
    { id: 'alarm:a', partnerId: 'partner', conversationId: 'a:a' },
  );

export function reviewSamples({
  alarmView,
  providerView,
  reviewView,
  reviewDoneView,
  reviewUndoneView,
  comparisonView,
}: Views): readonly Sample[] {
  const row = (
    name: string,
    group: ReviewRow['group'],
    candidates: ReviewRow['candidates'] = [],
    domain = 'contoso-mb.de',
  ): ReviewRow => ({
    account: p.line({ name, domain, state: 'open' }),
    asOf: 1,
    group,
    candidates,
    along: [],
    creates: true,
  });
  const base = {
    scope: {},
    open: 300,
    later: 0,
    lent: 0,
    progress: { since: p.NOW, done: 0 },
    freshness: p.FRESH,
    now: p.NOW,
  };
  const page = [
    row('Contoso Maschinenbau', 'sure', p.CANDIDATES.slice(0, 1)),
    row('Contoso Wien', 'likely', p.CANDIDATES.slice(1), 'contosowien.onmicrosoft.com'),
    row('Contoso', 'likely', p.CANDIDATES, 'contoso.com'),
    row('Nobody Knows', 'nothing', [], 'netorg4413875.onmicrosoft.com'),
  ];
  // As many as one page takes.
  const full = Array.from({ length: 9 }, (_, at) =>
    row(`Company number ${at + 1}`, at < 4 ? 'sure' : 'likely', p.CANDIDATES),
  );
  const sister = { bond: 'tenant', provider: 'Partner Center UK', name: 'Contoso', state: 'open', asOf: 1 } as const;
  const several = page.map((one, at) => ({
    ...one,
    account: { ...one.account, provider: 'TD SYNNEX' },
    along: at < 2 ? [{ ...sister, accountId: `sister-${at}` }] : [],
  }));
  return [
    sample('review', 'first page', (s) => reviewView({ ...base, rows: page }, s)),
    sample('review', 'full, after a page', (s) =>
      reviewView(
        {
          ...base,
          rows: full,
          lent: 12,
          progress: { since: p.NOW - HOUR, done: 96 },
          saved: {
            click: 'click',
            outcomes: [
              { outcome: 'mapped', account: p.line(), row: 0, customer: { id: 'c', name: 'Contoso' }, along: [] },
              { outcome: 'ignored', account: p.line(), row: 1 },
              { outcome: 'taken', account: p.line(), by: { kind: 'person', person: { id: 'b', name: 'Ben' } } },
              { outcome: 'look', account: p.line({ name: 'Wingtip' }) },
              { outcome: 'not-saved', account: p.line({ name: 'Litware' }) },
              { outcome: 'gone' },
            ],
          },
        },
        s,
      ),
    ),
    sample('review', 'under several providers', (s) =>
      reviewView({ ...base, scope: { provider: 'p' }, providerName: 'TD SYNNEX', rows: several }, s),
    ),
    sample('review', 'through all', (s) => reviewView({ ...base, rows: [], open: 5, later: 5 }, s)),
    sample('review', 'nothing open', (s) => reviewView({ ...base, rows: [], open: 0 }, s)),
    sample('review', 'in a rehearsal', (s) => reviewView({ ...base, rows: page, rehearses: true }, s)),
    sample('message', 'rehearsal, a day', (s) =>
      alarmView(rehearsed({ of: 'rehearsal', day: { announced: 3, writes: 12 } }), s),
    ),
    sample('message', 'rehearsal, a day in some places', (s) =>
      alarmView(rehearsed({ of: 'rehearsal', day: { announced: 1, writes: 0, places: 2 } }), s),
    ),
    sample('message', 'rehearsal over', (s) => alarmView(rehearsed({ of: 'rehearsal-over', writes: 12, open: 40 }), s)),
    sample('choices', 'comparison with Work 365', (s) =>
      comparisonView(
        {
          total: 300,
          same: 287,
          others: [
            { account: p.line(), theirs: { id: 'c', name: 'Fabrikam Nord' }, ours: p.CANDIDATES[0]! },
            { account: p.line({ name: 'Wingtip' }), theirs: { id: 'd', name: 'Litware' } },
          ],
          offset: 0,
          all: 300,
          after: 0,
          next: 0,
          rehearses: true,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('choices', 'comparison with Work 365, a part', (s) =>
      comparisonView(
        {
          total: 3_000,
          same: 2_999,
          others: [{ account: p.line(), theirs: { id: 'c', name: 'Fabrikam Nord' }, ours: p.CANDIDATES[0]! }],
          offset: 0,
          all: 7_200,
          after: 3_000,
          next: 1_200,
          rehearses: false,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('message', 'page of a review saved in words', (s) =>
      reviewDoneView(
        [
          { outcome: 'mapped', account: p.line(), row: 0, customer: { id: 'c', name: 'Contoso' }, along: [] },
          { outcome: 'ignored', account: p.line(), row: 1 },
        ],
        s,
      ),
    ),
    sample('message', 'page of a review left in words', (s) => reviewDoneView([], s)),
    sample('message', 'a provider', (s) =>
      providerView(
        { id: 'p', name: 'TD SYNNEX', isOurs: false, accounts: 12, open: 3, freshness: p.FRESH, now: p.NOW },
        s,
      ),
    ),
    sample('message', 'review taken back', (s) => reviewUndoneView({ undone: 8, left: [p.line()] }, s)),
  ];
}
