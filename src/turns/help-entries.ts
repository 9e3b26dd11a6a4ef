import type { Scope } from '../commands/command';
import type { IntentName } from '../commands/intent';
import { commandTable, exampleOf } from '../commands/table';
import type { Language } from '../domain/language';
import type { ConversationRecord } from '../domain/documents';
import type { HelpEntry } from '../views/talk/help';
import { isPhraseKey } from '../views/words/speech';
import type { Speech } from '../views/words/speech';

const SCOPES: Readonly<Record<ConversationRecord['type'], Scope>> = {
  personal: 'personal',
  channel: 'team',
  group: 'groupChat',
};

/** Small talk needs no help. */
const UNSAID: ReadonlySet<IntentName> = new Set<IntentName>(['greeting', 'thanks']);

/** What can be asked besides, in words that nobody would guess from the command's own example. */
const ALSO: Partial<Record<IntentName, (speech: Speech) => readonly HelpEntry[]>> = {
  list: (speech) => [{ example: LIST_QUESTION[speech.language], summary: speech.say('help.list-question') }],
  review: (speech) => [{ example: SURE_ONES[speech.language], summary: speech.say('help.review-sure') }],
};

const LIST_QUESTION: Readonly<Record<Language, string>> = {
  en: 'which customers have not signed?',
  de: 'welche Kunden haben nicht unterschrieben?',
  fr: 'quels clients n’ont pas signé ?',
  es: '¿qué clientes no han firmado?',
  nl: 'welke klanten hebben niet getekend?',
};
const SURE_ONES: Readonly<Record<Language, string>> = {
  en: 'map the sure ones',
  de: 'die sicheren zuordnen',
  fr: 'associe les sûrs',
  es: 'asigna las seguras',
  nl: 'koppel de zekere',
};

/** The lines of the help, from the command table: those that work here, the one asked about first. */
export function helpEntries(
  speech: Speech,
  where: ConversationRecord['type'],
  topic?: IntentName,
): readonly HelpEntry[] {
  const here = commandTable.filter((c) => !UNSAID.has(c.name) && c.scopes.includes(SCOPES[where]));
  const first = here.filter((c) => c.name === topic);
  return [...first, ...here.filter((c) => c.name !== topic)].flatMap((command) => [
    {
      example: exampleOf(command.name, speech.language),
      summary: isPhraseKey(command.help) ? speech.say(command.help) : command.summary,
    },
    ...(ALSO[command.name]?.(speech) ?? []),
  ]);
}
