import { intentChanges } from '../commands/intent';
import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import { understand } from '../commands/understand';
import type { Understanding, UnderstandOptions } from '../commands/understand';

/** A message that was read with a stand-in for the companies it points at. */
export type Filled = Extract<Understanding, { readonly outcome: 'understood' | 'beyond' }>;

/** Names that the understanding of messages knows best; the first that the message does not hold stands in. */
const STAND_INS = ['Contoso', 'Fabrikam', 'Litware'] as const;

export interface Blank {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is owned stands after it: "their licences". */
  readonly owns: boolean;
}

/** What the message asks when a company is put in at the blank; undefined when that makes no sense. */
export function fill({ text, start, end, owns }: Blank, of: string, options: UnderstandOptions): Filled | undefined {
  const name = standIn(text);
  const before = text.slice(0, start);
  const after = text.slice(end);
  const without = `${before.trimEnd()} ${after.trimStart()}`.trim();
  const inPlace = `${spaced(before)}${name}${/^[\s,.;:?!]/.test(after) || after === '' ? '' : ' '}${after}`;
  const owned = `${spaced(before)}${name}'s${after}`;
  const variants = owns
    ? [...(of === 'of' ? [owned] : []), ended(without, `${of} ${name}`), ended(without, name)]
    : [inPlace, ended(without, name), ended(without, `${of} ${name}`)];
  return firstAbout(name, variants, options);
}

/** What the message asks when a company is put in at its end: it needs one and names none. */
export function fillAtEnd(text: string, of: string, options: UnderstandOptions): Filled | undefined {
  const name = standIn(text);
  return firstAbout(name, [ended(text, `${of} ${name}`), ended(text, name)], options);
}

function firstAbout(name: string, variants: readonly string[], options: UnderstandOptions): Filled | undefined {
  const known = { has: (other: string) => other === name || options.known?.has(other) === true };
  for (const variant of variants) {
    const heard = understand(variant, { ...options, known });
    if (isAbout(heard, name)) return heard;
  }
  return undefined;
}

/** About the stand-in and nobody else, and by more than its name. */
function isAbout(heard: Understanding, name: string): heard is Filled {
  if (heard.outcome === 'beyond') return heard.company === name;
  if (heard.outcome !== 'understood' || heard.evidence.every((line) => line.startsWith('NAME '))) return false;
  const { intent } = heard;
  // "Take it", "turn that off": without a word that says what is to be done, nothing is.
  if (intentChanges(intent) && heard.evidence.every((line) => line.startsWith('learned '))) return false;
  if (intent.name === 'map') return intent.account === name && intent.customer !== name;
  const companies = companiesOf(intent);
  return companies.length === 1 && companies[0] === name;
}

/** The same with companies in the place of the stand-in. */
export function about(filled: Filled, companies: readonly string[]): Filled {
  if (filled.outcome === 'beyond') {
    const [company] = companies;
    return company === undefined ? filled : { ...filled, company };
  }
  return { ...filled, intent: withCompanies(filled.intent, companies) };
}

export function withCompanies(intent: Intent, companies: readonly string[]): Intent {
  if (intent.name === 'map') return { ...intent, account: companies[0] ?? '' };
  return Object.assign({}, intent, { companies });
}

function standIn(text: string): string {
  return STAND_INS.find((name) => !text.toLowerCase().includes(name.toLowerCase())) ?? STAND_INS[0];
}

function spaced(before: string): string {
  return before === '' || /[\s('"¿¡]$/.test(before) ? before : `${before} `;
}

/** The words before the closing punctuation, with more at their end. */
function ended(text: string, more: string): string {
  const close = /[\s?!.…]*$/.exec(text)?.[0] ?? '';
  return `${text.slice(0, text.length - close.length)} ${more}${close}`.trim();
}
