import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf, resolved } from './commands';
import { targetOf } from './targets';
import { talkWords } from './tokens';

/** "Sync now", and "check again" where no company is talked about: all sources are looked at again. */
export function lookedAgain(look: TalkHearing): CarriedOn | undefined {
  const { spoken, core, memory, names, vocabulary } = look;
  // "Again" is taken off a message as a word around it, so both forms are looked at.
  const isWhole = (list: 'syncs' | 'looks'): boolean =>
    [core.words, talkWords(spoken.text)].some(
      (words) => words.length > 0 && vocabulary.phrases(list).at(words, 0) === words.length,
    );
  const { language } = vocabulary;
  if (isWhole('syncs')) return { carried: 'look-at-all', language };
  if (!isWhole('looks')) return undefined;
  const before = intentOf(memory?.command);
  const target = targetOf({ kind: 'they' }, memory);
  const isOfCompany = before !== undefined && 'companies' in before && target?.target === 'these';
  if (!isOfCompany) return { carried: 'look-at-all', language };
  return resolved(asFilled({ name: 'status', companies: [], fresh: true }, language), target, names);
}
