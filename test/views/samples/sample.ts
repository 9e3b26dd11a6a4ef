import type { Message } from '../../../src/courier';
import { accountView } from '../../../src/views/account';
import { announcingView } from '../../../src/views/announcing';
import { beyondView, countView } from '../../../src/views/beyond';
import { boardView } from '../../../src/views/board';
import { companiesView } from '../../../src/views/companies';
import { decisionView } from '../../../src/views/decision';
import { healthView } from '../../../src/views/health';
import { helpView } from '../../../src/views/help';
import { historyView } from '../../../src/views/history';
import { holdingsView } from '../../../src/views/holdings';
import { inviteView } from '../../../src/views/invite';
import { listView } from '../../../src/views/list';
import { mapProposalView } from '../../../src/views/map-proposal';
import { namesView } from '../../../src/views/names';
import { notUnderstoodView } from '../../../src/views/not-understood';
import { searchView } from '../../../src/views/search';
import { settingsView } from '../../../src/views/settings';
import { greetingView } from '../../../src/views/small-talk';
import { statusView } from '../../../src/views/status';
import { watchView } from '../../../src/views/watch';
import { stoppedManyView, watchManyView } from '../../../src/views/watch-many';
import { watchNoticeView } from '../../../src/views/watch-notice';
import { welcomeView } from '../../../src/views/welcome';
import { whoMappedView } from '../../../src/views/who-mapped';
import type { Speech } from '../../../src/views/speech';

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
    announcingView: washed(announcingView),
    beyondView,
    boardView: washed(boardView),
    companiesView: washed(companiesView),
    countView: washed(countView),
    decisionView: washed(decisionView),
    healthView: washed(healthView),
    helpView: washed(helpView),
    historyView: washed(historyView),
    holdingsView: washed(holdingsView),
    inviteView: washed(inviteView),
    listView: washed(listView),
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
    welcomeView: washed(welcomeView),
    whoMappedView: washed(whoMappedView),
  };
}
