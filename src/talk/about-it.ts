import { aboutItAsked } from '../commands/about-one';
import { normalise } from '../commands/normalise';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, resolved } from './commands';
import { targetOf } from './targets';

/** "Why is it not mapped?", "wer ist zuständig?", "qui s'en occupe ?": of whoever the talk is about. */
export function aboutIt({
  spoken,
  memory,
  names,
}: Pick<TalkHearing, 'spoken' | 'memory' | 'names'>): CarriedOn | undefined {
  // Of nobody yet the words are heard by themselves: they may mean all accounts.
  if (memory?.last === undefined) return undefined;
  const asked = aboutItAsked(normalise(spoken.text));
  if (asked === undefined) return undefined;
  const { intent, language } = asked;
  return resolved(asFilled(intent, language), targetOf({ kind: 'they' }, memory) ?? NOBODY, names);
}

const NOBODY = { target: 'which', among: [] } as const;
