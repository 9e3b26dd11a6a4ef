import { localName } from './local-names';
import type { Dice } from './dice';
import { normalise } from '../../../src/commands/normalise';
import { enveloped } from './envelope';
import type { Marked, Span } from './spans';

/** The same utterance about other companies, in other letters: what is learned of it must not hang on its name. */
export function variant(one: Marked, names: readonly string[], chatter: readonly string[], dice: Dice): Marked {
  let text = '';
  let from = 0;
  const spans: Span[] = [];
  const style = dice.next();
  const low = style < 0.25;
  const loud = style > 0.96 && upper(one.text).length === one.text.length;
  const lowNames = low || dice.next() < 0.12;
  for (const span of one.spans) {
    text += letters(one.text.slice(from, span.start), low, loud);
    const old = one.text.slice(span.start, span.end);
    const name = otherName(old, one.lang, names, dice);
    if (one.spans.length < 3 && dice.next() < CORRECTED) text += correction(one.lang, name, names, dice, lowNames);
    const [open, close] = dice.next() < QUOTED ? dice.pick(QUOTES) : NO_QUOTES;
    text += open;
    const start = text.length;
    text += letters(name, lowNames, loud);
    spans.push({ ...span, start, end: text.length });
    text += close;
    from = span.end;
  }
  const rest0 = letters(one.text.slice(from), low, loud);
  const rest = dice.next() < 0.2 ? rest0.replace(/[?.!]+$/, '') : rest0;
  text += rest;
  if (dice.next() < DENIED && CHANGING.has(one.intent)) return denied({ ...one, text, spans }, dice);
  const said = around({ ...one, text: slipped(text, spans, dice), spans }, chatter, dice);
  return dice.next() < ENVELOPED ? enveloped(said, dice) : said;
}

function otherName(old: string, lang: string, names: readonly string[], dice: Dice): string {
  const kind = dice.next();
  if (kind < 0.25) return old;
  return normalise(kind < 0.4 ? localName(lang, dice) : dice.pick(names));
}

function upper(text: string): string {
  return text.toUpperCase();
}

function letters(text: string, low: boolean, loud: boolean): string {
  if (loud) return upper(text).length === text.length ? upper(text) : text;
  return low && text.toLowerCase().length === text.length ? text.toLowerCase() : text;
}

const QUOTED = 0.06;
const NO_QUOTES = ['', ''] as const;
const QUOTES = [
  ['"', '"'],
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
] as const;
const CORRECTED = 0.03;
const TAKEN_BACK: Readonly<Record<string, readonly string[]>> = {
  en: [
    ', sorry, ',
    ', no, ',
    ', no wait, ',
    ', I mean ',
    '... ',
    ', er, ',
    ', typo, ',
    ', wait, ',
    ' - sorry, I meant ',
    ', not that one, ',
    ' uh no ',
  ],
  de: [', nein, ', ', äh, ', ', Moment, ', ', ich meine ', ', quatsch, ', '... nein, ', ', sorry, '],
  fr: [', non, ', ', pardon, ', ', euh, ', ', je veux dire ', '... non, ', ', enfin '],
  es: [', no, ', ', perdón, ', ', digo, ', ', quiero decir ', '... no, ', ', espera, '],
  nl: [', nee, ', ', nee wacht, ', ', sorry, ', ', ik bedoel ', '... nee, ', ', eh, '],
};

/** Another name and the words that take it back: only the one that follows is meant. */
function correction(lang: string, name: string, names: readonly string[], dice: Dice, low: boolean): string {
  const wrong = dice.next() < 0.5 ? (name.split(' ')[0] ?? name) : normalise(dice.pick(names));
  return letters(wrong + dice.pick(TAKEN_BACK[lang] ?? TAKEN_BACK['en'] ?? []), low, false);
}

const DENIED = 0.05;
const CHANGING = new Set(['watch', 'unwatch', 'map', 'unmap', 'undo', 'settings']);
const DENIALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "don't ",
    "please don't ",
    'do not ',
    'never ',
    'please never ',
    'he said ',
    'she told me to ',
    'he asked whether to ',
    'should I ',
    'why did you ',
    'what happens if I ',
    'I already did: ',
    'nobody should ',
    "I wouldn't ",
    'shall we ',
  ],
  de: [
    'bitte nicht: ',
    'auf keinen Fall ',
    'er sagte: ',
    'soll ich ',
    'warum hast du ',
    'was passiert bei: ',
    'niemals ',
  ],
  fr: ['surtout ne ', 'il a dit : ', 'est-ce que je dois ', 'jamais ', 'pourquoi as-tu '],
  es: ['no ', 'por favor no ', 'dijo: ', '¿debo ', 'nunca ', 'por qué '],
  nl: ['niet ', 'doe dit nooit: ', 'hij zei: ', 'moet ik ', 'waarom heb je '],
};

/** The same words told, asked or forbidden: nothing is to be done. */
function denied(one: Marked, dice: Dice): Marked {
  const before = dice.pick(DENIALS[one.lang] ?? DENIALS['en'] ?? []);
  const [first = ''] = one.text;
  const text = before + (dice.next() < 0.7 ? first.toLowerCase() + one.text.slice(1) : one.text);
  return { ...one, intent: 'unknown', args: {}, text, spans: [] };
}

const SLIPS = 0.12;

/** Two neighbouring letters changed places outside the names: as long as before. */
function slipped(text: string, spans: readonly Span[], dice: Dice): string {
  if (dice.next() >= SLIPS) return text;
  const letters = Array.from(text);
  if (letters.length !== text.length) return text;
  for (let tries = 0; tries < 2; tries += 1) {
    const at = dice.below(text.length - 1);
    if (spans.some((span) => at + 1 >= span.start && at < span.end)) continue;
    const [one = '', two = ''] = [letters[at], letters[at + 1]];
    if (!/\p{L}/u.test(one) || !/\p{L}/u.test(two)) continue;
    if (dice.next() < 0.5) letters.splice(at, 2, two, one);
    else letters[at] = two;
  }
  return letters.join('');
}

const ENVELOPED = 0.08;
const AROUND = 0.15;

/** A request with small talk before or after it still is that request. */
function around(one: Marked, chatter: readonly string[], dice: Dice): Marked {
  if (dice.next() >= AROUND || chatter.length === 0 || one.intent === 'unknown') return one;
  const talk = dice.pick(chatter);
  const low = one.text === one.text.toLowerCase();
  const said = low ? talk.toLowerCase() : talk;
  if (dice.next() < 0.3) {
    const end = /[.!?]$/.test(one.text) ? ' ' : '. ';
    return { ...one, text: `${one.text}${end}${said}` };
  }
  const before = said.replace(/[.!?]+$/, '') + dice.pick(['. ', ', ', ', so ', ', anyway, ', '. ', ' - ']);
  const by = before.length;
  return {
    ...one,
    text: before + one.text,
    spans: one.spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
  };
}

const DENIES =
  /\b(?:not|no|don'?t|didn'?t|never|wait|stop|undo|un\w+|map\w*|watch\w*|cancel|nicht|kein\w*|pas|non|niet|geen|if|wenn|si|als)\b/i;

/** Sentences that ask nothing of the bot and take nothing back, by language. */
export function chatterOf(rows: readonly Marked[]): ReadonlyMap<string, readonly string[]> {
  const chatter = new Map<string, string[]>();
  for (const { intent, text, lang, spans } of rows) {
    const words = text.split(' ').length;
    if (intent !== 'unknown' || spans.length > 0 || words < 5 || words > 22 || /[?\n]/.test(text) || DENIES.test(text))
      continue;
    chatter.set(lang, [...(chatter.get(lang) ?? []), text]);
  }
  return chatter;
}
