import type { ReportWeek } from '../../domain/report';
import type { Speech } from '../words/speech';
import { shortDay } from '../words/times';
import { barsPicture, linePicture } from './picture';

/**
 * Teams' own chart elements. They are no part of the schema of 1.5: a client that does not know them shows the picture,
 * under the same heading.
 */

interface Drawing {
  readonly title: string;
  readonly weeks: readonly ReportWeek[];
  readonly values: readonly number[];
}

export function barChart({ title, weeks, values }: Drawing, speech: Speech): object {
  return headed(title, {
    type: 'Chart.VerticalBar',
    title,
    color: 'categoricalTeal',
    showBarValues: true,
    data: weeks.map((week, at) => ({ x: shortDay(week.from, speech), y: values[at] ?? 0 })),
    fallback: instead({ title, weeks, values }, barsPicture(values), speech),
  });
}

export function lineChart({ title, weeks, values }: Drawing, speech: Speech): object {
  const points = weeks.map((week, at) => ({ x: shortDay(week.from, speech), y: values[at] ?? 0 }));
  return headed(title, {
    type: 'Chart.Line',
    title,
    color: 'categoricalTeal',
    data: [{ legend: title, values: points }],
    fallback: instead({ title, weeks, values }, linePicture(values), speech),
  });
}

/** Clients take the title of a chart for its name and do not show it. */
function headed(title: string, chart: object): object {
  return { type: 'Container', items: [{ type: 'TextBlock', text: title, wrap: true, weight: 'Bolder' }, chart] };
}

function instead({ title, weeks, values }: Drawing, picture: string, speech: Speech): object {
  const first = weeks[0];
  const last = weeks.at(-1);
  const ends = [first, last].map((week) => (week === undefined ? '' : shortDay(week.from, speech)));
  const text = (words: string, more: object): object => ({ type: 'TextBlock', text: words, wrap: true, ...more });
  const small = { size: 'Small', isSubtle: true, spacing: 'None' };
  return {
    type: 'Container',
    items: [
      { type: 'Image', url: picture, altText: `${title}: ${values.join(', ')}`, size: 'Stretch' },
      {
        type: 'ColumnSet',
        spacing: 'None',
        columns: [
          { type: 'Column', width: 'stretch', items: [text(ends[0] ?? '', small)] },
          { type: 'Column', width: 'auto', items: [text(ends[1] ?? '', small)] },
        ],
      },
    ],
  };
}
