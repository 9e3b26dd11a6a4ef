import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { toPrediction } from '../../src/commands/prediction';
import { understand } from '../../src/commands/understand';
import { slots } from '../../training/commands/corpus';

const NAMES = JSON.parse(readFileSync(join(__dirname, 'names.json'), 'utf8')) as readonly string[];

/** A sentence with a hole for the name, and how it must be read. */
const SENTENCES: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['is * accepted?', 'status', {}],
  ['has * accepted yet', 'status', {}],
  ['status *', 'status', {}],
  ['any news on *?', 'status', {}],
  ['show *', 'show', { what: 'overview' }],
  ['licences of *', 'show', { what: 'licences' }],
  ['how many users does * have?', 'show', { what: 'users' }],
  ['invite link for *', 'invite_link', {}],
  ['notify me when * accepts', 'watch', {}],
  ['stop watching *', 'unwatch', {}],
  ['unmap *', 'unmap', {}],
  ['who mapped *?', 'who_mapped', {}],
  ['history of *', 'history', {}],
];

const BEFORE = ['', 'hi, ', '<at>Handshake</at> ', 'hey team - ', 'Good morning! ', 'quick question: '];
const AFTER = ['', ' please', ' thanks!', ', thx', ' pls', '\n'];
const CHANGES = new Set(['map', 'unmap', 'undo', 'settings', 'watch', 'unwatch']);

interface Composed {
  readonly text: string;
  readonly intent: string;
  readonly args: string;
}

function compose(name: string, index: number, quoted: boolean): Composed {
  const [sentence, intent, args] = SENTENCES[index % SENTENCES.length]!;
  const before = BEFORE[(index * 7) % BEFORE.length]!;
  const after = AFTER[(index * 5) % AFTER.length]!;
  const text = `${before}${sentence.replace('*', () => (quoted ? `"${name}"` : name))}${after}`;
  return { text, intent, args: slots({ ...args, companies: [name] }) };
}

const known = new Set(NAMES.map((name) => name.toLowerCase()));
const withNames = { known: { has: (name: string) => known.has(name.toLowerCase()) } };

function isRight({ text, intent, args }: Composed, options = {}): boolean {
  const got = toPrediction(understand(text, options));
  return got.intent === intent && slots(got.args) === args;
}

describe('commands composed with real names and noise', () => {
  const all = NAMES.flatMap((name, at) => [0, 1, 2, 3].map((step) => [name, at + step * 3] as const));

  it('are read exactly when the name stands in quotes', () => {
    const wrong = all.map(([name, at]) => compose(name, at, true)).filter((one) => !isRight(one));
    expect(wrong).toEqual([]);
  });

  it('are nearly all read exactly when the name is known', () => {
    const wrong = all.map(([name, at]) => compose(name, at, false)).filter((one) => !isRight(one, withNames));
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.02);
  });

  it('are mostly read exactly when no name is known', () => {
    const wrong = all.map(([name, at]) => compose(name, at, false)).filter((one) => !isRight(one));
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.16);
  });

  it('never change anything when they only ask', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...NAMES),
        fc.integer({ min: 0, max: 11 }),
        (a, b, kind) => {
          const asked = [
            `should I map "${a}" to "${b}"?`,
            `how do I unmap ${a}`,
            `don't map ${a} to ${b}`,
            `why was ${a} mapped to ${b}`,
            `did you stop watching ${a}?`,
            `is ${a} accepted?`,
            `what happens if I undo ${a}?`,
            `he said map ${a} to ${b}`,
            `please never unmap ${a}`,
            `who is watching ${a}?`,
            `have you mapped ${a} to ${b} yet`,
            `I would not link ${a} with ${b}`,
          ][kind]!;
          expect(CHANGES.has(toPrediction(understand(asked)).intent)).toBe(false);
        },
      ),
      { seed: 11, numRuns: 600 },
    );
  });
});
