import { cutDay } from '../commands/day-before';
import { normalise } from '../commands/normalise';
import type { DayBefore } from '../domain/invited-on';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, resolved } from './commands';
import { targetOf } from './targets';
import { talkWords } from './tokens';

const LONGEST = 60;

/** "Gisteren verstuurd", "sent it on Monday", right behind the invitation of somebody: that they were invited then. */
export function sentOff({ memory, spoken, names, vocabulary }: TalkHearing): CarriedOn | undefined {
  if (memory?.last?.command?.name !== 'invite_link') return undefined;
  const text = normalise(spoken.text)
    .replaceAll('’', "'")
    .replace(/[\s.!,;]+$/u, '');
  if (text.length > LONGEST || text.endsWith('?')) return undefined;
  const { language } = vocabulary;
  const cut = cutDay(text, language, 'end') ?? cutDay(text, language, 'start');
  const words = talkWords(cut?.rest ?? text);
  if (words.length === 0 || vocabulary.phrases('sents').at(words, 0) !== words.length) return undefined;
  const target = targetOf({ kind: 'they' }, memory);
  if (target === undefined) return undefined;
  const on: { readonly on?: DayBefore } = cut?.day === undefined ? {} : { on: cut.day };
  return resolved(asFilled({ name: 'invited', companies: [], ...on }, language), target, names);
}
