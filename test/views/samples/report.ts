import type { Report } from '../../../src/domain/report';
import { DAY, HOUR } from '../../../src/domain/time';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const ACCEPTED = [3, 5, 2, 0, 8, 12, 7, 4, 9, 6, 11, 2];
const OPEN = [40, 38, 30, 22, 25, 31, 28, 19, 16, 12, 15, 9];

const WEEKS = ACCEPTED.map((accepted, at) => {
  const from = p.NOW - (ACCEPTED.length - at) * 7 * DAY;
  return { from, to: from + 7 * DAY, accepted, open: OPEN[at] ?? 0 };
});

const REPORT: Report = {
  weeks: WEEKS,
  took: { count: 58, median: 3 * HOUR, worst: 12 * DAY, worstName: 'Contoso Maschinenbau' },
  mappers: [
    { by: { kind: 'person', person: { id: 'a', name: 'Ana Silva' } }, count: 41 },
    { by: { kind: 'person', person: { id: 'b', name: 'Ben Ito' } }, count: 17 },
    { by: { kind: 'work365' }, count: 3 },
  ],
  proposals: { first: 52, of: 58 },
  decided: 64,
  undone: 3,
  now: p.NOW,
};

export function reportSamples({
  reportView,
  exportDeclinedView,
  exportElsewhereView,
  exportFailedView,
  nothingToExportView,
  listView,
}: Views): readonly Sample[] {
  const nothing = { weeks: WEEKS.map((week) => ({ ...week, accepted: 0, open: 0 })), mappers: [], now: p.NOW };
  const range = { from: p.NOW - 7 * DAY, to: p.NOW };
  return [
    sample('list', 'digest', (s) =>
      listView({ what: 'unmapped', lines: p.lines(3), total: 3, offset: 0, freshness: p.FRESH, now: p.NOW }, s, {
        report: REPORT,
        news: {
          since: p.NOW - DAY,
          fresh: 2,
          decided: REPORT.mappers,
          stuck: 1,
          ending: { count: 3, name: 'Contoso Maschinenbau', at: p.NOW + 5 * DAY },
        },
      }),
    ),
    sample('report', 'twelve weeks', (s) => reportView(REPORT, s)),
    sample('report', 'nothing happened', (s) =>
      reportView({ ...nothing, proposals: { first: 0, of: 0 }, decided: 0, undone: 0 }, s),
    ),
    sample('report', 'two weeks known', (s) =>
      reportView({ ...REPORT, weeks: WEEKS.slice(-2), since: p.NOW - 12 * DAY }, s),
    ),
    sample('report', 'the first day', (s) =>
      reportView(
        { ...nothing, weeks: WEEKS.slice(-1), since: p.NOW, proposals: { first: 0, of: 0 }, decided: 0, undone: 0 },
        s,
      ),
    ),
    sample('message', 'export: in the chat', (s) => exportElsewhereView('in-chat', s)),
    sample('message', 'export: no chat', (s) => exportElsewhereView('no-chat', s)),
    sample('message', 'export: declined', (s) => exportDeclinedView(s)),
    sample('message', 'export: not saved', (s) =>
      exportFailedView('failed', { what: 'history', format: 'csv', range }, s),
    ),
    sample('message', 'export: nothing in that time', (s) => nothingToExportView({ what: 'history', range }, s)),
  ];
}
