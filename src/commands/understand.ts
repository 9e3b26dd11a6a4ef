import { withDomainInLetters } from '../domain/one-form';
import { arrowless } from './arrows';
import { asksForOldest, beyond } from './beyond';
import { requestsIn } from './clauses';
import { withoutCorrections } from './corrections';
import { countryAsked } from './country-asked';
import { hear } from './decide';
import { suggestions } from './did-you-mean';
import type { Heard } from './decide';
import { changes } from './intent';
import type { IntentName } from './intent';
import { readList } from './lists';
import { companiesOf, isNoName } from './no-names';
import { withoutMailHead } from './mail-head';
import { nameAlone } from './name-alone';
import { withoutPossessive } from './name-like';
import { normalise } from './normalise';
import { CHANGING } from './readings';
import { refined } from './refined';
import { rephrased } from './rephrased';
import { othersOf, sentencesIn } from './sentences';
import { servicesAsked } from './services-asked';
import type { ServicesAsked } from './services-asked';
import { setPhrase } from './set-phrases';
import type { SetPhrase } from './set-phrases';
import { exampleOf } from './table';
import { withoutTickets } from './tickets';
import { withoutEmoji } from './emoji';
import type { Understanding, UnderstandOptions } from './understanding';

export type { KnownNames } from './known-names';
export type { Understanding, UnderstandOptions } from './understanding';

const SMALL_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['greeting', 'thanks']);

/** What the words of the whole message must speak for what one of its sentences asks: a question, and a change. */
const SPOKEN_FOR = { reading: 0.08, changing: 0.5 } as const;

/** What stands before the name of a firm in letters. A full stop in it ends no sentence. */
const ADDRESSED = /(?<!\p{L})(?:(?:messrs|mssrs)\.?|fa\.)\s+(?=\p{L})/giu;

/** The message without what stands around it: the head of a mail, and emoji. */
export function askedIn(message: string): string {
  return rephrased(withoutMailHead(withoutEmoji(message)).replaceAll(ADDRESSED, ''));
}

/** Reads one message. Pure, never throws; work grows linearly with the text, which is cut at TEXT_LIMIT. */
export function understand(message: string, options: UnderstandOptions = {}): Understanding {
  const text = withDomainInLetters(askedIn(message));
  const heard = nameAlone(
    (MAYBE_LIST.test(text) ? readList(text, options, one) : undefined) ?? one(text, options),
    text,
    options,
  );
  if (heard.outcome !== 'understood' && heard.outcome !== 'beyond') return heard;
  return refined(text, heard, options.known);
}

/** Signs of a list: without one of them, none is looked for. */
const MAYBE_LIST = /[,;\n\r\t|•]| \/ |<t[dr]\b|<li\b|<br\b|(?: (?:and|und|et|y|en|or|oder) .{1,80}){2}/iu;

/** The message about one matter, and without a list. */
function one(text: string, options: UnderstandOptions): Understanding {
  const plain = withoutCorrections(withoutTickets(normalise(text)));
  const country = countryAsked(plain);
  if (country !== undefined) return { outcome: 'beyond', topic: 'country', text: plain, ...country };
  const services = servicesAsked(plain);
  if (services !== undefined) return ofServices(services, plain, options);
  const set = setPhrase(plain);
  if (set?.phrase === 'look-again') return lookAgain(set, plain, options);
  if (set !== undefined) return ofSetPhrase(set, plain);
  const found = find(plain, options);
  const undone = found.outcome === 'understood' && changes(found.intent) && isTakenBack(plain);
  return undone ? takenBack(found, plain) : answerable(found, plain, options);
}

function ofServices({ companies, language }: ServicesAsked, text: string, options: UnderstandOptions): Understanding {
  const intent = { name: 'show', companies: namesIn(companies, options), what: 'services' } as const;
  return { outcome: 'understood', intent, language, evidence: [`phrase "${text}"`] };
}

/** Several names where the text holds several. */
function namesIn(companies: string, options: UnderstandOptions): readonly string[] {
  const found = find(`status ${companies}`, options);
  return found.outcome === 'understood' && found.intent.name === 'status' ? found.intent.companies : [companies];
}

function lookAgain(
  { companies, language }: Extract<SetPhrase, { readonly phrase: 'look-again' }>,
  text: string,
  options: UnderstandOptions,
): Understanding {
  const intent = { name: 'status', companies: namesIn(companies, options), fresh: true } as const;
  return { outcome: 'understood', intent, language, evidence: [`phrase "${text}"`] };
}

function ofSetPhrase(set: Exclude<SetPhrase, { readonly phrase: 'look-again' }>, text: string): Understanding {
  const { language } = set;
  if (set.phrase === 'means')
    return { outcome: 'understood', intent: set.intent, language, evidence: [`phrase "${text}"`] };
  const near: readonly IntentName[] = ['unmap', 'unwatch', 'show'];
  const nearest = suggestions(near, language, set.company);
  return {
    outcome: 'misunderstood',
    at: null,
    text,
    language,
    probably: 'unmap',
    near,
    nearest,
    companies: [set.company],
  };
}

/** What no command answers is not answered with what merely shares words with it, and no small word is a company. */
function answerable(found: Understanding, plain: string, options: UnderstandOptions): Understanding {
  if (found.outcome === 'nothing' || found.outcome === 'beyond') return found;
  const { language } = found;
  if (asksForOldest(plain))
    return { outcome: 'understood', intent: { name: 'list', what: 'unmapped' }, language, evidence: [plain] };
  const intent = found.outcome === 'understood' ? found.intent : undefined;
  const names = intent === undefined ? [] : companiesOf(intent);
  const nameless = names.length > 0 && names.every((name) => isNoName(name, options.known));
  const topic = beyond(plain, nameless ? undefined : intent);
  // The intent stays: who may not see lists is not told of this one either.
  if (topic === 'not-accepted' && found.outcome === 'understood') return { ...found, instead: topic };
  if (topic !== undefined) {
    const [company, another] = nameless
      ? []
      : found.outcome === 'misunderstood'
        ? (found.companies ?? []).map(withoutPossessive)
        : names;
    const named = company === undefined || another !== undefined ? {} : { company };
    return { outcome: 'beyond', topic, text: plain, language, ...named };
  }
  if (!nameless || intent === undefined) return found;
  return {
    outcome: 'misunderstood',
    at: null,
    text: plain,
    language,
    probably: intent.name,
    near: [intent.name],
    nearest: suggestions([intent.name], language),
  };
}

function find(plain: string, options: UnderstandOptions): Understanding {
  const heard = hear(plain, options);
  const whole = heard.understanding;
  const command = isMapping(whole) || whole.outcome === 'misunderstood' ? besideArrow(plain, options) : undefined;
  if (command !== undefined) return command;
  if (whole.outcome === 'misunderstood')
    return (
      requested(whole.text, whole.companies, options, (name) => !SMALL_TALK.has(name)) ??
      amongSentences(plain, heard, options) ??
      whole
    );
  if (whole.outcome !== 'understood') return whole;
  if (whole.rather === undefined) return whole;
  const companies = 'companies' in whole.intent ? whole.intent.companies : [];
  return (
    requested(plain, companies, options, (name) => name === whole.rather) ??
    amongSentences(plain, heard, options, whole.rather) ??
    whole
  );
}

function isMapping(heard: Understanding): boolean {
  return heard.outcome === 'understood' && heard.intent.name === 'map';
}

/** Before an arrow stands an account, or else a command by itself: then the arrow leads to what it is about. */
function besideArrow(plain: string, options: UnderstandOptions): Understanding | undefined {
  const parts = arrowless(plain);
  if (parts === undefined) return undefined;
  const alone = read(parts.before, options);
  if (alone.outcome === 'understood' && alone.intent.name === 'status' && isMapping(read(plain, options)))
    return undefined;
  const heard = read(parts.whole, options);
  return heard.outcome === 'understood' && (alone.outcome === 'understood' || !CHANGING.has(heard.intent.name))
    ? heard
    : undefined;
}

/** What a polite letter asks for: the first of its requests that can be read, and that is `wanted`. */
function requested(
  letter: string,
  companies: readonly string[] | undefined,
  options: UnderstandOptions,
  wanted: (name: IntentName) => boolean,
): Understanding | undefined {
  for (const request of requestsIn(letter, companies?.[0])) {
    const alone = read(request, options);
    if (alone.outcome === 'understood' && wanted(alone.intent.name)) return alone;
  }
  return undefined;
}

/**
 * The one sentence of several that asks something of us: the words of the whole message must speak for it too, and
 * where it changes something, no other sentence may take it back.
 */
function amongSentences(
  plain: string,
  { leaning }: Heard,
  options: UnderstandOptions,
  wanted?: string,
): Understanding | undefined {
  const sentences = sentencesIn(plain);
  if (sentences.length < 2) return undefined;
  const asked = sentences.flatMap((sentence, place) => {
    const alone = read(sentence, options);
    if (alone.outcome !== 'understood' || SMALL_TALK.has(alone.intent.name)) return [];
    const spoken = leaning.get(alone.intent.name) ?? 0;
    return spoken >= SPOKEN_FOR[changes(alone.intent) ? 'changing' : 'reading'] ? [{ alone, place }] : [];
  });
  const [only, another] = asked;
  if (!only || another) return undefined;
  const { intent } = only.alone;
  if (wanted !== undefined && intent.name !== wanted) return undefined;
  return changes(intent) && othersOf(sentences, only.place).some(takesBack) ? undefined : only.alone;
}

/** "No, wait, don't." after the request. */
const TAKEN_BACK =
  /\b(?:don'?t|do not|not (?:yet|now)|wait|hold on|scratch that|never ?mind|cancel that|leave it|nicht|warte|lass es|pas encore|attends|laisse|espera|todavía no|déjalo|niet|wacht|laat maar)\b/i;
const SHORT = 6;

function isTakenBack(plain: string): boolean {
  return sentencesIn(plain)
    .slice(1)
    .some(
      (sentence) => sentence.split(' ').length <= SHORT && TAKEN_BACK.test(sentence) && !/can'?t wait/i.test(sentence),
    );
}

/** Whether it is to be done is for the person to say again. */
function takenBack(
  { intent, language }: Extract<Understanding, { outcome: 'understood' }>,
  text: string,
): Understanding {
  const companies = 'companies' in intent ? intent.companies : undefined;
  return {
    outcome: 'misunderstood',
    at: null,
    text,
    language,
    probably: intent.name,
    near: [intent.name],
    nearest: [exampleOf(intent.name, language, companies?.[0])],
    ...(companies === undefined ? {} : { companies }),
  };
}

const DENIAL =
  /\b(?:don'?t|do not|not|never|wait|hold on|unless|if|until|nicht|kein\w*|warte|falls|wenn|pas|jamais|attends|si|no lo|nunca|espera|niet|geen|wacht|als)\b/i;

function takesBack(sentence: string): boolean {
  return DENIAL.test(sentence);
}

function read(plain: string, options: UnderstandOptions): Understanding {
  return hear(plain, options).understanding;
}
