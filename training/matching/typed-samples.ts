import type { Customer } from '../../src/domain/customer';
import { companyName } from '../../src/matching/company-name';
import { queryOfText } from '../../src/matching/query';
import { initials } from '../../src/matching/similarity';
import { NEIGHBOURS } from '../../src/matching/slips';
import { foldName, wordsOf } from '../../src/matching/text';
import type { Foldable } from './folds';
import type { Account, MatchingData } from './data';
import { seeded } from './random';
import type { Question } from './samples';

export interface TypedQuestion extends Question, Foldable {
  /** The id of a lookup of the data, or empty for a made-up one. */
  readonly id: string;
}

const MADE_UP = 2500;
/** Every so many customers of the list go by their initials, and their whole names are typed. */
const SHORTENED = 40;
/** Kinds of accounts without a customer whose name alone says so. */
const NAME_ONLY_NONE = new Set(['none_random', 'none_lookalike']);
/** Nobody types a name that is no longer in use, and a namesake abroad needs more than a name. */
const NOT_TYPED = new Set(['former_name', 'brand_vs_legal', 'sibling_country']);

/** The lookups, the accounts' names alone where a name can find the customer, and names changed as people mistype them. */
export function typedQuestions(data: MatchingData): TypedQuestion[] {
  const byId = new Map(data.customers.map((c) => [c.id, c]));
  const question = (id: string, text: string, truth: string | null): TypedQuestion => {
    const customer = byId.get(truth ?? '');
    return {
      id,
      query: queryOfText(text),
      truth,
      names: [text, ...(customer === undefined ? [] : [customer.name])],
      domains: [customer?.website ?? ''],
    };
  };
  const random = seeded(23);
  const beginnings = beginningsOf(data.customers);
  const made: TypedQuestion[] = [];
  while (made.length < MADE_UP) {
    const customer = data.customers[Math.floor(random() * data.customers.length)]!;
    const text = mistype(customer, beginnings, random);
    if (text !== undefined) made.push(question('', text, customer.id));
  }
  return [
    ...data.lookups.map((lookup) => question(lookup.id, lookup.query, lookup.truth)),
    ...data.accounts.filter(foundByName).map((account) => question('', account.name, account.truth)),
    ...made,
  ];
}

/** The list again, with some customers that it knows by their initials alone, and the whole names of these as questions. */
export function shortenedList(data: MatchingData): { customers: Customer[]; questions: TypedQuestion[] } {
  const questions: TypedQuestion[] = [];
  const customers = data.customers.map((customer, i): Customer => {
    const { words, spoken } = companyName(customer.name);
    if (i % SHORTENED !== 0 || words.length < 3 || words.length > 6) return customer;
    const text = spoken.join(' ');
    questions.push({
      id: '',
      query: queryOfText(text),
      truth: customer.id,
      names: [customer.name],
      domains: [customer.website ?? ''],
    });
    return { ...customer, name: initials(i % (2 * SHORTENED) === 0 ? words : spoken).toUpperCase() };
  });
  return { customers, questions };
}

function foundByName(account: Account): boolean {
  if (account.truth === null) return NAME_ONLY_NONE.has(account.kind);
  return account.evidence.includes('name') && !NOT_TYPED.has(account.kind);
}

/** How many customers' names begin with the same words. */
function beginningsOf(customers: readonly Customer[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of customers) {
    const words = wordsOf(foldName(name));
    words.forEach((_, i) => {
      const text = words.slice(0, i + 1).join(' ');
      counts.set(text, (counts.get(text) ?? 0) + 1);
    });
  }
  return counts;
}

/** The whole name, its core, as many first words as make it the only one, or its acronym; each also with a slip of the finger. */
function mistype(
  customer: Customer,
  beginnings: ReadonlyMap<string, number>,
  random: () => number,
): string | undefined {
  const spoken = wordsOf(foldName(customer.name));
  const core = companyName(customer.name).words;
  const draw = random();
  if (draw > 0.93) return core.length < 3 || core.length > 6 ? undefined : initials(core);
  const enough = spoken.findIndex((_, i) => beginnings.get(spoken.slice(0, i + 1).join(' ')) === 1);
  if (draw > 0.6 && enough < 0) return undefined;
  const words = draw < 0.25 ? spoken : draw < 0.6 ? core : spoken.slice(0, enough + 1);
  const text = words.join(' ');
  if (text.length < 4) return undefined;
  return random() < 0.55 ? slip(text, random) : text;
}

/** One slip of the finger; with `hand` mostly as a hand makes it: a neighbouring key, two letters swapped, one doubled. */
export function slip(text: string, random: () => number, hand = false): string {
  const at = Math.floor(random() * (text.length - 1));
  const letter = hand && random() < 0.7 ? neighbourOf(text.charAt(at), random) : anyLetter(random);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at);
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

function anyLetter(random: () => number): string {
  return 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random() * 26));
}

function neighbourOf(letter: string, random: () => number): string {
  const near = `${NEIGHBOURS.get(letter) ?? ''}${letter}`;
  return near.charAt(Math.floor(random() * near.length));
}
