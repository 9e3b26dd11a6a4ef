import { cannotAsked } from './cannot';
import type { KnownNames } from './known-names';
import { withoutPossessive } from './name-like';
import { newestAsked } from './newest';
import { ofOneAsked } from './of-one';
import { sameAsked } from './same-asked';
import type { Understanding } from './understanding';

const ARTICLE = /^(?:the|our|my|die|der|das|den|la|le|les|el|los|de|het) (?=\S)/iu;

/**
 * Questions whose sentence says by itself what they are, before any reader weighs their words; `names` are those that
 * were heard in it.
 */
export function askedAtOnce(
  plain: string,
  known: KnownNames | undefined,
  names: () => readonly string[],
): Understanding | undefined {
  const evidence = [`phrase "${plain}"`];
  const ofOne = ofOneAsked(plain, known) ?? newestAsked(plain);
  if (ofOne !== undefined) return { outcome: 'understood', ...ofOne, evidence };
  const same = sameAsked(plain, known);
  if (same !== undefined) return { outcome: 'beyond', topic: 'same', text: plain, ...same };
  // "Export Solutions Ltd" is a company where there is one of that name.
  const cannot = known?.has(plain) === true ? undefined : cannotAsked(plain);
  if (cannot === undefined) return undefined;
  const [company, another] = names()
    .map((name) => withoutPossessive(name).replace(ARTICLE, ''))
    .filter((name) => known?.has(name) === true);
  const named = company === undefined || another !== undefined ? {} : { company };
  return { outcome: 'beyond', ...cannot, text: plain, ...named };
}
