import type { Drawings } from '../reconcile/reconcile';
import type { DrawAlarm } from '../reconcile/tell-administrators';
import type { DrawTeamQuestion } from '../reconcile/ask-administrators';
import type { DrawReminder } from '../reconcile/send-reminders';
import type { DrawGathered } from '../reconcile/gathered-news';
import { gatheredView } from '../views/lists/gathered';
import type { DrawDigest } from '../reconcile/send-digests';
import { accountView } from '../views/account/account';
import { requestNews } from '../views/account/request';
import { boardView, movedBoardView } from '../views/lists/board';
import { reminderView } from '../views/lists/reminder';
import type { DrawEndings } from '../reconcile/tell-endings';
import { endingsView } from '../views/lists/endings';
import { listView } from '../views/lists/list';
import { alarmView } from '../views/talk/alarm';
import { teamQuestionView } from '../views/talk/team';
import { keeping } from '../views/words/times';
import { mentioning } from '../views/parts/mention';
import { invitationNewsView } from '../views/company/invitation-news';
import { statusView } from '../views/company/status';
import { watchNoticeView } from '../views/watch/watch-notice';
import { speechTo } from './here';

/** How what the bot says on its own account is drawn: in the language of the conversation, or of the person who watches. */
export const drawings: Drawings = {
  account: (picture, conversation, { view, list, mention, role }) => {
    const speech = keeping(speechTo(conversation));
    if (list !== undefined) return listView(list, speech);
    if (view?.view === 'status')
      return statusView({ answer: 'account', query: picture.record.tenant.name, picture }, speech);
    const { personId: reader } = conversation;
    const banner = role === undefined ? undefined : requestNews(picture.record, role, speech);
    const card = accountView(picture, speech, {
      ...(reader === undefined ? {} : { reader }),
      ...(banner === undefined ? {} : { banner }),
    });
    return mention === undefined ? card : mentioning(card, mention);
  },
  board: (board, conversation) => boardView(board, speechTo(conversation)),
  movedBoard: (conversation) => movedBoardView(speechTo(conversation)),
  watch: (news, conversation) => {
    const note = watchNoticeView(news, speechTo(conversation, news.watch.language));
    return conversation.type === 'personal' ? note : mentioning(note, news.watch.person);
  },
  invitation: (news, conversation) => {
    const note = invitationNewsView(news, speechTo(conversation, news.inviter.language));
    return conversation.type === 'personal' ? note : mentioning(note, news.inviter.person);
  },
};

export const drawTeamQuestion: DrawTeamQuestion = (team, conversation) =>
  teamQuestionView(team, speechTo(conversation));

export const drawDigest: DrawDigest = (list, conversation, content) =>
  listView(list, keeping(speechTo(conversation)), content);

export const drawReminder: DrawReminder = (reminder, conversation) => reminderView(reminder, speechTo(conversation));
export const drawGathered: DrawGathered = (news, conversation) => gatheredView(news, speechTo(conversation));
export const drawEndings: DrawEndings = (answer, conversation) => endingsView(answer, keeping(speechTo(conversation)));

export const drawAlarm: DrawAlarm = (alarm, conversation) => alarmView(alarm, keeping(speechTo(conversation)));
