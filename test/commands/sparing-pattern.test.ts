import { afterEach, describe, expect, it } from '@jest/globals';
import { hear } from '../../src/commands/matters';
import { neededIn, SparingPattern } from '../../src/commands/sparing-pattern';
import { batch } from '../../training/commands/corpus';

describe('the words that a pattern needs', () => {
  const cases: readonly (readonly [string, ReturnType<typeof neededIn>])[] = [
    ['^hide$', [['hide']]],
    ['^(?:please )?hide X$', [['hide x']]],
    ['hides?', [['hide']]],
    ['hide+n', [['hide'], ['n']]],
    ['(?:hide|park) it', [['hide', 'park'], [' it']]],
    ['(?:hide|park)* it', [[' it']]],
    ['(?:hide|)', []],
    ['(?:hide|\\d+)', []],
    ['(?:hide|park){2}', [['hide', 'park']]],
    ['(?:hide|park){0,2}', []],
    ['(?<name>.{1,100}?) is Hidden', [[' is hidden']]],
    ['(?<!\\p{L})(?:a|bc)(?=d)', [['a', 'bc']]],
    ['a[bc]d\\.e', [['a'], ['d.e']]],
    ["l[’']un(?:e|\\u00e9)", [['l'], ['un']]],
    ['(?:(?:set|put) aside|later)', [[' aside', 'later']]],
  ];
  it.each(cases)('%s', (source, needs) => {
    expect(neededIn(source).map((words) => [...words].toSorted())).toEqual(needs.map((words) => [...words].toSorted()));
  });
});

describe('a sparing pattern', () => {
  const { exec } = Object.getOwnPropertyDescriptors(SparingPattern.prototype);
  afterEach(() => {
    Object.defineProperty(SparingPattern.prototype, 'exec', exec);
  });

  it('finds what the same pattern finds, in whichever case', () => {
    const pattern = new SparingPattern('^(?:bitte )?(?:verschiebe|parke) (?<name>.+)$', 'iu');
    expect(pattern.exec('BITTE Parke ÖKO Bau')?.groups).toEqual({ name: 'ÖKO Bau' });
    expect(pattern.test('bitte nimm Öko Bau')).toBe(false);
    expect('Verschiebe A'.replace(pattern, '$<name>')).toBe('A');
  });

  it('misses nothing that it matches in sentences that it was not written for', () => {
    let tried = 0;
    const missed: string[] = [];
    SparingPattern.prototype.exec = function (text) {
      tried += 1;
      const found = exec.value?.call(this, text) ?? null;
      if (found === null && RegExp.prototype.exec.call(this, text) !== null) missed.push(`${this.source} in ${text}`);
      return found;
    };
    for (const name of ['en-12', 'de-12', 'fr-11', 'es-11', 'nl-11'])
      for (const { text } of batch(name).slice(0, 25)) hear(text);
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(10_000);
  });
});
