import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/domain/language';
import { bracketed } from './corpus';
import type { Utterance } from './corpus';
import { Dice } from './hearing/dice';

const FOLDER = join(process.cwd(), 'training', 'commands', 'phrasebook');
/** How many utterances are made of a pattern, where it has so many. */
const EACH = 10;
const SMALL = 0.3;

/**
 * Utterances made of patterns: "(stop|quit) watching [](.|)". What can be said in one place is said there in many ways,
 * and what must do nothing in the same words. `names` go where [] and {} stand. The same in every run.
 */
export function phrasebook(names: readonly string[]): readonly Utterance[] {
  const dice = new Dice(17);
  return LANGUAGES.flatMap((lang) =>
    readFileSync(join(FOLDER, `${lang}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line, index) => {
        const texts = Array.from({ length: EACH }, () => named(spoken(line, dice), names, dice));
        return [...new Set(texts)].map((text, at) => ({ id: `${lang}:${index}:${at}`, lang, ...bracketed(text) }));
      }),
  );
}

/** One way to say a pattern, from the innermost choice outwards. */
function spoken(pattern: string, dice: Dice): string {
  let text = pattern;
  while (CHOICE.test(text)) text = text.replace(CHOICE, (_, choices: string) => dice.pick(choices.split('|')));
  const [intent = '', args = '', said = ''] = text.split('\t');
  return [intent, args, said.replace(/ {2,}/g, ' ').trim()].join('\t');
}

const CHOICE = /\(([^()]*)\)/;

function named(text: string, names: readonly string[], dice: Dice): string {
  const name = () => {
    const one = dice.pick(names).replace(/[[\]{}]/g, '');
    return dice.next() < SMALL ? one.toLowerCase() : one;
  };
  return text.replaceAll(/\[\]|\{\}/g, (place) => `${place[0] ?? ''}${name()}${place[1] ?? ''}`);
}
