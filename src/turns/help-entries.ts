import type { Scope } from '../commands/command';
import type { IntentName } from '../commands/intent';
import { commandTable, exampleOf } from '../commands/table';
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

/** The lines of the help, from the command table: those that work here, the one asked about first. */
export function helpEntries(
  speech: Speech,
  where: ConversationRecord['type'],
  topic?: IntentName,
): readonly HelpEntry[] {
  const here = commandTable.filter((c) => !UNSAID.has(c.name) && c.scopes.includes(SCOPES[where]));
  const first = here.filter((c) => c.name === topic);
  return [...first, ...here.filter((c) => c.name !== topic)].map((command) => ({
    example: exampleOf(command.name, speech.language),
    summary: isPhraseKey(command.help) ? speech.say(command.help) : command.summary,
  }));
}
