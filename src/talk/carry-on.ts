import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import type { Understanding } from '../commands/understand';
import type { Language } from '../domain/language';
import { localeLanguage } from '../domain/language';
import type { TalkMemory } from '../domain/talk-memory';
import type { Subject } from '../domain/told';
import { aboutIt } from './about-it';
import { assentIn } from './assent';
import { askedAgain } from './again';
import { asleep } from './asleep';
import { coreOf } from './core-of';
import { deeds, saysIgnored } from './deeds';
import type { Filled } from './fill';
import { narrowedList, otherList, reordered } from './other-list';
import { otherFact } from './other-fact';
import { otherDay } from './other-day';
import { otherLanguage } from './other-language';
import { asOther, otherPeriod, otherSetting } from './other-part';
import type { TalkNames } from './names';
import { pointed } from './pointed';
import { quietAgain } from './quiet-again';
import { foldWord } from './tokens';
import { recalled } from './recalled';
import { remindedOf } from './reminded-of';
import { sentOff } from './sent-off';
import { lookedAgain } from './sources';
import { vocabularyOf } from './vocabulary';
import { walked } from './walk';

/** A message as it was heard by itself, and what is known of where it was said. */
export interface Spoken {
  /** Without mentions and markup. */
  readonly text: string;
  readonly heard: Understanding;
  readonly locale?: string;
  /** What the message was about that it quotes. */
  readonly quoted?: readonly Subject[];
}

/**
 * What a message means in its talk.
 * - `understood`: with everything taken from the talk filled in
 * - `ask`: which company is meant; `among` are the likeliest
 * - `past`: the list has only so many places
 * - `ignore`: this one is said to be no customer
 * - `look-at-all`: all sources are to be looked at again
 * - `yes`: the button of this payload; `declined`: not that button
 * - `page`: another page of the list, by its button
 * - `nothing`: a yes or a no to nothing
 * - `back`: what was just done is taken back, by its button; `nothing-done`: there is nothing to take back
 */
export type CarriedOn =
  | { readonly carried: 'understood'; readonly heard: Filled }
  | {
      readonly carried: 'ask';
      readonly command: Intent | undefined;
      readonly among: readonly Subject[];
      readonly language: Language;
    }
  | { readonly carried: 'past'; readonly count: number; readonly language: Language }
  | { readonly carried: 'ignore'; readonly one: Subject; readonly language: Language }
  | { readonly carried: 'look-at-all'; readonly language: Language }
  | { readonly carried: 'yes'; readonly offer: object }
  | { readonly carried: 'declined' }
  | { readonly carried: 'page'; readonly action: object }
  | { readonly carried: 'nothing' }
  | { readonly carried: 'nothing-done'; readonly language: Language }
  | { readonly carried: 'back'; readonly action: object; readonly language: Language };

/** One language's look at a message. */
export interface TalkHearing {
  readonly spoken: Spoken;
  readonly memory: TalkMemory | undefined;
  readonly names: TalkNames;
  readonly vocabulary: ReturnType<typeof vocabularyOf>;
  readonly core: ReturnType<typeof coreOf>;
}

/** What the message means as a part of its talk; undefined when it stands by itself. */
export function carryOn(spoken: Spoken, memory: TalkMemory | undefined, names: TalkNames): CarriedOn | undefined {
  const back = recalled({ spoken, memory });
  if (back !== undefined) return back;
  const assent = assentIn(spoken.text);
  if (assent !== undefined && memory?.offer !== undefined) return assented(assent, memory.offer);
  if (assent !== undefined && !isSaying(spoken.heard)) return { carried: 'nothing' };
  const inTalk = quoting(memory, spoken.quoted);
  const reminded = remindedOf({ spoken, memory: inTalk, names });
  if (reminded !== undefined) return reminded;
  const ofIt = aboutIt({ spoken, memory: inTalk, names });
  if (ofIt !== undefined) return ofIt;
  if (isOfNoCompany(spoken.heard) || isGoodbye(spoken.heard, inTalk)) return undefined;
  for (const language of languagesOf(spoken)) {
    const vocabulary = vocabularyOf(language);
    const look = {
      spoken: withoutSmallNames(spoken, vocabulary),
      memory: inTalk,
      names,
      vocabulary,
      core: coreOf(spoken.text, vocabulary),
    };
    if (look.core.words.length === 0) continue;
    const found = REASONED.reduce<CarriedOn | undefined>((sofar, by) => sofar ?? by(look), undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a message says all that it means, so that the talk need not be asked. */
export function standsAlone(spoken: Spoken, names: TalkNames): boolean {
  const { heard, text } = spoken;
  if (!isExplicit(spoken) || heard.outcome !== 'understood') return false;
  // A small word that happens to be part of a name is looked at again.
  if (!companiesOf(heard.intent).every((company) => names.leads(company) && !/^\p{Ll}+$/u.test(company))) return false;
  return languagesOf(spoken).every((language) => {
    const vocabulary = vocabularyOf(language);
    const { carried, corrected, text: core } = coreOf(text, vocabulary);
    return !carried && !corrected && !saysIgnored(core, vocabulary);
  });
}

/** In this order: what says more before what says less. */
const REASONED = [
  quietAgain,
  otherDay,
  otherLanguage,
  asleep,
  sentOff,
  reordered,
  lookedAgain,
  walked,
  deeds,
  askedAgain,
  otherFact,
  otherSetting,
  narrowedList,
  pointed,
  otherPeriod,
  otherList,
  asOther,
] as const;

function assented(assent: 'yes' | 'no', offer: object): CarriedOn {
  return assent === 'yes' ? { carried: 'yes', offer } : { carried: 'declined' };
}

/** "Export it", "what is GDAP?": the answer is the same whatever the talk is about. */
function isOfNoCompany(heard: Understanding): boolean {
  return heard.outcome === 'beyond' && (OF_NO_COMPANY.has(heard.topic) || heard.topic.startsWith('means-'));
}

const OF_NO_COMPANY: ReadonlySet<string> = new Set([
  'export',
  'mail',
  'reminder',
  'time-zone',
  'who-may',
  'holdings',
  'complaint',
  'useless',
]);

/** "Bis morgen": where a day is asked for, it is that day. */
function isGoodbye(heard: Understanding, memory: TalkMemory | undefined): boolean {
  if (heard.outcome !== 'beyond' || heard.topic !== 'goodbye') return false;
  return memory?.command?.name !== 'snooze' && memory?.command?.name !== 'remind';
}

/** "Thanks", "undo that": words that say something where nothing waits for a yes or a no. */
function isSaying(heard: Understanding): boolean {
  return heard.outcome === 'understood' && SAYING.has(heard.intent.name);
}

const SAYING: ReadonlySet<string> = new Set(['thanks', 'greeting', 'undo', 'help']);

/** "And", "first": where such a word was taken for a company, since a name holds it, the message names none. */
function withoutSmallNames(spoken: Spoken, { phrases, ordinal }: TalkHearing['vocabulary']): Spoken {
  const { heard, text } = spoken;
  const isSmall = (name: string): boolean =>
    /^\p{Ll}+$/u.test(name) &&
    (ordinal(foldWord(name)) !== undefined || SMALL.some((list) => phrases(list).has(foldWord(name))));
  if (heard.outcome === 'beyond' && heard.company !== undefined && isSmall(heard.company)) {
    const { company: _small, ...rest } = heard;
    return { ...spoken, heard: rest };
  }
  if (heard.outcome !== 'understood' || heard.intent.name === 'map') return spoken;
  const companies = companiesOf(heard.intent);
  if (companies.length === 0 || !companies.every(isSmall)) return spoken;
  const { language, intent } = heard;
  return {
    ...spoken,
    heard: {
      outcome: 'misunderstood',
      at: null,
      text,
      language,
      probably: intent.name,
      near: [intent.name],
      nearest: [],
    },
  };
}

const SMALL = ['carries', 'fillers', 'trails', 'and'] as const;

/** A quoted message says what "this" is, whatever was talked about since. */
function quoting(memory: TalkMemory | undefined, quoted: readonly Subject[] = []): TalkMemory | undefined {
  if (quoted.length === 0) return memory;
  const at = memory?.at ?? 0;
  const command = memory?.last?.command;
  return {
    talkedAbout: memory?.talkedAbout ?? [],
    ...memory,
    at,
    last: { about: quoted, at, ...(command === undefined ? {} : { command }) },
  };
}

/** The person's language, the one in which it was heard, and the one that everybody uses in between. */
function languagesOf({ heard, locale }: Spoken): readonly Language[] {
  const own = localeLanguage(locale);
  const spoken = heard.outcome === 'nothing' ? undefined : heard.language;
  return [...new Set([own, spoken, 'en' as const])].filter((language) => language !== undefined);
}

/** Names a company by itself: nothing of it hangs on the talk. */
export function isExplicit({ heard }: Spoken): boolean {
  if (heard.outcome === 'beyond') return heard.company !== undefined;
  if (heard.outcome !== 'understood' || companiesOf(heard.intent).length === 0) return false;
  // "Contoso MCA": beside the name stands what is asked.
  const asksFact = heard.intent.name === 'status' && heard.intent.facts !== undefined;
  return asksFact || !heard.evidence.every((line) => line.startsWith('NAME '));
}
