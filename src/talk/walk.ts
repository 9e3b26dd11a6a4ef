import { asFilled, commandFromTalk, resolved, showing } from './commands';
import type { CarriedOn, TalkHearing } from './carry-on';
import { targetOf } from './targets';

/** "Next", "more", "back": a step in the last list. */
export function walked({ core, memory, names, vocabulary }: TalkHearing): CarriedOn | undefined {
  const list = memory?.list;
  if (list === undefined) return undefined;
  const isWhole = (phrases: 'more' | 'pageBack' | 'next' | 'previous'): boolean =>
    vocabulary.phrases(phrases).at(core.words, 0) === core.words.length;
  const { page, at } = list;
  if (isWhole('pageBack') && page?.previous !== undefined) return { carried: 'page', action: page.previous };
  if (isWhole('more') && page !== undefined)
    return page.next !== undefined
      ? { carried: 'page', action: page.next }
      : { carried: 'past', count: page.total, language: vocabulary.language };
  const step = isWhole('next') ? 'next' : isWhole('previous') ? 'previous' : undefined;
  if (step === undefined || list.of !== 'accounts') return undefined;
  if (at === undefined && page !== undefined) {
    const action = step === 'next' ? page.next : page.previous;
    return action === undefined
      ? { carried: 'past', count: page.total, language: vocabulary.language }
      : { carried: 'page', action };
  }
  if (at === list.items.length - 1 && step === 'next' && page?.next !== undefined)
    return { carried: 'page', action: page.next };
  const target = targetOf({ kind: step }, memory);
  if (target === undefined) return undefined;
  const command = at === undefined ? showing() : commandFromTalk(memory, true);
  return resolved(asFilled(command, vocabulary.language), target, names);
}
