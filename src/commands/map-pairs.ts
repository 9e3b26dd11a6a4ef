import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { KnownNames } from './known-names';
import { SparingPattern } from './sparing-pattern';

/** "Map A to X and B to Y": several mappings under one verb. Read as one sentence, "X and B" is a customer. */
export interface MapPair {
  readonly account: string;
  readonly customer: string;
  /** Of the verb; undefined between arrows. */
  readonly language?: Language;
}

interface Frame {
  /** The verb, and what leads to it. */
  readonly lead: string;
  /** What stands between an account and its customer. */
  readonly to: string;
  /** The verb where it comes last. */
  readonly tail: string;
}

/** What stands before a request, in five languages; for patterns that are read without regard to case. */
export const POLITE =
  '(?:(?:please|pls|kindly|can you|could you|can u|bitte|kannst du|merci de|peux-tu|por favor|puedes|graag|kun je),? )*';

const FRAMES: Readonly<Record<Language, Frame>> = {
  en: { lead: '(?:map|link|assign|match|connect|attach|tie) ', to: '(?:to|onto|with)', tail: '' },
  de: {
    lead: '(?:(?:mappe?|verknüpfe?|verbinde|ordne|verlinke) )?',
    to: '(?:zu|mit|auf|dem kunden|zum kunden)',
    tail: '(?: (?:zu|zuordnen|verknüpfen|verbinden|mappen))?',
  },
  fr: { lead: '(?:associe[rz]?|relie[rz]?|lie[rz]?|rattache[rz]?|mappe[rz]?) ', to: '(?:à|au|avec)', tail: '' },
  es: { lead: '(?:asigna[r]?|vincula[r]?|asocia[r]?|enlaza[r]?|mapea[r]?) ', to: '(?:a|al|con)', tail: '' },
  nl: { lead: '(?:(?:koppel|verbind|map) )?', to: '(?:aan|met|naar)', tail: '(?: (?:koppelen|verbinden|mappen))?' },
};

const JOIN = /(?:\s*[,;\n]\s*(?:(?:and|und|et|y|en) )?|\s+(?:and|und|et|y|en|&) )/giu;
const ARROW = /\s*(?:[-=~]{1,3}>{1,2}|[→⇒➜➡⟶⇨►▶])\s*/u;
const LONGEST = 1_000;
const LONGEST_NAME = 100;

const PATTERNS = LANGUAGES.map((language) => {
  const { lead, to, tail } = FRAMES[language];
  return {
    language,
    whole: new SparingPattern(
      `^(?<lead>${POLITE}${lead})(?<pairs>.+? ${to} .+? ${to} .+?)(?<tail>${tail})[.!?]*$`,
      'isu',
    ),
    again: new RegExp(`^${POLITE}${lead}`, 'iu'),
    to: new RegExp(` ${to} `, 'iu'),
  };
});

/** The pairs in their order; undefined where the text is no such list, or where nobody can tell where its names end. */
export function mapPairs(plain: string, known: KnownNames | undefined): readonly MapPair[] | undefined {
  const text = plain.trim();
  if (text.length > LONGEST) return undefined;
  const arrows = text.replace(/[.!?]+$/u, '').split(ARROW);
  if (arrows.length > 2) return pairsOf(arrows, known);
  for (const { language, whole, again, to } of PATTERNS) {
    const { lead = '', pairs, tail = '' } = whole.exec(text)?.groups ?? {};
    if (pairs === undefined || (lead.trim() === '' && tail.trim() === '')) continue;
    const found = pairsOf(pairs.split(to), known);
    if (found === undefined) continue;
    return found.map(({ account, customer }) => ({ account: account.replace(again, ''), customer, language }));
  }
  return undefined;
}

/** Between two words for "to" stand a customer and the next account. */
function pairsOf(pieces: readonly string[], known: KnownNames | undefined): readonly MapPair[] | undefined {
  const middle = pieces.slice(1, -1).map((piece) => cutAtJoin(piece, known));
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const names = [first, ...middle.flatMap((cut) => cut ?? ['', '']), last].map(unquoted);
  if (middle.length === 0 || names.some((name) => name === '' || name.length > LONGEST_NAME)) return undefined;
  return names.flatMap((account, at) => (at % 2 === 0 ? [{ account, customer: names[at + 1] ?? '' }] : []));
}

function unquoted(name: string): string {
  return name.trim().replace(/^"(.*)"$/u, '$1');
}

/** "X and B": where there are several joins, that one on both sides of which is a name that we know. */
function cutAtJoin(piece: string, known: KnownNames | undefined): readonly [string, string] | undefined {
  const cuts = [...piece.matchAll(JOIN)].map(
    (join) => [piece.slice(0, join.index), piece.slice(join.index + join[0].length)] as const,
  );
  const sure = cuts.filter((cut) => cut.every((name) => known?.has(name.trim()) === true));
  const [only, another] = sure.length > 0 ? sure : cuts;
  return another === undefined ? only : undefined;
}
