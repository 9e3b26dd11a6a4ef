import { aboutOneAsked } from './about-one';
import { cannotAsked } from './cannot';
import { comparePhrase } from './compare';
import { endingsPhrase } from './endings';
import { exportPhrase } from './export';
import { withoutPossessive } from './name-like';
import { newestAsked } from './newest';
import { ofOneAsked } from './of-one';
import { providerSaid } from './provider-said';
import { rehearsalPhrase } from './rehearsal-asked';
import { reportPhrase } from './report';
import { saidWhole } from './said-whole';
import { sameAsked } from './same-asked';
import { ownLanguage } from './readings';
import { smallTalk } from './small-talk';
import type { SmallTalkSaid } from './small-talk';
import type { Understanding, UnderstandOptions } from './understanding';

const ARTICLE = /^(?:the|our|my|die|der|das|den|la|le|les|el|los|de|het) (?=\S)/iu;

/**
 * Questions whose sentence says by itself what they are, before any reader weighs their words; `names` are those that
 * were heard in it.
 */
export function askedAtOnce(
  plain: string,
  { known, locale }: UnderstandOptions,
  names: () => readonly string[],
): Understanding | undefined {
  const evidence = [`phrase "${plain}"`];
  const ofOne = ofOneAsked(plain, known) ?? aboutOneAsked(plain, known) ?? newestAsked(plain);
  if (ofOne !== undefined) return { outcome: 'understood', ...ofOne, evidence };
  const same = sameAsked(plain, known);
  if (same !== undefined) return { outcome: 'beyond', topic: 'same', text: plain, ...same };
  // "Export Solutions Ltd" is a company where there is one of that name.
  if (known?.has(plain) === true) return undefined;
  const own = ownLanguage(locale);
  const talk = smallTalk(plain, own);
  if (talk !== undefined) return ofSmallTalk(talk, plain);
  const file =
    saidWhole(plain) ??
    exportPhrase(plain, own) ??
    reportPhrase(plain, own) ??
    endingsPhrase(plain) ??
    comparePhrase(plain) ??
    rehearsalPhrase(plain);
  if (file !== undefined) return { outcome: 'understood', ...file, evidence };
  const place = providerSaid(plain, known);
  const fileOf = place === undefined ? undefined : exportPhrase(place.rest, ownLanguage(locale));
  if (place !== undefined && fileOf?.intent.name === 'export')
    return { outcome: 'understood', ...fileOf, intent: { ...fileOf.intent, at: place.place }, evidence };
  const cannot = cannotAsked(plain);
  if (cannot === undefined) return undefined;
  const [company, another] = names()
    .map((name) => withoutPossessive(name).replace(ARTICLE, ''))
    .filter((name) => known?.has(name) === true);
  const named = company === undefined || another !== undefined ? {} : { company };
  return { outcome: 'beyond', ...cannot, text: plain, ...named };
}

/** Praise is thanks; the rest has answers of its own. */
function ofSmallTalk({ kind, language }: SmallTalkSaid, plain: string): Understanding {
  if (kind === 'praise')
    return { outcome: 'understood', intent: { name: 'thanks' }, language, evidence: [`phrase "${plain}"`] };
  return { outcome: 'beyond', topic: kind, text: plain, language };
}
