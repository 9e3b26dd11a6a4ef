import type { ReviewRow } from '../../../src/domain/review';
import { HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

export function reviewSamples({ reviewView, reviewUndoneView }: Views): readonly Sample[] {
  const row = (name: string, group: ReviewRow['group'], candidates: ReviewRow['candidates'] = []): ReviewRow => ({
    account: p.line({ name, state: 'open' }),
    asOf: 1,
    group,
    candidates,
  });
  const base = { open: 300, later: 0, lent: 0, progress: { since: p.NOW, done: 0 }, freshness: p.FRESH, now: p.NOW };
  const page = [
    row('Contoso Maschinenbau', 'sure', p.CANDIDATES.slice(0, 1)),
    row('Fabrikam Nord', 'likely', p.CANDIDATES),
    row('Nobody Knows', 'nothing'),
  ];
  const twelve = Array.from({ length: 12 }, (_, at) =>
    row(`Company number ${at + 1}`, at < 6 ? 'sure' : 'likely', p.CANDIDATES),
  );
  return [
    sample('review', 'first page', (s) => reviewView({ ...base, rows: page }, s)),
    sample('review', 'twelve, after a page', (s) =>
      reviewView(
        {
          ...base,
          rows: twelve,
          lent: 12,
          progress: { since: p.NOW - HOUR, done: 96 },
          saved: {
            click: 'click',
            outcomes: [
              { outcome: 'mapped', account: p.line(), row: 0, customer: { id: 'c', name: 'Contoso' } },
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
    sample('review', 'through all', (s) => reviewView({ ...base, rows: [], open: 5, later: 5 }, s)),
    sample('review', 'nothing open', (s) => reviewView({ ...base, rows: [], open: 0 }, s)),
    sample('message', 'review taken back', (s) => reviewUndoneView({ undone: 8, left: [p.line()] }, s)),
  ];
}
