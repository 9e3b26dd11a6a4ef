import { announcedElsewhere, mayAskToAnnounce } from '../tasks/announce-here';
import type { Reply } from '../turn';
import { announcingView } from '../views/talk/announcing';
import { refusalOf } from './gate';
import type { Here } from './here';

/**
 * The answer to a first mention in a channel where the bot was not installed: a mention changes nothing, so after the
 * answer whoever may decide it is asked, once, whether new accounts are to be announced there.
 */
export async function askingToAnnounce(here: Here, reply: Reply): Promise<Reply> {
  const { ports, conversation } = here;
  if (reply.reply !== 'message' || conversation.announcing !== 'undecided') return reply;
  if (refusalOf(here, ['change-shared-settings']) !== undefined) return reply;
  // The answer itself may have settled it.
  const now = ports.register.conversation(conversation.conversationId) ?? conversation;
  if (!(await mayAskToAnnounce(ports, now))) return reply;
  const asked = { message: announcingView(announcedElsewhere(ports, now), here.speech) };
  return { ...reply, more: [...(reply.more ?? []), asked] };
}
