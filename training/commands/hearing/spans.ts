import { normalise } from '../../../src/commands/normalise';
import { tokenise } from '../../../src/commands/token';
import type { Token } from '../../../src/commands/token';
import { BEGINS_NAME, IN_NAME } from '../../../src/commands/hearing/viterbi';
import type { Utterance } from '../corpus';

/** An utterance with the places of the names that it is about, in the normalised text. */
export interface Marked {
  readonly text: string;
  readonly lang: string;
  readonly intent: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly spans: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly role: string;
}

/** Undefined where a name does not stand in the text as it is written. */
export function marked({ text, lang, wanted }: Utterance): Marked | undefined {
  const plain = normalise(text);
  const [first] = wanted;
  if (first === undefined) return undefined;
  const spans: Span[] = [];
  for (const [role, value] of Object.entries(first.args)) {
    if (role !== 'companies' && role !== 'account' && role !== 'customer') continue;
    for (const name of [value].flat().map(String)) {
      const start = placeIn(plain, normalise(name), spans);
      if (start === undefined) return undefined;
      spans.push({ start, end: start + normalise(name).length, role });
    }
  }
  return { text: plain, lang, intent: first.intent, args: first.args, spans: spans.sort((a, b) => a.start - b.start) };
}

function placeIn(plain: string, name: string, taken: readonly Span[]): number | undefined {
  const text = plain.toLowerCase();
  const wanted = name.toLowerCase();
  let loose: number | undefined;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (taken.some((span) => at < span.end && at + wanted.length > span.start)) continue;
    const whole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + wanted.length] ?? ' ');
    if (whole) return at;
    loose ??= at;
  }
  return loose;
}

export function goldTags(tokens: readonly Token[], spans: readonly Span[]): Uint8Array {
  const tags = new Uint8Array(tokens.length);
  for (const { start, end } of spans) {
    let first = true;
    tokens.forEach((token, at) => {
      const overlap = Math.min(end, token.end) - Math.max(start, token.start);
      if (overlap <= 0) return;
      tags[at] = first ? BEGINS_NAME : IN_NAME;
      first = false;
    });
  }
  return tags;
}

export function tokensOf(plain: string): readonly Token[] {
  return tokenise(plain);
}
