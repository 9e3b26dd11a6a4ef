import type { Language } from '../domain/language';

/** "Show 2", "why 2?", "map 2 to Fabrikam" of a page of a review: the number stands for the account of that row. */
interface RowSaid {
  readonly number: number;
  /** The message with the account's name in the place of the number. */
  readonly named: (name: string) => string;
}

const ROW = '(?:number|no\\.?|nr\\.?|row|account|nummer|zeile|konto|numéro|ligne|compte|número|fila|cuenta|rij) ?';
const LOOK: Readonly<Record<Language, { readonly say: string; readonly words: string }>> = {
  en: { say: 'show', words: 'show|open|why|explain|details?|more (?:on|about)|look at|what is|who is' },
  de: { say: 'zeige', words: 'zeige?|öffne|warum|wieso|erkläre|details|mehr zu|wer ist|was ist' },
  fr: { say: 'montre', words: 'montre|ouvre|pourquoi|explique|détails|qui est' },
  es: { say: 'muestra', words: 'muestra|abre|por qué|explica|detalles|quién es' },
  nl: { say: 'toon', words: 'toon|open|waarom|details|meer over|wie is' },
};
const LOOKS = Object.values(LOOK).map(({ say, words }) => ({
  say,
  pattern: new RegExp(
    `^¿?(?:${words})(?: me| mir| moi| us| of| for| zu| de)? (?:the )?(?:${ROW})?(\\d{1,2})\\s*[?.!]*$`,
    'iu',
  ),
}));
const MAP = new RegExp(
  `^((?:please |bitte )?(?:map|link|assign|match|ordne|verknüpfe|mappe|associe[rz]?|asigna[r]?|koppel) )(?:${ROW})?(\\d{1,2})( (?:to|with|zu|mit|à|avec|a|con|aan|met) (?!\\d{1,2}\\b).*)$`,
  'iu',
);

/** Undefined when no row is named in a way that another command understands. */
export function rowSaid(message: string): RowSaid | undefined {
  const text = message.trim();
  const [, before, mapped, after] = MAP.exec(text) ?? [];
  if (before !== undefined && mapped !== undefined && after !== undefined)
    return { number: Number(mapped), named: (name) => `${before}"${name}"${after}` };
  for (const { say, pattern } of LOOKS) {
    const [, number] = pattern.exec(text) ?? [];
    if (number !== undefined) return { number: Number(number), named: (name) => `${say} "${name}"` };
  }
  return undefined;
}
