import type { MappingWriteOutcome } from '../../directory';
import type { WriteRefusal } from '../../domain/write-back';
import type { HttpAnswer } from '../../runtime/http';
import { refusal } from './dataverse';
import { errorSchema } from './schema';

type Answered = Extract<HttpAnswer, { answered: true }>;

/** How much of a rule's own words is kept, in characters. */
const WORDS_KEPT = 300;

/** Codes that say that a name of ours is wrong: entity, segment, property. */
const NAMING = new Set(['0x80060888', '0x8006088a', '0x80048d19', '0x0']);
const NAMING_WORDS = /could not find a property named|resource not found for the segment|undeclared property/i;

/** Whether an answer to a write that was made for a person may be about that person and not about the write. */
export function mayBeAboutPerson(answer: HttpAnswer): boolean {
  if (!answer.answered || answer.status < 400 || answer.status >= 500) return false;
  return answer.status !== 412 && answer.status !== 429 && answer.status !== 408;
}

/** Whether the answer says that the person is unknown, disabled, or lacks the right. */
export function isAboutPerson(answer: Answered): boolean {
  const error = errorSchema.safeParse(answer.body).data;
  // That the app may not act for people is no fault of the person.
  if (/^prvActOnBehalf/i.test(error?.privilege ?? '')) return false;
  return [401, 403, 404].includes(answer.status) || error?.code === '0x80040225';
}

/** What a write that was not taken means: a refusal that stands until somebody does something, or trouble. */
export function refusedWrite(what: string, answer: Answered): MappingWriteOutcome {
  const trouble = refusal(what, answer);
  const error = errorSchema.safeParse(answer.body).data;
  if (answer.status === 403) return refused(kindWithWords('no-right', error?.privilege), trouble);
  if (answer.status !== 400 || error === undefined) return { outcome: 'failed', trouble };
  if (NAMING.has(error.code) || NAMING_WORDS.test(error.message)) return { outcome: 'failed', trouble };
  const words = ruleWords(error.message);
  const remedy =
    'A rule of Work 365 or a plug-in refuses this mapping: mend there what its words name; it is tried again.';
  return refused(kindWithWords('data', words), { ...trouble, kind: 'denied', remedy });
}

/** A person whom Work 365 does not accept. */
export function refusedPerson(what: string, answer: Answered): MappingWriteOutcome {
  const remedy =
    'Give the person who decided a user with a Work 365 role, or set WORK365_WRITE_AS_APP=on to write as the app instead.';
  const privilege = errorSchema.safeParse(answer.body).data?.privilege;
  return refused(kindWithWords('person', privilege), { ...refusal(what, answer), kind: 'denied', remedy });
}

export function refusedCustomer(what: string): MappingWriteOutcome {
  const detail = `${what}: the customer is not there any more`;
  const remedy = 'Choose another customer for the account, or restore this one in Work 365.';
  return refused({ kind: 'customer-gone' }, { source: 'work365', kind: 'bad-answer', detail, remedy });
}

function refused(
  why: WriteRefusal,
  trouble: Extract<MappingWriteOutcome, { outcome: 'refused' }>['trouble'],
): MappingWriteOutcome {
  return { outcome: 'refused', refusal: why, trouble };
}

function kindWithWords(kind: WriteRefusal['kind'], words: string | undefined): WriteRefusal {
  return words === undefined || words === '' ? { kind } : { kind, words };
}

/** A plug-in's sentence, without what Dataverse and .NET put around it. */
export function ruleWords(message: string): string {
  const flat = message
    .slice(0, WORDS_KEPT * 8)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+at [\w.`]+\([^)]*\).*$/s, '')
    .replace(/^(?:An error occurred in (?:the )?\S+ plug-?in\.?\s*)?(?:[\w.]*Exception:\s*)+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (flat.length <= WORDS_KEPT) return flat;
  return `${flat
    .slice(0, WORDS_KEPT - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
