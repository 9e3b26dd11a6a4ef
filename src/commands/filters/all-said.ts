import type { ConditionAsked, FilterAsked } from '../../domain/asked-filter';
import type { Language } from '../../domain/language';
import type { Intent } from '../intent';
import { companiesOf } from '../no-names';
import type { Understanding } from '../understanding';
import { is } from './items';
import { readFilter } from './read-filter';
import { stepsIn } from './steps';
import type { FilterStep } from './steps';
import { isAnnouncedNoMore } from './no-more';
import { timeAt } from './times';
import { itemsIn, askedWords } from './words';

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;
type Plain = Extract<Intent, { readonly name: 'list' }>;

/**
 * Nothing that narrows a question down is dropped: a plain list takes the period, the country and the exception that were
 * said beside it, or names them as not understood; a question about companies takes the period.
 */
export function withAllSaid(plain: string, heard: Understood): Understood {
  const { intent, language } = heard;
  if (intent.name === 'status') return { ...heard, intent: dated(plain, intent, language) };
  if (intent.name === 'history') return { ...heard, intent: ofStory(plain, intent, language) };
  if (intent.name !== 'list' || intent.filter !== undefined || heard.instead !== undefined) return heard;
  if (isAnnouncedNoMore(plain))
    return { ...heard, intent: { name: 'settings', topic: 'notifications', value: 'off' }, proposed: true };
  const steps = withoutChat(stepsIn(itemsIn(askedWords(plain), language)), intent);
  if (!steps.some((step) => narrows(step, intent))) return heard;
  return { ...heard, intent: { ...intent, filter: narrowed(steps, intent) } };
}

/**
 * Of several times only one can be meant, and which one the readers know. In a long text a time that is not of who
 * accepted, and a place, may be of anything.
 */
function withoutChat(steps: readonly FilterStep[], { what }: Plain): readonly FilterStep[] {
  const times = steps.filter(({ step }) => step === 'time').length;
  const isLong = steps.length > FEW;
  return steps.filter((step) => {
    if (step.step === 'time') return times === 1 && !(isLong && what !== 'accepted');
    return step.step !== 'place' || (!isLong && /^\p{Lu}/u.test(step.name));
  });
}

const FEW = 6;

/** What a plain list does not say by itself. */
function narrows(step: FilterStep, { what, period }: Plain): boolean {
  switch (step.step) {
    case 'left-out':
    case 'except':
    case 'place':
      return true;
    case 'condition':
      // "To us": a country only where nothing else can be meant.
      return step.word === 'country' && step.also.every((role) => role === 'country');
    case 'time': {
      const { time } = step;
      // How long they wait is no period of a list of who accepted, and "today" is when it is asked.
      if (time.time === 'duration') return what !== 'accepted' && time.compared !== undefined;
      const named = 'named' in time.span ? time.span.named : undefined;
      return named === undefined || (named !== period && !(named === 'today' && what !== 'accepted'));
    }
    default:
      return false;
  }
}

function isCountry(step: FilterStep | undefined): boolean {
  return step?.step === 'condition' && step.word === 'country';
}

/** The plain list as conditions, with those that the words add to it. */
function narrowed(steps: readonly FilterStep[], { what }: Plain): FilterAsked {
  const base: ConditionAsked = what === 'accepted' ? { is: 'accepted' } : { is: 'open' };
  const read = readFilter(steps)?.filter;
  const more = (read?.conditions ?? []).filter(({ is }) => is !== base.is || base.is === 'accepted');
  const conditions = more.some(({ is }) => is === base.is || is === 'waiting') ? more : [base, ...more];
  const unclear = steps.flatMap((step, at) => {
    if (step.step === 'time') return more.length > 0 ? [] : [step.words];
    // "Outside Germany": what stands before a country may turn it into its opposite.
    return step.step === 'unclear' && isCountry(steps[at + 1]) ? [step.words] : [];
  });
  return { conditions, ...(unclear.length === 0 ? {} : { unclear }) };
}

/** "Were Brightwater and SGER both accepted in November?": with what was to have happened in the period. */
function dated(plain: string, intent: Extract<Intent, { readonly name: 'status' }>, language: Language) {
  if (/[.?!]\s+[\p{L}¿¡]/u.test(plain)) return intent;
  const around = companiesOf(intent).reduce((text, name) => text.replace(name, ' '), plain);
  // A story around the question has times of its own.
  if (askedWords(around).length > SHORT) return intent;
  const names = companiesOf(intent).map((name) => withoutTime(name, language));
  const rest = names.reduce((text, name) => text.replace(name, ' '), plain);
  const words = askedWords(rest);
  if (words.length > SHORT) return intent;
  const steps = stepsIn(itemsIn(words, language));
  const times = steps.filter(({ step }) => step === 'time');
  const strange = steps.flatMap((step) => (step.step === 'unclear' ? askedWords(step.words) : []));
  if (times.length !== 1 || strange.length > 2) return intent;
  const conditions = readFilter(steps)?.filter.conditions ?? [];
  const within = conditions.filter((one) => 'span' in one && one.not !== true && !isNow(one));
  // Of one company the fact says more, unless it was there already before the day that was said.
  const isSaid = within.length > 0 && (names.length > 1 || within.every(isBefore));
  return isSaid ? { ...intent, companies: names, within } : intent;
}

const SHORT = 10;

/** "Litware im Oktober" is Litware; "Summer 2025" is a name. */
function withoutTime(name: string, language: Language): string {
  const items = itemsIn(askedWords(name), language);
  for (let at = 1; at < items.length; at += 1) {
    const time = timeAt(items, at);
    if (time?.time !== 'span' || time.end !== items.length) continue;
    const isLed = at > 1 && items[at - 1]?.capital === false && is(items, at - 1, 'place');
    const start = isLed ? at - 1 : at;
    const first = items[start]?.text ?? '';
    const begin = name.indexOf(` ${first}`);
    return begin > 0 && /^\p{Ll}/u.test(first) ? name.slice(0, begin) : name;
  }
  return name;
}

/** "What happened between 1 and 15 November?": the story knows fewer periods than lists do. */
function ofStory(plain: string, intent: Extract<Intent, { readonly name: 'history' }>, language: Language): Intent {
  if (intent.period !== undefined || intent.companies !== undefined) return intent;
  for (const step of stepsIn(itemsIn(askedWords(plain), language)))
    if (step.step === 'time' && step.time.time === 'span')
      return { name: 'list', what: 'accepted', filter: { conditions: [{ is: 'decided', span: step.time.span }] } };
  return intent;
}

/** "Before June". */
function isBefore(condition: ConditionAsked): boolean {
  const span = 'span' in condition ? condition.span : undefined;
  return span !== undefined && 'until' in span && span.from === undefined;
}

/** "Has Contoso accepted today?" asks how it is today. */
function isNow(condition: ConditionAsked): boolean {
  return 'span' in condition && 'named' in condition.span && condition.span.named === 'today';
}
