import { intentChanges } from './intent';
import type { Understanding } from './understanding';

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;

const IN_LANGUAGE = /(?<!\p{L})(?:in|auf|en|in het)\s+(\p{L}{4,12})(?!\p{L})/giu;
const NOT_ON =
  /^(?:please |bitte )?(?:no|not|never|kein\p{L}*|pas d[e’']|ningún|sin|geen)(?!\p{L})|(?<!\p{L})(?:except|but not|außer|ausser|sauf|excepto|salvo|behalve)(?!\p{L})/iu;

/** "Daily digest at 7:30 in Dutch": the language is a setting of its own, and is offered as one. */
export function withLanguage(
  heard: readonly Understanding[],
  text: string,
  read: (text: string) => Understanding,
): readonly Understanding[] {
  const [only, another] = heard;
  if (only === undefined || another !== undefined || !isDigest(only) || !intentChanges(only.intent)) return heard;
  for (const [, word = ''] of text.matchAll(IN_LANGUAGE)) {
    const set = read(`switch language to ${word}`);
    if (set.outcome !== 'understood' || set.intent.name !== 'settings' || set.intent.topic !== 'language') continue;
    return [only, { ...only, intent: set.intent, proposed: true }];
  }
  return heard;
}

/** "No digest on fridays" asks for the opposite of a digest on Fridays, which no setting can hold. */
export function isDigestLeftOut(heard: Understanding, text: string): boolean {
  if (!isDigest(heard)) return false;
  const { value } = heard.intent;
  return value !== undefined && value.endsWith('day') && NOT_ON.test(text);
}

function isDigest(heard: Understanding): heard is Understood & {
  readonly intent: { readonly name: 'settings'; readonly topic?: string; readonly value?: string };
} {
  return heard.outcome === 'understood' && heard.intent.name === 'settings' && heard.intent.topic === 'digest';
}
