import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** "What reminders do I have?": they stand among what a person watches. */

const ASKED: Readonly<Record<Language, string>> = {
  en: '(?:(?:what|which|how many) (?:are my |personal )?reminders(?: do i have| have i(?: got)?| are set| did i set)?|do i have (?:any )?reminders|(?:show|list|see)(?: me)? (?:all )?my reminders|my reminders|what (?:will|do|are) you (?:going to )?remind(?:ing)? me (?:of|about)|what (?:did i ask|have i asked) you to remind me (?:of|about))',
  de: '(?:(?:was|welche) (?:hab(?:e)?|hätte) ich (?:denn |noch |alles )?(?:für |an )?erinnerungen|welche erinnerungen (?:hab(?:e)? ich|gibt es|sind gesetzt|laufen)(?: noch| gerade)?|hab(?:e)? ich (?:noch )?erinnerungen|(?:zeige?|liste)(?: mir)? (?:alle )?meine erinnerungen|meine erinnerungen|(?:an was|woran) (?:erinnerst du|wirst du) mich(?: erinnern)?)',
  fr: "(?:quels (?:sont mes )?rappels(?: ai-je| j'ai| est-ce que j'ai)?|j'ai quels rappels|(?:ai-je|est-ce que j'ai|j'ai) des rappels|(?:montre|liste|affiche)(?:-moi)? (?:tous )?mes rappels|mes rappels|que vas-tu me rappeler)",
  es: '(?:(?:qué|que|cuáles son mis) recordatorios(?: tengo| hay)?|tengo (?:algún |algun )?recordatorios?|(?:muestra|muéstrame|lista|enseña|enséñame) (?:todos )?mis recordatorios|mis recordatorios|qué me (?:vas a recordar|recordarás))',
  nl: '(?:(?:welke|wat voor|wat zijn mijn) herinneringen(?: heb ik| staan er| zijn er)?(?: nog)?|heb ik (?:nog )?herinneringen|(?:toon|lijst|laat)(?: me)? (?:al )?mijn herinneringen(?: zien)?|mijn herinneringen|waaraan (?:herinner|ga) je me(?: herinneren)?)',
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(
    `^[¿ ]*(?:ok,? |und |and |y |et |en )?${ASKED[language]}(?: (?:now|please|bitte|stp|svp|por favor|graag))*\\s*[?.!]*$`,
    'iu',
  ),
}));

export function remindersAsked(text: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const plain = text.replaceAll('’', "'");
  const found = PATTERNS.find(({ pattern }) => pattern.test(plain));
  return found && { language: found.language, intent: { name: 'watches' } };
}
