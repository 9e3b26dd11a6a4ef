import type { ConversationRecord } from '../domain/documents';
import type { ReminderSteps } from '../domain/reminders';
import type { Ports } from '../ports';
import { hearsNews, isApproved } from './team-approval';

type Deps = Pick<Ports, 'register' | 'circles' | 'rehearsal' | 'reminderSteps'>;

/** After how many days a conversation is reminded of what is open; none where it is not to be. */
export function remindersIn(ports: Deps, conversation: ConversationRecord): ReminderSteps {
  const { reminders } = conversation.settings;
  // Where nothing is announced, and in a person's own chat, it is said where somebody asked for it.
  const isUsual = conversation.type !== 'personal' && hearsNews(ports, conversation);
  const isWanted = reminders?.on ?? isUsual;
  return isWanted && isApproved(ports, conversation) ? (reminders?.days ?? ports.reminderSteps) : [];
}
