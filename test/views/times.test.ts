import { LANGUAGES } from '../../src/domain/language';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '../../src/domain/time';
import { accountView } from '../../src/views/account/account';
import { boardView } from '../../src/views/lists/board';
import { clean } from '../../src/views/words/escape';
import { listView } from '../../src/views/lists/list';
import { createSpeech } from '../../src/views/words/speech';
import { cardTemplate } from '../../src/views/parts/template';
import { age, clockName, happenedAt, happenedOn, keeping } from '../../src/views/words/times';
import { watchNoticeView } from '../../src/views/watch/watch-notice';
import * as p from './pictures';
import { SAMPLES } from './samples';

const MAY = Date.UTC(2026, 4, 12, 9, 30);
const JANUARY = Date.UTC(2026, 0, 14, 8, 0);
const BERLIN = createSpeech('en', { timeZone: 'Europe/Berlin' });

describe('a time in words', () => {
  it('is in UTC and says so when nobody knows where the reader is', () => {
    expect(happenedAt(MAY, createSpeech('en'))).toBe('12 May 2026, 09:30 UTC');
  });

  it.each([
    ['Europe/Berlin', '14 Jan 2026, 09:00', '12 May 2026, 11:30'],
    ['America/New_York', '14 Jan 2026, 03:00', '12 May 2026, 05:30'],
    ['Australia/Sydney', '14 Jan 2026, 19:00', '12 May 2026, 19:30'],
    ['Asia/Kathmandu', '14 Jan 2026, 13:45', '12 May 2026, 15:15'],
    ['-04:30', '14 Jan 2026, 03:30', '12 May 2026, 05:00'],
  ])('in %s is what clocks there showed then, in winter as in summer', (timeZone, winter, summer) => {
    const speech = createSpeech('en', { timeZone });
    expect([happenedAt(JANUARY, speech), happenedAt(MAY, speech)]).toEqual([winter, summer]);
  });

  it.each([
    [0, 'just now'],
    [-5000, 'just now'],
    [4_000, '4 seconds ago'],
    [59_999, '59 seconds ago'],
    [60_000, '1 minute ago'],
    [3_600_000, '1 hour ago'],
    [86_400_000 * 3, '3 days ago'],
    [86_400_000 * 70, '2 months ago'],
    [86_400_000 * 359, '11 months ago'],
    [86_400_000 * 800, '2 years ago'],
  ])('for an age of %d ms is %j', (ms, words) => {
    expect(age(MAY - ms, MAY, createSpeech('en'))).toBe(words);
  });

  it('names the clock that it goes by', () => {
    expect(['America/New_York', '+05:30', 'UTC'].map(clockName)).toEqual(['America/New York', 'UTC+05:30', 'UTC']);
  });
});

describe('a card that stays', () => {
  const template = cardTemplate({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${words}' }] });
  const shown = (words: string, speech = keeping(BERLIN)): string => {
    const card = template({ words }, speech.keptTimes) as { body: { text: string }[] };
    return card.body[0]!.text;
  };

  it('asks the client of each reader for the time', () => {
    const speech = keeping(BERLIN);
    const words = `Checked ${age(MAY, MAY + 54_000, speech)}, signed on ${happenedOn(JANUARY, speech)}.`;

    expect(shown(words, speech)).toBe(
      'Checked {{DATE(2026-05-12T09:30:00Z, SHORT)}}, {{TIME(2026-05-12T09:30:00Z)}}, ' +
        'signed on {{DATE(2026-01-14T08:00:00Z, SHORT)}}.',
    );
  });

  it('tells two moments apart that read the same', () => {
    const speech = keeping(BERLIN);
    const words = `${happenedOn(MAY, speech)} ${happenedOn(MAY + 60_000, speech)} ${happenedOn(MAY, speech)}`;

    expect(shown(words, speech).match(/09:3\d/g)).toEqual(['09:30', '09:31', '09:30']);
  });

  it('keeps its times when a sentence is cleaned, and leaves none half', () => {
    const speech = keeping(BERLIN);
    const words = `since ${happenedAt(MAY, speech)}`;

    expect(shown(clean(words, 200), speech)).toContain('{{TIME(');
    expect(shown(clean(words, 15), speech)).toBe('since 12 May…');
  });

  it.each(['{{DATE(2017-02-14T06:00:00Z, SHORT)}}', '{{{TIME(2017-02-14T06:00:00Z)}}}', '\ue000{{DATE(x)}}\ue001'])(
    'lets no name ask for a time: %j',
    (name) => {
      expect(shown(name)).not.toMatch(/\{\{/);
      expect(shown(name)).not.toMatch(/[\ue000\ue001]/);
    },
  );

  const kept = {
    'an account': accountView(p.picture(), BERLIN),
    'a mapped account': accountView(p.picture(p.mapped()), BERLIN),
    'a board': boardView({ open: 1, lines: [{ accountId: 'a', name: 'Contoso', since: MAY }] }, BERLIN),
    'a digest': listView(
      { what: 'unmapped', lines: p.lines(3), total: 3, offset: 0, freshness: p.TROUBLED, now: p.NOW },
      keeping(BERLIN),
    ),
    'a note of a watch': watchNoticeView({ news: 'fired', watch: p.watch(), picture: p.picture(p.mapped()) }, BERLIN),
  };

  it.each(Object.entries(kept))(
    '%s says no age, and reads well where the functions are not known',
    (_what, message) => {
      const card = JSON.stringify(message.card);
      expect(card).toMatch(/\{\{DATE\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, SHORT\)\}\}/);
      expect(card).not.toMatch(/\bago\b|just now/);
      expect(`${message.text} ${message.summary}`).toMatch(/\d{1,2} \w{3,4} 20\d\d/);
      expect(`${message.text} ${message.summary}`).not.toMatch(/\{\{|\bago\b|just now/);
      const { speak, fallbackText } = message.card as { speak: string; fallbackText: string };
      expect(`${speak} ${fallbackText}`).not.toMatch(/\{\{/);
    },
  );

  it('names the zone in words, for whoever lives elsewhere', () => {
    expect(accountView(p.picture(p.mapped()), BERLIN).text).toMatch(/, \d\d:\d\d CES?T/);
    expect(accountView(p.picture(p.mapped()), createSpeech('en')).text).toMatch(/, \d\d:\d\d UTC/);
  });

  it.each(SAMPLES.flatMap((s) => LANGUAGES.map((language) => ({ ...s, language }))))(
    '$card, $variant in $language lets no mark out of the views',
    ({ draw, language }) => {
      expect(JSON.stringify(draw(createSpeech(language)))).not.toMatch(/[\ue000\ue001]/);
    },
  );
});

describe('the sources', () => {
  const root = join(__dirname, '..', '..', 'src');
  const folders = ['views', 'turns', 'teams'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );

  /** Whatever makes words of an instant. */
  const SAYS_A_TIME =
    /Intl\.(?:DateTime|RelativeTime)Format|\.toLocale(?:Date|Time)?String|\.to(?:ISO|UTC|Date|Time)String|catalogueOf\([^)]*\)\s*\.(?:date|dateTime|ago)/;

  it('are seen', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(SAYS_A_TIME.test(readFileSync(join(root, 'views/words/times.ts'), 'utf8'))).toBe(true);
  });

  it('make words of times in one place only', () => {
    const elsewhere = files
      .filter((file) => file !== 'views/words/times.ts' && file !== 'views/words/catalogue.ts')
      .filter((file) => SAYS_A_TIME.test(readFileSync(join(root, file), 'utf8')));

    expect(elsewhere).toEqual([]);
  });

  it('ask for the catalogue, which knows how to, only where people are spoken to', () => {
    const asking = files.filter((file) => /\bcatalogueOf\b/.test(readFileSync(join(root, file), 'utf8')));

    expect(asking.sort()).toEqual(['views/words/catalogue.ts', 'views/words/speech.ts', 'views/words/times.ts']);
  });
});

it('says nothing about the days of first looks but that they were before', () => {
  const line = p.line({ accepted: { at: p.NOW - DAY, basis: 'before-first-look' } });
  const list = listView(
    { what: 'unmapped', lines: [line], total: 1, offset: 0, freshness: p.FRESH, now: p.NOW },
    BERLIN,
  );

  expect(list.text).toMatch(/there before \d+ \w+ 2026, when we first looked/);
  expect(list.text).not.toMatch(/waiting since/);
});
