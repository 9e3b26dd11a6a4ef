import type { Intent } from '../commands/intent';
import { normalise } from '../commands/normalise';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';

/** "Delete it", right after somebody was to be reminded: the reminder goes, and nothing else. */
const WORDS: Readonly<Record<Language, string>> = {
  en: "(?:(?:please|ok|no|actually|sorry|oh|wait),? )*(?:(?:delete|remove|cancel|drop|forget|scrap|stop|erase|take back|clear)(?: (?:it|that|this|them|these|those|that one|both|(?:the|that|this|those) reminders?))?|don't remind me|no reminder|never ?mind(?: the reminder)?)(?: again| please| then| after all)*",
  de: '(?:(?:bitte|nein|doch|sorry|ach),? )*(?:(?:lösche?|entferne?|streiche?|vergiss|storniere?)(?: (?:die|das|es|sie|diese|beide|den|ihn|(?:die|diese) erinnerung(?:en)?))?(?: wieder| bitte| doch)*|nimm (?:das|die|es|sie|die erinnerung)(?: wieder)? (?:zurück|weg)|(?:doch )?keine erinnerung|erinner[ne]? mich (?:doch )?nicht)',
  fr: '(?:(?:non|finalement|pardon|en fait),? )*(?:supprime[rz]?|efface[rz]?|annule[rz]?|enlève|retire[rz]?|oublie[rz]?)(?:-(?:le|la|les)| ça| cela| (?:le|ce|ces|les) rappels?)?(?: stp| svp| finalement)*',
  es: '(?:(?:no|perdón|mejor),? )*(?:(?:bórra|elimína|quíta|cancéla|anúla|olvída)(?:l[oa]s?)|(?:borra|elimina|quita|cancela|anula|olvida)(?: (?:eso|(?:el|ese|este|los|esos) recordatorios?))?)(?: por favor)?',
  nl: '(?:(?:nee|toch|sorry),? )*(?:(?:verwijder|wis|schrap|annuleer|vergeet)(?: (?:die|dat|deze|het|hem|(?:de|die|deze) herinnering(?:en)?))?|haal (?:die|dat|het|hem)(?: weer)? weg)(?: maar| graag| weer| toch)*',
};
const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new RegExp(`^(?:${WORDS[language]})\\s*[.!]*$`, 'iu'),
}));

export function takenAway({ spoken, memory }: Pick<TalkHearing, 'spoken' | 'memory'>): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  if (before?.name !== 'remind' && before?.name !== 'watches') return undefined;
  const text = normalise(spoken.text).replaceAll('’', "'").trim();
  const language = PATTERNS.find(({ pattern }) => pattern.test(text))?.language;
  if (language === undefined) return undefined;
  const reminded = before.name === 'remind' ? (memory?.last?.about ?? []) : (memory?.list?.items ?? []);
  const [only, another] = reminded;
  if (only === undefined) return undefined;
  const isOfAll = before.name === 'remind' || another === undefined;
  if (!isOfAll) return { carried: 'ask', command: gone([]), among: reminded, language };
  // A reminder goes by the name that it was set with.
  const companies = reminded.map(({ name }) => name);
  return { carried: 'understood', heard: asFilled(gone(companies), language) };
}

function gone(companies: readonly string[]): Intent {
  return { name: 'unwatch', companies, only: 'reminders' };
}
