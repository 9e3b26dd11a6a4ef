import type { CandidateLine } from '../../domain/answers';
import type { Customer } from '../../domain/customer';
import { clean, shortName } from '../words/escape';
import { fullStop, reasonsFor, reasonsLine } from '../words/evidence-words';
import { maybe } from './parts';
import type { Maybe } from './parts';
import type { PhraseKey, Speech } from '../words/speech';

/** One proposed customer as cards show it. */
export interface CandidateBlock {
  readonly name: string;
  readonly probability: string;
  readonly detail: Maybe<{ readonly text: string }>;
  readonly reasons: Maybe<{ readonly text: string }>;
  readonly against: Maybe<{ readonly text: string }>;
}

export const CANDIDATES_SHOWN = 5;

export function candidateBlock(line: CandidateLine, speech: Speech): CandidateBlock {
  const { reasons, against } = reasonsFor(line.evidence, speech);
  const detail = [customerDetail(line.customer, speech), mappedWords(line, speech)]
    .filter((part) => part !== '')
    .join(' · ');
  return {
    name: shortName(line.customer.name),
    probability: probabilityWords(line.probability, speech),
    detail: maybe(detail === '' ? undefined : { text: detail }),
    reasons: maybe(reasons.length === 0 ? undefined : { text: reasonsLine(reasons) }),
    against: maybe(against === undefined ? undefined : { text: speech.say('candidate.against', { reason: against }) }),
  };
}

const SAYS_MAPPED: ReadonlySet<string> = new Set(['already-mapped', 'mapped-under', 'account-under']);

/** Several accounts of one customer are fine, but worth knowing; said once, so not when the evidence says it. */
function mappedWords(line: CandidateLine, speech: Speech): string {
  if (line.mappedAccounts === 0 || line.evidence.some(({ code }) => SAYS_MAPPED.has(code))) return '';
  const { under } = line;
  if (under !== undefined)
    return speech.say('candidate.mapped-under', { providers: speech.list(under.map((name) => shortName(name))) });
  return speech.say('candidate.mapped', { count: line.mappedAccounts });
}

/** The same in lines of plain text. */
export function candidateText(line: CandidateLine, index: number, speech: Speech): string {
  const block = candidateBlock(line, speech);
  const parts = [block.probability, ...[...block.detail, ...block.reasons, ...block.against].map((part) => part.text)];
  const sentences = parts.map((part, at) => (at < parts.length - 1 ? fullStop(part) : part));
  return `${index + 1}. ${block.name} (${sentences.join(' ')})`;
}

/** What tells namesakes apart: number, place, website. */
export function customerDetail(customer: Customer, speech: Speech): string {
  const place = [customer.city, customer.country === undefined ? undefined : speech.country(customer.country)];
  const parts = [customer.number, place.filter(isText).join(', '), customer.website].filter(isText);
  return parts.map((part) => clean(part, 60)).join(' · ');
}

/** One line for a choice: the name first, then what tells it from its namesakes. */
export function choiceTitle(customer: Customer): string {
  const detail = [customer.number, customer.city].filter(isText).join(' · ');
  const name = clean(customer.name, 60);
  return detail === '' ? name : clean(`${name} · ${detail}`, 110);
}

function isText(part: string | undefined): part is string {
  return part !== undefined && part.trim() !== '';
}

const STEPS: readonly (readonly [number, PhraseKey])[] = [
  [0.97, 'probability.certain'],
  [0.85, 'probability.very-likely'],
  [0.6, 'probability.likely'],
  [0.25, 'probability.possible'],
];

export function probabilityWords(probability: number, speech: Speech): string {
  const step = STEPS.find(([least]) => probability >= least);
  return speech.say(step?.[1] ?? 'probability.unlikely');
}
