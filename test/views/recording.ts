import { Template } from 'adaptivecards-templating';
import { withoutMarks } from '../../src/views/words/kept-times';
import { createSpeech } from '../../src/views/words/speech';
import type { Sample } from './samples';

/** The data that a view binds to its card, taken where the template takes it; without what every card has. */
export function boundData(sample: Sample): Record<string, unknown> {
  const bound: Record<string, unknown>[] = [];
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was when the view is drawn
  const expand = Template.prototype.expand;
  Template.prototype.expand = function (this: Template, context) {
    bound.push(context.$root as Record<string, unknown>);
    return expand.call(this, context) as unknown;
  };
  try {
    sample.draw(createSpeech('en', { timeZone: 'Europe/Berlin' }));
  } finally {
    Template.prototype.expand = expand;
  }
  if (bound.length !== 1) throw new Error(`${sample.card}, ${sample.variant}: bound ${bound.length} times`);
  return JSON.parse(withoutMarks(JSON.stringify(bound[0]))) as Record<string, unknown>;
}

/** What `cards/<card>.sample.json` is to hold: the data of each variant under its name. */
export function sampleFiles(samples: readonly Sample[]): ReadonlyMap<string, Record<string, unknown>> {
  const files = new Map<string, Record<string, unknown>>();
  for (const sample of samples) {
    const file = files.get(sample.card) ?? {};
    file[sample.variant] = boundData(sample);
    files.set(sample.card, file);
  }
  return files;
}
