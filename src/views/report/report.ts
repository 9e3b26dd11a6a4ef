import reportCard from '../../../cards/report.json';
import type { Message } from '../../courier';
import type { Report } from '../../domain/report';
import { button, toggle, toMessage } from '../parts/parts';
import { cardTemplate } from '../parts/template';
import { shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedOn, howLong, shortDay } from '../words/times';
import { barChart, lineChart } from './charts';

const draw = cardTemplate(reportCard);

/** So many people are named; the rest is a number. */
const NAMED = 5;

/** How it went: two pictures, what stands behind them in sentences, and every figure as text. */
export function reportView(report: Report, speech: Speech): Message {
  const { weeks, since } = report;
  const title =
    since === undefined
      ? speech.say('report.title', { count: weeks.length })
      : speech.say('report.title-since', { date: happenedOn(since, speech) });
  const lines = reportLines(report, speech);
  const facts = weeks.map((week) => ({
    title: shortDay(week.from, speech),
    value: speech.say('report.week', { accepted: week.accepted, open: week.open }),
  }));
  const [accepted, open] = [weeks.map((week) => week.accepted), weeks.map((week) => week.open)];
  // A picture of nothing has an axis of tiny fractions, and one week makes no line.
  const charts = [
    ...(hasAny(accepted) ? [barChart({ title: speech.say('report.accepted'), weeks, values: accepted }, speech)] : []),
    ...(hasAny(open) && weeks.length > 1
      ? [lineChart({ title: speech.say('report.open'), weeks, values: open }, speech)]
      : []),
  ];
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('report.kicker'),
        title,
        charts,
        lines: lines.map((text) => ({ text })),
        figures: { title: speech.say('report.figures'), facts },
        actions: [
          toggle(speech.say('report.figures'), 'figures'),
          button(speech.say('report.export'), { verb: 'export', what: 'history' }),
        ],
      },
      summary: [title, lines[0]].join('. '),
      text: [title, ...lines, ...facts.map((fact) => `${fact.title}: ${fact.value}`)],
    },
    speech,
  );
}

function hasAny(values: readonly number[]): boolean {
  return values.some((value) => value > 0);
}

/** What is worth a sentence. */
export function reportLines(report: Report, speech: Speech): readonly string[] {
  const { weeks, since, took, mappers, proposals, decided, undone } = report;
  const accepted = weeks.reduce((sum, week) => sum + week.accepted, 0);
  const mapped = mappers.reduce((sum, one) => sum + one.count, 0);
  return [
    speech.say('report.in-all', { accepted, mapped, open: weeks.at(-1)?.open ?? 0 }),
    ...(since === undefined ? [] : [speech.say('report.since', { date: happenedOn(since, speech) })]),
    ...(took === undefined
      ? []
      : [
          speech.say('report.took', {
            count: took.count,
            median: howLong(took.median, speech),
            worst: howLong(took.worst, speech),
            name: shortName(took.worstName),
          }),
        ]),
    ...(mapped === 0 ? [] : [speech.say('report.who', { who: whoWords(mappers, speech) })]),
    ...(proposals.of === 0 ? [] : [speech.say('report.proposals', { ...proposals })]),
    ...(decided === 0 ? [] : [speech.say('report.undone', { undone, decided })]),
  ];
}

function whoWords(mappers: Report['mappers'], speech: Speech): string {
  const named = mappers.slice(0, NAMED).map(({ by, count }) => {
    const name = by.kind === 'person' ? personName(by.person, speech) : speech.say('report.in-work365');
    return `${name} (${speech.number(count)})`;
  });
  const rest = mappers.slice(NAMED).reduce((sum, one) => sum + one.count, 0);
  return [...named, ...(rest === 0 ? [] : [`${speech.say('report.others')} (${speech.number(rest)})`])].join(', ');
}

/** How the week goes, on one line: what a summary says of it. It is held against the week before where that is known. */
export function weekLine({ weeks, since }: Report, speech: Speech): string | undefined {
  const now = weeks.at(-1);
  const before = weeks.at(-2);
  if (now === undefined) return undefined;
  if (before === undefined || (since !== undefined && since > before.from)) {
    const accepted = now.accepted + (before?.accepted ?? 0);
    const date = happenedOn(since ?? now.from, speech);
    return speech.say('report.digest-since', { date, accepted, open: now.open });
  }
  return speech.say('report.digest', {
    accepted: now.accepted,
    before: before.accepted,
    open: now.open,
    then: before.open,
  });
}
