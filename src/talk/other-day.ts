import { dayBeforeIn } from '../commands/day-before';
import { dayIn } from '../commands/day-said';
import { unreadDay } from '../commands/day-left-open';
import { normalise } from '../commands/normalise';
import type { DayAsked } from '../domain/day-asked';
import { LANGUAGES } from '../domain/language';
import type { CarriedOn, TalkHearing } from './carry-on';
import { isExplicit } from './carry-on';
import { asFilled, intentOf, resolved, showing } from './commands';
import { targetOf } from './targets';

/** What is said of the day on which an account comes back, or on which somebody is reminded, right after it was set. */

/** Words that put another day in the place of the first. */
const LEAD =
  /^(?:(?:no|sorry|wait|oh|hm+|ok(?:ay)?|actually|better|rather|instead|make (?:that|it)|change (?:that|it) to|let's (?:say|make it)|move (?:that|it) to|say|or|nein|ach|moment|mach(?:e|en wir)?(?: das|'s| es)?|sagen wir|nimm|doch|lieber|eher|besser|erst|dann|also|mal|non|en fait|plutôt|finalement|mettons|disons|mets|alors|mejor|más bien|digamos|pon(?:lo)?|que sea|entonces|nee|toch|maar|liever|doe|zeg|beter|pas|until|till|'til|bis(?: erst)?|hasta|jusqu'(?:à|a|au)|tot),? )+/iu;
const TRAIL =
  /(?:,? (?:instead|please|pls|then|rather|actually|better|bitte|stattdessen|lieber|doch|eher|besser|plutôt|alors|s'il te plaît|stp|svp|mejor|entonces|por favor|liever|maar|dan|graag|aub|van))+$/iu;
const LONGEST = 60;

export function otherDay(look: TalkHearing): CarriedOn | undefined {
  return dayOfInvitation(look) ?? dayOfWait(look);
}

/** "On Monday", where it was asked when somebody was invited. */
function dayOfInvitation({ memory, spoken, vocabulary: { language } }: TalkHearing): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  // What was noted is what was talked about last.
  if (before?.name !== 'invited' || JSON.stringify(memory?.last?.command) === JSON.stringify(memory?.command))
    return undefined;
  const text = normalise(spoken.text).replaceAll('’', "'").replace(LEAD, '');
  const on = LANGUAGES.map((one) => dayBeforeIn(text, one)).find((day) => day !== undefined);
  return on && { carried: 'understood', heard: asFilled({ ...before, on }, language) };
}

function dayOfWait(look: TalkHearing): CarriedOn | undefined {
  const { memory, spoken, names, vocabulary } = look;
  const before = intentOf(memory?.last?.command);
  if (before?.name !== 'snooze' && before?.name !== 'remind') return undefined;
  const target = targetOf({ kind: 'they' }, memory);
  if (target === undefined || isExplicitlyOfOther(look)) return undefined;
  const text = normalise(spoken.text)
    .replaceAll('’', "'")
    .replace(/[\s?!,;]+$/u, '');
  if (text.length > LONGEST) return undefined;
  if (UNTIL_WHEN.test(text)) {
    // The card says until when it waits, the list of what is watched when one is reminded.
    if (before.name === 'snooze') return resolved(asFilled(showing(), vocabulary.language), target, names);
    return { carried: 'understood', heard: asFilled({ name: 'watches' }, vocabulary.language) };
  }
  const day = spoken.text.trimEnd().endsWith('?') ? undefined : dayOf(text);
  if (day === undefined) return undefined;
  const command = before.name === 'snooze' ? { ...before, until: day } : { name: before.name, companies: [], day };
  return resolved(asFilled(command, vocabulary.language), target, names);
}

function dayOf(text: string): DayAsked | undefined {
  const said = text.replace(LEAD, '').replace(TRAIL, '');
  // "So" and "do" are days only where more is said.
  if (/^\p{L}{1,2}$/u.test(said)) return undefined;
  const day = dayIn(said) ?? dayIn(said.replace(/\.$/u, ''));
  if (day !== undefined) return day;
  // "Make that the 3rd Friday": a correction, and nobody can tell the day.
  return said !== text && /^(?:(?:the|den|der|am|le|la|el|de|het) \d{1,2}|\d{1,2}(?:st|nd|rd|th|\.|e))/iu.test(said)
    ? unreadDay(said)
    : undefined;
}

function isExplicitlyOfOther({ spoken, names }: TalkHearing): boolean {
  return isExplicit(spoken) && spoken.heard.outcome === 'understood' && names.leads(spoken.text);
}

/** "Until when?", of what was just said to wait. */
const UNTIL_WHEN =
  /^(?:and |und |et |y |en )?¿?(?:(?:until|till|'til) when(?: (?:is|was) (?:it|that)(?: snoozed)?)?|(?:for )?how long|when (?:does|will) (?:it|that) come back|why(?: is it| was it)? snoozed|why is it waiting|bis wann(?: denn)?|(?:für )?wie lange|wann kommt (?:es|das) (?:wieder|zurück)|(?:warum|wieso) (?:ist (?:es|das) )?zurückgestellt|jusqu'(?:à|a) quand|pour combien de temps|quand revient-il|pourquoi en veille|hasta cuándo|por cuánto tiempo|cuándo vuelve|tot wanneer|(?:voor )?hoe ?lang|wanneer komt (?:het|die) terug|waarom uitgesteld)$/iu;
