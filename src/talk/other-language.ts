import { LANGUAGE_NAMES } from '../commands/intent';
import type { LanguageName } from '../commands/intent';
import type { Language } from '../domain/language';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';

const LANGUAGE_OF: Readonly<Record<LanguageName, Language>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  dutch: 'nl',
};

/** Words that ask for more than this one text: "from now on", "speak German". */
const FOR_ALL =
  /(?<!\p{L})(?:now on|always|speak|answer|reply|talk|switch|ab jetzt|immer|sprich|sprechen|antworte\w*|rede|désormais|toujours|parle\w*|répond\w*|siempre|habla\w*|responde\w*|contesta\w*|voortaan|altijd|spreek|praat|antwoord\w*)(?!\p{L})/iu;

/** "In German please" behind an invitation to send: that text in another language, not all that is said here. */
export function otherLanguage({ memory, spoken: { heard, text } }: TalkHearing): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  if (before?.name !== 'invite_link' || FOR_ALL.test(text) || heard.outcome !== 'understood') return undefined;
  const { intent } = heard;
  if (intent.name !== 'settings' || intent.topic !== 'language') return undefined;
  const named = LANGUAGE_NAMES.find((name) => name === intent.value);
  return named === undefined ? undefined : { carried: 'understood', heard: asFilled(before, LANGUAGE_OF[named]) };
}
