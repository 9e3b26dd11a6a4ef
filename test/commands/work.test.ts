import { afterEach, expect, it, jest } from '@jest/globals';
import { hear } from '../../src/commands/matters';
import { NameIndex } from '../../src/matching/name-index';
import { repeated, UNITS } from './worst-texts';

/** How much work a message makes, counted and not timed: whoever writes nonsense must not cost more than who asks. */

/** Times that a message asks whether a name is known, and the letters of the names that it asks about first. */
const MOST_ASKED = 12_000;
const MOST_LETTERS = 40_000;
/** Tries of patterns that are matched once. */
const MOST_TRIED = 60_000;

const { exec } = Object.getOwnPropertyDescriptors(RegExp.prototype);
afterEach(() => {
  Object.defineProperty(RegExp.prototype, 'exec', exec);
});

interface Work {
  readonly asked: number;
  readonly letters: number;
  readonly tried: number;
}

function workOf(text: string): Work {
  let asked = 0;
  let tried = 0;
  RegExp.prototype.exec = function (on) {
    if (!this.global && !this.sticky) tried += 1;
    return (exec.value as RegExp['exec']).call(this, on);
  };
  const names = new Set<string>();
  hear(text, {
    known: {
      has(name) {
        asked += 1;
        names.add(name);
        return false;
      },
    },
  });
  return { asked, tried, letters: [...names].reduce((sum, { length }) => sum + length, 0) };
}

const SHAPES = UNITS.flatMap(([what, unit]) => [
  { what: `1,000 of ${what}`, text: repeated(unit, 1_000) },
  { what: `1,000 of ${what}, asked`, text: `is ${repeated(unit, 986)} accepted?` },
  { what: `8,000 of ${what}`, text: repeated(unit, 8_000) },
]);

it('stays within a bound for texts that make a reader of text work hardest', () => {
  const over = SHAPES.map(({ what, text }) => ({ what, ...workOf(text) })).filter(
    ({ asked, letters, tried }) => asked > MOST_ASKED || letters > MOST_LETTERS || tried > MOST_TRIED,
  );

  expect(over).toEqual([]);
});

it('looks a name up once, however often one question asks for it, until the index changes', () => {
  const index = new NameIndex();
  index.put({ id: 'a', names: ['Contoso Ltd'] });
  const looks = jest.spyOn(index, 'rank');
  index.resolve('Contosso');
  index.lookup('Contosso', 5);
  index.resolve('Contosso');

  expect(looks).toHaveBeenCalledTimes(1);
  index.put({ id: 'b', names: ['Contosso'] });

  expect(index.lookup('Contosso')[0]).toMatchObject({ id: 'b', exactness: 'exact' });
  expect(looks).toHaveBeenCalledTimes(2);
});

it('does not look up what is longer than any name', () => {
  const index = new NameIndex();
  index.put({ id: 'a', names: ['Contoso Ltd'] });
  const looks = jest.spyOn(index, 'rank');
  const long = 'Contoso Ltd '.repeat(100);

  expect([index.lookup(long), index.resolve(long).kind, index.has(long), index.typeahead(long)]).toEqual([
    [],
    'none',
    false,
    [],
  ]);
  expect(looks).not.toHaveBeenCalled();
});
