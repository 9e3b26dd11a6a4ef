import { UTC } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import type { ConversationRecord } from '../domain/documents';
import type { Ports } from '../ports';

/**
 * By whose clock a conversation is spoken to: its own, or where nobody has set one, the clock that most of the people have
 * who talk to the bot.
 */
export function clockOf(ports: Pick<Ports, 'register'>, conversation: ConversationRecord): TimeZone {
  return knownClockOf(ports, conversation) ?? UTC;
}

/** The same; undefined where nobody has told us of any clock. */
export function knownClockOf(
  { register }: Pick<Ports, 'register'>,
  { settings }: Pick<ConversationRecord, 'settings'>,
): TimeZone | undefined {
  if (settings.timeZone !== undefined) return settings.timeZone;
  const counts = new Map<TimeZone, number>();
  for (const one of register.allConversations()) {
    const zone = one.type === 'personal' ? one.settings.timeZone : undefined;
    if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return most?.[0];
}
