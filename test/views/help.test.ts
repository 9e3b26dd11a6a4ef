import { LANGUAGES } from '../../src/domain/language';
import { helpEntries } from '../../src/turns/help-entries';
import { helpView } from '../../src/views/talk/help';
import { createSpeech } from '../../src/views/words/speech';

interface Shown {
  readonly lines: readonly string[];
  readonly cut: number;
  readonly next?: number;
}

/** The examples of one page, and where the next one begins. */
function page(language: (typeof LANGUAGES)[number], offset: number): Shown {
  const speech = createSpeech(language);
  const card = JSON.stringify(helpView(helpEntries(speech, 'personal'), speech, offset).card);
  const offsets = [...card.matchAll(/"verb":"help","offset":(\d+)/g)].map(([, at]) => Number(at));
  const next = Math.max(0, ...offsets);
  return {
    lines: [...card.matchAll(/"verb":"type","line":"((?:[^"\\]|\\.)*)"/g)].map(([, line]) => line!),
    cut: [...card.matchAll(/"text":"[^"]*…"/g)].length,
    ...(next > offset ? { next } : {}),
  };
}

it.each(LANGUAGES)('every line of the help is on one of its pages, and none is cut, in %s', (language) => {
  const lines = new Set<string>();
  let cut = 0;
  for (let offset: number | undefined = 0; offset !== undefined;) {
    const shown: Shown = page(language, offset);
    shown.lines.forEach((line) => lines.add(line));
    cut += shown.cut;
    offset = shown.next;
  }
  const examples = helpEntries(createSpeech(language), 'personal').map(({ example }) => example);
  expect(examples.length).toBeGreaterThan(20);
  expect([...lines].sort()).toEqual([...new Set(examples)].sort());
  expect(cut).toBe(0);
});
