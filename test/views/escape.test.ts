import fc from 'fast-check';
import { clean, escapeMarkdown, escapeXml, shortName, unlink } from '../../src/views/words/escape';
import { NASTY } from './hostile';

/** What a Markdown reader makes of escaped text: a backslash before a mark is dropped. */
function read(text: string): string {
  return text.replace(/\\([\\`*_[\]<>~&#+\-=|.)])/g, '$1');
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('escaping', () => {
  it('leaves no mark unescaped', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const escaped = escapeMarkdown(clean(raw, 200));
        expect(escaped.replace(/\\[\\`*_[\]<>~&#+\-=|.)]/g, '')).not.toMatch(/[\\`*_[\]<>~]/);
        expect(escaped).not.toMatch(/^\s*(?:[#+\-=|]|\d{1,9}[.)])/);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('changes nothing that a reader sees', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const shown = clean(raw, 200);
        expect(read(escapeMarkdown(shown))).toBe(read(shown.replaceAll('\\', '\\\\')));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it.each(['Contoso (UK) Ltd', 'A.B.C. & Söhne GmbH', 'contoso-mb.de', 'Müller + Partner', '3 May 2026', "L'Oréal"])(
    'leaves %j alone',
    (name) => {
      expect(escapeMarkdown(name)).toBe(name);
    },
  );

  it.each([
    ['# 1 Plumbing', '\\# 1 Plumbing'],
    ['1. FC Nürnberg', '1\\. FC Nürnberg'],
    ['- Dash -', '\\- Dash -'],
    ['A_B <at>', 'A\\_B \\<at\\>'],
    ['AT&amp;T', 'AT\\&amp;T'],
    ['AT&T', 'AT&T'],
  ])('escapes %j', (name, escaped) => {
    expect(escapeMarkdown(name)).toBe(escaped);
  });

  it('stops bare addresses from becoming links', () => {
    expect(unlink('see https://evil.example')).toBe('see https:\u2060//evil.example');
  });
});

it('writes what XML would read as marks by their numbers', () => {
  expect(escapeXml(`<break time="9s"/> A&B's`)).toBe('&#60;break time=&#34;9s&#34;/&#62; A&#38;B&#39;s');
});

describe('cleaning', () => {
  it('gives one line of whole characters, no longer than asked for, and is done after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 5, max: 60 }), (raw, length) => {
        const shown = clean(raw, length);
        expect(shown.length).toBeLessThanOrEqual(length);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}|^\s|\s$/u);
        expect(clean(shown, length)).toBe(shown);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('keeps what holds French punctuation together', () => {
    expect(clean('👩 non\u00a0?', 40)).toBe('👩 non\u00a0?');
  });

  it.each([
    ['a soft hyphen', 'Con\u00adtoso'],
    ['an Arabic letter mark', '\u061cContoso'],
    ['a non-joiner', 'Con\u200ctoso'],
    ['a joiner', 'Con\u200dtoso'],
    ['a Hangul filler', 'Contoso\u3164'],
    ['a Mongolian vowel separator', 'Con\u180etoso'],
    ['a grapheme joiner', 'Con\u034ftoso'],
    ['a variation selector', 'Contoso\ufe0f'],
    ['tag characters', 'Contoso\u{e0041}\u{e0042}'],
    ['an override of the direction', '\u202eContoso\u202c'],
    ['an isolate', '\u2067Contoso\u2069'],
  ])('takes %s out of a name', (_what, name) => {
    expect(shortName(name)).toBe('Contoso');
  });

  it('shows a dash where nothing of a name can be seen', () => {
    expect(shortName('\u3164\u200d ')).toBe('–');
  });

  it('cuts long names with a sign that they go on', () => {
    expect(shortName('x'.repeat(4000))).toBe(`${'x'.repeat(79)}…`);
  });
});
