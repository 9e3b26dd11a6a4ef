import type { CalendarDate } from '../domain/calendar';
import { isFreeDay } from '../domain/quiet';
import type { Ports } from '../ports';

/**
 * Days on which nobody works: as the conversation has them in which something was asked for, or as all channels have them
 * in which the account stands.
 */
export function freeDaysOf(
  { register }: Pick<Ports, 'register'>,
  accountId: string,
  where: string | undefined,
): (day: CalendarDate) => boolean {
  const asked = where === undefined ? undefined : register.conversation(where)?.settings;
  const notices = register.account(accountId)?.notices ?? [];
  const channels = notices.flatMap(({ conversationId }) => {
    const conversation = register.conversation(conversationId);
    return conversation === undefined || conversation.type === 'personal' ? [] : [conversation.settings];
  });
  return (day) =>
    (asked !== undefined && isFreeDay(asked, day)) ||
    (channels.length > 0 && channels.every((settings) => isFreeDay(settings, day)));
}
