import { LANGUAGES } from '../../src/domain/language';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { phrases } from '../../src/views/words/catalogue';
import { createSpeech, isPhraseKey, languageOf } from '../../src/views/words/speech';
import { age, happenedAt, happenedOn } from '../../src/views/words/times';
import type { PhraseKey } from '../../src/views/words/speech';
import { NOW } from './pictures';

const keys = Object.keys(phrases('en')) as PhraseKey[];
const translations = LANGUAGES.filter((language) => language !== 'en');

/** Names and kinds of the placeholders of a message, in any order. */
function placeholders(pattern: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type, value } = node as { type?: number; value?: unknown };
      // 0 is literal text, 7 the number sign of a plural.
      if (type !== 0 && type !== 7 && typeof value === 'string') found.add(`${value}:${type}`);
      Object.values(node).forEach(visit);
    }
  };
  visit(new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** Whether a key stands in the code: whole, or with holes for what is put in. */
function saidIn(folder: string): (key: string) => boolean {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const whole = new Set([...code.matchAll(/'([a-z][\w.-]*)'/gi)].map(([, text]) => text));
  const withHoles = [...code.matchAll(/`([a-z-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(
    ([, text = '']) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  return (key) => whole.has(key) || withHoles.some((pattern) => pattern.test(key));
}

describe('the catalogues', () => {
  it('hold no message that nothing says', () => {
    const keysSaid = saidIn(join(__dirname, '..', '..', 'src'));
    expect(keys.filter((key) => !keysSaid(key))).toEqual([]);
  });

  it.each(translations)('%s has exactly the messages of English, in the same order', (language) => {
    expect(Object.keys(phrases(language))).toEqual(keys);
  });

  it.each(translations)('%s has the same placeholders in each message', (language) => {
    for (const key of keys)
      expect([key, placeholders(phrases(language)[key])]).toEqual([key, placeholders(phrases('en')[key])]);
  });

  it.each(LANGUAGES)('%s formats every message with every number', (language) => {
    const speech = createSpeech(language);
    for (const key of keys) {
      const names = placeholders(phrases(language)[key]);
      for (const count of [0, 1, 2, 1234]) {
        const values = Object.fromEntries(
          names.map((name) => (name.endsWith(':6') ? [name.slice(0, -2), count] : [name.slice(0, -2), 'Wert'])),
        );
        expect([key, speech.say(key, values)]).toEqual([key, expect.not.stringMatching(/[{}]|undefined/)]);
        expect([key, speech.say(key, values).trim()]).not.toEqual([key, '']);
      }
    }
  });

  it.each(LANGUAGES)('%s has no straight apostrophe, which would quote what follows it', (language) => {
    for (const key of keys) expect([key, phrases(language)[key]]).toEqual([key, expect.not.stringContaining("'")]);
  });

  it.each(translations)('%s is translated: hardly a longer message is the English one', (language) => {
    const same = keys.filter(
      (key) => phrases(language)[key] === phrases('en')[key] && /\w{4,} \w{4,}/.test(phrases('en')[key]),
    );
    // Product names, and what is the same word in Dutch.
    expect(same.filter((key) => key !== 'board.kicker')).toEqual(['source.partner-center', 'source.graph']);
  });

  it('says no sentence in the informal form', () => {
    const informal: Readonly<Record<string, RegExp>> = {
      de: /\b(du|dir|dich|dein\w*|euch|euer)\b/i,
      fr: /\b(tu|toi|ton|tes)\b/i,
      es: /\b(tú|tuyo|tus|contigo)\b/i,
      nl: /\b(je|jij|jou|jouw|jullie)\b/i,
    };
    for (const language of translations) {
      const found = keys.filter((key) => !key.startsWith('type.') && informal[language]!.test(phrases(language)[key]));
      expect([language, found]).toEqual([language, []]);
    }
  });
});

describe('speech', () => {
  it('reads values as text, never as a pattern', () => {
    expect(createSpeech('en').say('type.hint', { line: "{count, plural, other {'x'}} <b>" })).toBe(
      "Or type: {count, plural, other {'x'}} <b>",
    );
  });

  it.each([
    ['en', '12 May 2026', '12 May 2026 15:00', '2 hours ago', '1,234,567', 'a, b and c'],
    ['de', '12.05.2026', '12.05.2026 15:00', 'vor 2 Stunden', '1.234.567', 'a, b und c'],
    ['fr', '12 mai 2026', '12 mai 2026 15:00', 'il y a 2 heures', '1 234 567', 'a, b et c'],
    ['es', '12 may 2026', '12 may 2026 15:00', 'hace 2 horas', '1.234.567', 'a, b y c'],
    ['nl', '12 mei 2026', '12 mei 2026 15:00', '2 uur geleden', '1.234.567', 'a, b en c'],
  ] as const)('says dates, ages and numbers as %s does', (language, date, dateTime, ago, number, list) => {
    const speech = createSpeech(language, { timeZone: '+05:30' });
    const said = [
      happenedOn(NOW, speech),
      // What stands between date and time, and which space, differs between versions of Node.
      happenedAt(NOW, speech).replace(/,| à/, ''),
      age(NOW - 2 * 3_600_000, NOW, speech),
      speech.number(1234567).replace(/\s/g, ' '),
      speech.list(['a', 'b', 'c']),
    ];
    expect(said).toEqual([date, dateTime, ago, number, list]);
  });

  it.each([
    ['de-AT', 'de'],
    ['FR', 'fr'],
    ['pt-BR', 'en'],
    [undefined, 'en'],
  ])('a locale %j is answered in %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('knows its phrases', () => {
    expect([isPhraseKey('help.status'), isPhraseKey('toString'), isPhraseKey('help.nothing')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
