import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { isPureName } from './name-like';

/** The words that make a question of a bare name, in the language of the yes or no. */
const ASKED: Readonly<Record<Language, { readonly words: string; readonly asks: string }>> = {
  en: { words: '(?:y(?:es|ep|eah)|nope|no)(?:\\s*(?:/|\\bor\\b)\\s*no?)?|y\\s*/\\s*n', asks: 'status of' },
  de: { words: '(?:ja|nein)(?:\\s+oder\\s+nein)?', asks: 'wie steht es mit' },
  fr: { words: '(?:oui|non)(?:\\s+ou\\s+non)?', asks: 'où en est' },
  es: { words: 's[ií](?:\\s+o\\s+no)?', asks: 'estado de' },
  nl: { words: 'ja\\s+of\\s+nee|nee|niet|wel', asks: 'hoe staat het met' },
};

/** A yes or a no that only makes a question of what stands before it: "Contoso yes? Fabrikam no?", "accepted, or not?". */
const TAGS = LANGUAGES.map((language) => ({
  ...ASKED[language],
  pattern: new RegExp(
    `(?<=[^\\s,.?!–-])(?:\\s*[,–-])?\\s+(?:(?:or|oder|ou|o|of)\\s+)?(?:${ASKED[language].words})(?=\\s*\\?)`,
    'giu',
  ),
}));
/** "Is it a no?", "why not?": the word belongs to the sentence. */
const BELONGS = /(?<!\p{L})(?:an?|the|why|is|it|that|ist|das|es|c['’]est|eso|dat|was|did|does|do)$/iu;
/** What such a name may stand behind. */
const BEGINS = /[?!.;\n]\s*|^/u;

/** The question without its yes or no; a bare name is asked about in its words. The same text where it has none. */
export function withoutYesOrNo(text: string): string {
  if (!text.includes('?')) return text;
  return TAGS.reduce((rest, tag) => without(rest, tag), text);
}

function without(text: string, { pattern, asks }: (typeof TAGS)[number]): string {
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const before = text.slice(from, found.index);
    if (BELONGS.test(before)) continue;
    const start = lastBegin(before);
    const name = before.slice(start).replace(/^¿/u, '');
    parts.push(isPureName(name, undefined) ? `${before.slice(0, start)}${asks} ${name}` : before);
    from = found.index + found[0].length;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

/** Where the last sentence of the text begins. */
function lastBegin(text: string): number {
  const [last = text] = text.split(BEGINS).slice(-1);
  return text.length - last.length;
}
