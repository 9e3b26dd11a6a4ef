import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { KnownNames } from './known-names';
import { isNoName } from './no-names';
import { SparingPattern } from './sparing-pattern';

export interface SameAsked {
  readonly company: string;
  readonly other: string;
  readonly language: Language;
}

const A = '(.{1,80}?)';

/** Whether two names are one company's: a question, and no order to map one to the other. */
const SAME: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:is|isn['’]t) ${A} the same(?: company| firm| customer| thing| one)? as (?:our )?${A}`,
    `are ${A} and ${A} (?:really )?(?:the )?same(?: company| firm| customer| thing| one)?`,
    `${A} and ${A},? (?:are they |is that |is it )?(?:the )?same(?: company| firm| customer| thing| one)?`,
  ],
  de: [
    `ist ${A} (?:dasselbe|dieselbe firma|das gleiche) wie ${A}`,
    `sind ${A} und ${A} (?:dasselbe|dieselbe firma|das gleiche|identisch)`,
  ],
  fr: [`(?:est-ce que )?${A} et ${A},? (?:sont|est-ce|c['’]est) la même (?:société|chose|entreprise)`],
  es: [`¿?(?:es|son) ${A} (?:y|lo mismo que) ${A}(?: la misma (?:empresa|cosa)| lo mismo)?`],
  nl: [`zijn ${A} en ${A} (?:hetzelfde|dezelfde)(?: bedrijf)?`, `is ${A} hetzelfde als ${A}`],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  SAME[language].map((text) => ({ language, pattern: new SparingPattern(`^[¿\\s]*${text}\\s*[?.!]*$`, 'iu') })),
);
const MAYBE = /same|dasselbe|dieselbe|gleiche|identisch|même|mism[oa]|hetzelfde|dezelfde|[^=]=[^=]/iu;
const EQUALS = /^(?:is )?(\S[^=?]{0,80}?)\s*={1,2}(?!>)\s*([^=?]{1,80}?)\s*\?\s*$/iu;

/** "Is The Phone Company the same as TPC?"; undefined for anything else. */
export function sameAsked(plain: string, known: KnownNames | undefined): SameAsked | undefined {
  if (!MAYBE.test(plain)) return undefined;
  const [, one, two] = EQUALS.exec(plain) ?? [];
  // An equals sign stands in tickets and orders, too.
  if (one !== undefined && two !== undefined && [one, two].every((name) => known?.has(name) === true))
    return named(one, two, 'en');
  for (const { language, pattern } of PATTERNS) {
    const [, company, other] = pattern.exec(plain) ?? [];
    if (company !== undefined && other !== undefined) return named(company, other, language);
  }
  return undefined;
}

function named(company: string, other: string, language: Language): SameAsked | undefined {
  const [one, two] = [company, other].map((name) => name.trim().replace(/^"(.+)"$/, '$1'));
  if (one === undefined || two === undefined || isNoName(one, undefined) || isNoName(two, undefined)) return undefined;
  return { company: one, other: two, language };
}
