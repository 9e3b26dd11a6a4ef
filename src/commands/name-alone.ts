import { companiesOf } from './no-names';
import { isPlain, isPureName, spacedWords } from './name-like';
import { normalise } from './normalise';
import type { Understanding, UnderstandOptions } from './understanding';

/** Longer names are seldom typed by themselves. */
const MOST_WORDS = 6;

/**
 * A message that is nothing but a name with its capitals asks about that name, and about the whole of it: "Adventure
 * Works 2" is not Adventure Works, and "Coho Brewery" holds no word too many.
 */
export function nameAlone(heard: Understanding, text: string, options: UnderstandOptions): Understanding {
  if (heard.outcome !== 'misunderstood' && !isBareStatus(heard)) return heard;
  const whole = normalise(text)
    .replace(/[?!.\s]+$/, '')
    .replace(/^[¿¡\s]+/, '');
  const before = heard.outcome === 'understood' ? companiesOf(heard.intent)[0] : undefined;
  if (before === whole) return heard;
  const began = before !== undefined && whole.startsWith(before);
  if (!isNameAlone(whole, began, options) && !isLongerName(whole, before)) return heard;
  const { language } = heard;
  const intent = { name: 'status', companies: [whole] } as const;
  return { outcome: 'understood', intent, language, evidence: [`NAME "${whole}"`] };
}

function isBareStatus(heard: Understanding): heard is Extract<Understanding, { readonly outcome: 'understood' }> {
  if (heard.outcome !== 'understood' || heard.intent.name !== 'status' || heard.intent.companies.length !== 1)
    return false;
  return heard.evidence.every((line) => line.startsWith('NAME '));
}

/** "contoso xx", "contoso 12345": what stands behind the name is no word that asks anything, and is not left out. */
function isLongerName(text: string, name: string | undefined): boolean {
  if (name === undefined || !text.startsWith(`${name} `) || /["\n]|[,;:]\s/.test(text)) return false;
  const rest = spacedWords(text.slice(name.length));
  return rest.length <= 2 && rest.every((word) => /^[\p{L}\p{N}]+$/u.test(word) && !isPlain(word, true));
}

function isNameAlone(text: string, began: boolean, { known }: UnderstandOptions): boolean {
  if (/["\n]|[,;:]\s/.test(text)) return false;
  const words = spacedWords(text);
  if (words.length < 2 || words.length > MOST_WORDS || !/^\p{Lu}/u.test(text)) return false;
  // "Refresh Contoso" begins with no name, as far as anybody can tell.
  if (!began && isPlain(words[0] ?? '', true)) return false;
  return words.every((word) => /^[\p{Lu}\p{N}&(+]/u.test(word)) && isPureName(text.replace(/ \p{N}+$/u, ''), known);
}
