import { LANGUAGES } from '../../src/domain/language';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSpeech } from '../../src/views/words/speech';
import { cardTemplate } from '../../src/views/parts/template';
import { NASTY, withHostile } from '../views/hostile';
import { sampleFiles } from '../views/recording';
import { SAMPLES, samplesWith } from '../views/samples';
import { buttonsWidth, markdownTexts, problemsOf } from './structure';

type Card = Record<string, unknown>;

const folder = join(__dirname, '..', '..', 'cards');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
  .map((file) => file.slice(0, -'.json'.length));
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

describe('every card', () => {
  let drawn: ReturnType<typeof sampleFiles>;
  beforeAll(() => {
    drawn = sampleFiles(SAMPLES);
  });

  it.each(names)('%s has a sample that is what its view binds (npm run cards -- --samples)', (name) => {
    expect(existsSync(join(folder, `${name}.sample.json`))).toBe(true);
    expect(read(`${name}.sample.json`)).toEqual(JSON.parse(JSON.stringify(drawn.get(name))));
  });

  it.each(names)('%s binds its samples without a remainder', (name) => {
    const draw = cardTemplate(read(`${name}.json`) as object);
    for (const [variant, data] of Object.entries(read(`${name}.sample.json`) as Record<string, object>)) {
      const card = draw(data) as Card;
      expect([variant, problemsOf(card)]).toEqual([variant, []]);
      expect(JSON.stringify(card)).not.toContain('${');
    }
  });

  it.each(names)('%s takes data whose optional parts are all missing', (name) => {
    const draw = cardTemplate(read(`${name}.json`) as object);
    const [data] = Object.values(read(`${name}.sample.json`) as Record<string, Record<string, unknown>>);
    const minimal = Object.fromEntries(
      Object.entries(data!).map(([k, v]) => [k, Array.isArray(v) && k !== 'facts' ? [] : v]),
    );
    const card = draw(minimal) as Card;
    expect(problemsOf(card)).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('${');
  });
});

describe('every view', () => {
  const inAllLanguages = SAMPLES.flatMap((sample) => LANGUAGES.map((language) => ({ ...sample, language })));

  it.each(inAllLanguages)('draws $card, $variant in $language', ({ draw, language }) => {
    const message = draw(createSpeech(language));
    const card = message.card as Card;
    expect(problemsOf(card)).toEqual([]);
    expect(card['lang']).toBe(language);
    expect(JSON.stringify(card)).not.toContain('${');
    expect(message.summary).not.toBe('');
    expect(buttonsWidth(card)).toBeLessThanOrEqual(528);
    expect(message.text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
  });
});

/** Signs of Markdown that are not escaped, and what breaks a line or turns it round. */
const NOT_PLAIN = [/(?<!\\)(?:\\\\)*[*_[\]<>~`]/, /^\s*(?:[#>+-]|\d+[.)])\s/, /[\n\r\u0000-\u001f\u202a-\u202e]/];

describe('hostile data', () => {
  it.each(NASTY.map((text) => [text]))('%j never becomes Markdown, a mention or an expression', (text) => {
    for (const { card: name, variant, draw } of samplesWith(withHostile(text))) {
      const card = draw(createSpeech('en')).card as Card;
      expect([name, variant, problemsOf(card)]).toEqual([name, variant, []]);
      const shown = markdownTexts(card);
      expect(
        shown.filter((one) => one.includes('evil.example://') || NOT_PLAIN.some((sign) => sign.test(one))),
      ).toEqual([]);
      // Only our own addresses stay links.
      expect(shown.filter((one) => one.includes('://') && !one.startsWith('https://admin'))).toEqual([]);
      // The expression of the data is shown as it was typed, so nobody evaluated it.
      if (text.startsWith('${') && name === 'account') expect(JSON.stringify(card)).toContain(text);
      expect(card['msteams'] === undefined || !('entities' in (card['msteams'] as object))).toBe(true);
    }
  });

  it.each([
    ['letters', 'Ünïcode Ωmega '.repeat(300)],
    ['words without a break', 'W'.repeat(4000)],
    ['emoji', '👩‍👩‍👧‍👦🏴‍☠️'.repeat(400)],
    ['characters that are escaped', '[*_]'.repeat(1000)],
    ['quotes and backslashes', '"\\'.repeat(2000)],
  ])('stays below the size limit with names of 4,000 %s', (_what, text) => {
    for (const { card: name, variant, draw } of samplesWith(withHostile(text))) {
      for (const language of LANGUAGES) {
        const message = draw(createSpeech(language));
        expect([name, variant, problemsOf(message.card as Card)]).toEqual([name, variant, []]);
        expect(message.summary.length).toBeLessThanOrEqual(200);
      }
    }
  });
});
