import { EXPORT_FORMATS, EXPORTS } from '../domain/export';
import type { ExportAsked } from '../domain/export';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Span } from '../domain/span';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import words from './export-words.json';
import { timeAt } from './filters/times';
import { askedWords, foldAsked, itemsIn } from './filters/words';
import type { Intent } from './intent';

/** export | export the mappings | export the history of October | decisions of last week as CSV. No name is in them. */
export const exporting: Command = {
  name: 'export',
  help: 'help.export',
  summary: 'Gives a file with all mappings, or with every decision.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['export the mappings', 'export the history of October', 'decisions of last week as CSV'],
    de: ['Zuordnungen exportieren', 'exportiere den Verlauf vom Oktober', 'Entscheidungen der letzten Woche als CSV'],
    fr: ['exporter les associations', "exporte l'historique d'octobre", 'décisions de la semaine dernière en CSV'],
    es: ['exportar las asignaciones', 'exporta el historial de octubre', 'decisiones de la semana pasada en CSV'],
    nl: ['koppelingen exporteren', 'exporteer de geschiedenis van oktober', 'beslissingen van vorige week als CSV'],
  },
  build: () => undefined,
};

/** No request for a file is longer. */
const LONGEST = 16;
/** What a word of such a request does in it. `deed` asks for a file, `file` names one without saying of what kind, `these` all there is. */
const ROLES = ['deed', 'file', ...EXPORTS, ...EXPORT_FORMATS, 'these', 'small'] as const;

type Role = (typeof ROLES)[number];
type Words = ReadonlyMap<string, Role>;

const WORDS: Readonly<Record<Language, Words>> = {
  en: wordsOf(words.en),
  de: wordsOf(words.de),
  fr: wordsOf(words.fr),
  es: wordsOf(words.es),
  nl: wordsOf(words.nl),
};

function wordsOf(lists: Readonly<Record<Role, string>>): Words {
  return new Map(ROLES.flatMap((role) => lists[role].split(' ').map((word) => [word, role] as const)));
}

/** Words of any language without one of which nothing is asked. */
const ASKING: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) =>
    [...WORDS[language]].filter(([, role]) => role !== 'small' && role !== 'these').map(([word]) => word),
  ),
);

/** That somebody wants a file; undefined when anything else is said as well. `own` is their language, for words of several. */
export function exportPhrase(
  plain: string,
  own: Language,
): { readonly intent: Intent; readonly language: Language } | undefined {
  const said = askedWords(plain);
  if (said.length === 0 || said.length > LONGEST) return undefined;
  if (!said.flatMap(partsOf).some((word) => ASKING.has(word))) return undefined;
  for (const language of [own, ...LANGUAGES.filter((one) => one !== own)]) {
    const asked = askedIn(said, language);
    if (asked !== undefined) return { intent: { name: 'export', ...asked }, language };
  }
  return undefined;
}

function askedIn(said: readonly string[], language: Language): ExportAsked | undefined {
  const known = WORDS[language];
  const items = itemsIn(said, language);
  const roles = new Set<Role>();
  let span: Span | undefined;
  for (let at = 0; at < items.length;) {
    const time = timeAt(items, at);
    if (time?.time === 'span' && span === undefined) {
      span = time.span;
      at = time.end;
      continue;
    }
    const own = rolesOf(items[at]?.text ?? '', known);
    if (own === undefined) return undefined;
    for (const role of own) roles.add(role);
    at += 1;
  }
  const whats = EXPORTS.filter((what) => roles.has(what));
  const formats = EXPORT_FORMATS.filter((format) => roles.has(format));
  const isWanted = roles.has('deed') || formats.length > 0 || (roles.has('file') && whats.length > 0);
  if (!isWanted || whats.length > 1) return undefined;
  // "Excel" alone asks for nothing.
  if (!roles.has('deed') && !roles.has('these') && whats.length === 0) return undefined;
  const [format, another] = formats;
  return {
    what: whats[0] ?? 'mappings',
    ...(format === undefined || another !== undefined ? {} : { format }),
    ...(span === undefined ? {} : { span }),
  };
}

/** A phrase of a question may be made of words that we know one by one. */
function rolesOf(text: string, known: Words): readonly Role[] | undefined {
  const roles = partsOf(text).map((word) => known.get(word));
  return roles.every((role) => role !== undefined) ? roles : undefined;
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[\s'’]+/)
    .filter((word) => word !== '')
    .map(foldAsked);
}
