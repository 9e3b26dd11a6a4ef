import type { Customer } from '../../src/domain/customer';
import { companyName } from '../../src/matching/company-name';
import { foldName, wordsOf } from '../../src/matching/text';
import type { MatchingData } from './data';
import { seeded } from './random';
import { slip } from './typed-samples';

/** A name as somebody may type it, with the customer that is meant, or null. */
export interface ResolutionQuestion {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly truth: string | null;
}

const ABSENT = new Set(['none_lookalike', 'none_sibling', 'none_random']);
const PRESENT = new Set(['same_name', 'legal_form', 'diacritics', 'spacing', 'syn_typo', 'syn_punct_case']);
const FORM =
  /^(ltd|limited|inc|incorporated|llc|llp|lp|plc|gmbh|ag|kg|kgaa|sa|sas|sarl|srl|spa|corp|corporation|co|company|the|and|se|nv|bv|b|v|ab|as|oy|oyj|kk|pte|pty|sdn|bhd|uk|usa)$/;

/** A name without legal forms, found independently of the matching. */
export function bareName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain
    .split(' ')
    .filter((word) => !FORM.test(word))
    .join(' ');
}

/**
 * Names of accounts and typed names. Those of nobody are of real organisations that are not in the list although a near
 * name often is; names that differ from one in the list by the legal form alone are left out, since nobody could tell.
 */
export function resolutionQuestions(data: MatchingData): ResolutionQuestion[] {
  const known = new Set(data.customers.map((customer) => bareName(customer.name)));
  const asked = (truth: string | null, name: string, kinds: boolean): boolean =>
    truth === null ? kinds && !known.has(bareName(name)) : kinds;
  return [
    ...data.accounts
      .filter(({ truth, kind, name }) => asked(truth, name, (truth === null ? ABSENT : PRESENT).has(kind)))
      .map(({ id, kind, name, truth }) => ({ id, kind, text: name, truth })),
    ...data.lookups
      .filter(({ truth, query }) => asked(truth, query, true))
      .map(({ id, kind, query, truth }) => ({ id, kind, text: query, truth })),
  ];
}

/** One of so many companies is taken out. */
const TAKEN_OUT = 8;
/** Share of the mistyped names with a second slip. */
const TWO_SLIPS = 0.4;

/** The list without some of its companies, and names of these and of those that are left, as people type and mistype them. */
export function thinnedList(
  data: MatchingData,
  seed: number,
): { customers: Customer[]; questions: ResolutionQuestion[] } {
  const random = seeded(seed);
  const groups = new Map<string, Customer[]>();
  for (const customer of data.customers) {
    const key = companyName(customer.name).words.join('');
    groups.set(key, [...(groups.get(key) ?? []), customer]);
  }
  const customers: Customer[] = [];
  const gone: Customer[] = [];
  for (const group of groups.values()) {
    if (random() * TAKEN_OUT < 1) gone.push(group[0]!);
    else customers.push(...group);
  }
  const questions: ResolutionQuestion[] = [];
  const ask = (customer: Customer, truth: string | null): void => {
    const { kind, text } = typedAs(customer, random);
    if (text.length >= 4) questions.push({ id: '', kind: truth === null ? `out_${kind}` : `in_${kind}`, text, truth });
  };
  for (const customer of gone) ask(customer, null);
  const left = new Map<string, number>();
  for (const { name } of customers) {
    const key = companyName(name).words.join('');
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  for (let i = 0; i < gone.length; i++) {
    const customer = customers[Math.floor(random() * customers.length)]!;
    if (left.get(companyName(customer.name).words.join('')) === 1) ask(customer, customer.id);
  }
  return { customers, questions };
}

function typedAs({ name }: Customer, random: () => number): { kind: string; text: string } {
  const core = companyName(name).words.join(' ');
  const draw = random();
  if (draw < 0.35) return { kind: 'full', text: name };
  if (draw < 0.6) return { kind: 'core', text: core };
  const text = slip(draw < 0.8 ? wordsOf(foldName(name)).join(' ') : core, random, true);
  return { kind: 'slip', text: random() < TWO_SLIPS && text.length > 9 ? slip(text, random, true) : text };
}

const SMALL_LIST = 300;

/**
 * A short list, as most partners have, in which every word is rare: names of its companies as people type them, beginnings
 * too, and names of nobody in it: of others that begin alike, of any others, and sisters made of a name's first words.
 */
export function shortList(
  data: MatchingData,
  seed: number,
): { customers: Customer[]; questions: ResolutionQuestion[] } {
  const random = seeded(seed);
  const customers: Customer[] = [];
  const beginnings = new Map<string, number>();
  const begins = (name: string): string => companyName(name).words[0] ?? '';
  const rest: Customer[] = [];
  for (const customer of data.customers) {
    if (random() * data.customers.length >= SMALL_LIST) rest.push(customer);
    else {
      customers.push(customer);
      const first = begins(customer.name);
      beginnings.set(first, (beginnings.get(first) ?? 0) + 1);
    }
  }
  const taken = new Set(customers.map(({ name }) => companyName(name).words.join('')));
  const questions: ResolutionQuestion[] = [];
  const ask = (kind: string, text: string, truth: string | null): void => {
    const known = truth === null && taken.has(companyName(text).words.join(''));
    if (text.length >= 3 && !known) questions.push({ id: '', kind, text, truth });
  };
  for (const { id, name } of customers) {
    const { words } = companyName(name);
    const typed = typedAs({ id, name }, random);
    ask(`in_${typed.kind}`, typed.text, id);
    const length = 1 + Math.floor(random() * (words.length - 1));
    const part = words.slice(0, length).join(' ');
    if (words.length > 1 && beginnings.get(words[0]!) === 1 && !taken.has(part.replaceAll(' ', '')))
      ask('in_part', part, id);
    const other = companyName(data.customers[Math.floor(random() * data.customers.length)]!.name).words;
    if (words.length > 1 && random() < 0.5)
      ask('out_sister', [...words.slice(0, length), other.at(-1)!].join(' '), null);
  }
  for (const customer of rest) {
    const alike = beginnings.has(begins(customer.name)) && random() < 0.15;
    if (!alike && random() * rest.length >= SMALL_LIST / 2) continue;
    const { kind, text } = typedAs(customer, random);
    ask(`out_${kind}`, text, null);
  }
  return { customers, questions };
}
