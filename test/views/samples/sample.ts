import type { Message } from '../../../src/courier';
import { accountView } from '../../../src/views/account/account';
import { alarmView } from '../../../src/views/talk/alarm';
import { announcingView } from '../../../src/views/talk/announcing';
import { beyondView, countView, notAcceptedView } from '../../../src/views/company/beyond';
import type { BeyondKind } from '../../../src/views/company/beyond';
import { comparisonView } from '../../../src/views/lists/comparison';
import { boardView, movedBoardView } from '../../../src/views/lists/board';
import { countryView } from '../../../src/views/company/country';
import { companiesView } from '../../../src/views/company/companies';
import { everywhereView } from '../../../src/views/company/everywhere';
import { creationView } from '../../../src/views/account/create-customer';
import { decisionView } from '../../../src/views/account/decision';
import { nobodyAskedView, whomToAskView } from '../../../src/views/account/nobody-asked';
import { snoozedView } from '../../../src/views/account/snoozed';
import { rowChosenView } from '../../../src/views/account/row-chosen';
import { healthView } from '../../../src/views/talk/health';
import { helpView } from '../../../src/views/talk/help';
import { historyView } from '../../../src/views/account/history';
import { holdingsView } from '../../../src/views/company/holdings';
import { inviteView } from '../../../src/views/company/invite';
import { announcedView } from '../../../src/views/account/announced';
import { gatheredView } from '../../../src/views/lists/gathered';
import { reminderView } from '../../../src/views/lists/reminder';
import { invitedView, uninvitedView } from '../../../src/views/company/invited';
import { invitationsView, invitedManyView, uninvitedManyView } from '../../../src/views/company/invitations';
import { invitationNewsView } from '../../../src/views/company/invitation-news';
import { endingsView } from '../../../src/views/lists/endings';
import { followUpView } from '../../../src/views/company/follow-up';
import { listView } from '../../../src/views/lists/list';
import {
  exportDeclinedView,
  exportElsewhereView,
  exportFailedView,
  nothingToExportView,
} from '../../../src/views/export/export';
import { reportView } from '../../../src/views/report/report';
import { providerView } from '../../../src/views/company/provider';
import { reviewView } from '../../../src/views/lists/review';
import { reviewDoneView, reviewUndoneView } from '../../../src/views/lists/review-saved';
import { mapProposalView } from '../../../src/views/account/map-proposal';
import { namesView } from '../../../src/views/lists/names';
import { notUnderstoodView, tooLongView } from '../../../src/views/talk/not-understood';
import { searchView } from '../../../src/views/account/search';
import { settingsView } from '../../../src/views/talk/settings';
import { greetingView } from '../../../src/views/talk/small-talk';
import { statusView } from '../../../src/views/company/status';
import { invitationsWatchedView } from '../../../src/views/watch/watch-many';
import { watchView } from '../../../src/views/watch/watch';
import { stoppedManyView, watchManyView } from '../../../src/views/watch/watch-many';
import { watchNoticeView } from '../../../src/views/watch/watch-notice';
import { welcomeView } from '../../../src/views/talk/welcome';
import { whoMappedView } from '../../../src/views/account/who-mapped';
import type { Speech } from '../../../src/views/words/speech';

/** One message of one view: which card draws it, under which name its sample stands, and how it comes about. */
export interface Sample {
  readonly card: string;
  readonly variant: string;
  readonly draw: (speech: Speech) => Message;
}

export function sample(card: string, variant: string, draw: Sample['draw']): Sample {
  return { card, variant, draw };
}

/** Changes the values that views are given, for example so that every name is a hostile one. */
export type Wash = <T>(value: T) => T;

export type Views = ReturnType<typeof washedViews>;

/** All views that are given foreign text, with their values washed first. */
export function washedViews(wash: Wash) {
  const washed =
    <Answer, Rest extends unknown[]>(view: (answer: Answer, speech: Speech, ...rest: Rest) => Message) =>
    (answer: Answer, speech: Speech, ...rest: Rest): Message =>
      view(wash(answer), speech, ...rest);
  return {
    accountView: washed(accountView),
    alarmView: washed(alarmView),
    announcingView: washed(announcingView),
    beyondView: (kind: BeyondKind, speech: Speech) =>
      beyondView(kind, speech, wash(kind === 'detail' ? { company: 'Contoso Maschinenbau' } : {})),
    countryView: washed(countryView),
    notAcceptedView: washed(notAcceptedView),
    tooLongView,
    boardView: washed(boardView),
    movedBoardView,
    companiesView: washed(companiesView),
    everywhereView: washed(everywhereView),
    countView: washed(countView),
    comparisonView: washed(comparisonView),
    creationView: washed(creationView),
    decisionView: washed(decisionView),
    snoozedView: washed(snoozedView),
    nobodyAskedView: washed(nobodyAskedView),
    whomToAskView: washed(whomToAskView),
    rowChosenView: washed(rowChosenView),
    healthView: washed(healthView),
    helpView: washed(helpView),
    historyView: washed(historyView),
    holdingsView: washed(holdingsView),
    inviteView: washed(inviteView),
    invitedView: washed(invitedView),
    uninvitedView: washed(uninvitedView),
    invitedManyView: washed(invitedManyView),
    uninvitedManyView: washed(uninvitedManyView),
    invitationsView: washed(invitationsView),
    invitationNewsView: washed(invitationNewsView),
    followUpView: washed(followUpView),
    endingsView: washed(endingsView),
    listView: washed(listView),
    announcedView: washed(announcedView),
    gatheredView: washed(gatheredView),
    reminderView: washed(reminderView),
    exportDeclinedView,
    exportElsewhereView,
    exportFailedView,
    nothingToExportView,
    reportView: washed(reportView),
    reviewView: washed(reviewView),
    reviewDoneView: washed(reviewDoneView),
    providerView: washed(providerView),
    reviewUndoneView: washed(reviewUndoneView),
    mapProposalView: washed(mapProposalView),
    namesView: washed(namesView),
    notUnderstoodView: washed(notUnderstoodView),
    searchView: washed(searchView),
    settingsView: washed(settingsView),
    greetingView: washed(greetingView),
    statusView: washed(statusView),
    stoppedManyView: washed(stoppedManyView),
    watchManyView: washed(watchManyView),
    watchView: washed(watchView),
    watchNoticeView: washed(watchNoticeView),
    invitationsWatchedView: washed(invitationsWatchedView),
    welcomeView: washed(welcomeView),
    whoMappedView: washed(whoMappedView),
  };
}
