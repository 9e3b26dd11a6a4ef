import type { Intent, IntentName } from '../commands/intent';
import { answerStatus } from '../tasks/answer-status';
import { changeSettings } from '../tasks/change-settings';
import { findAccount } from '../tasks/find-account';
import { giveInvitation } from '../tasks/give-invitation';
import { forgetName, learnedNames } from '../tasks/learned-names';
import { listAccounts } from '../tasks/list-accounts';
import { periodOf } from '../tasks/period';
import { proposeMapping } from '../tasks/propose-mapping';
import { reportHealth } from '../tasks/report-health';
import { showHoldings } from '../tasks/show-holdings';
import { lastDecisionOf, recentHistory, tellHistory, whoMapped } from '../tasks/tell-history';
import { listWatches, startWatch, stopWatches } from '../tasks/watch-company';
import type { Message } from '../courier';
import type { AccountRecord } from '../domain/account';
import type { TimeZone } from '../domain/calendar';
import type { Reply } from '../turn';
import { decisionView } from '../views/decision';
import { healthView } from '../views/health';
import { helpView } from '../views/help';
import { historyView } from '../views/history';
import { holdingsView } from '../views/holdings';
import { inviteView } from '../views/invite';
import { listView } from '../views/list';
import { mapProposalView } from '../views/map-proposal';
import { namesView } from '../views/names';
import { statusView, whichView } from '../views/status';
import type { WhichIntent } from '../views/status';
import { greetingView, thanksView } from '../views/small-talk';
import { watchView } from '../views/watch';
import { whoMappedView } from '../views/who-mapped';
import { helpEntries } from './help-entries';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import { choicesOf, say, sayAccount, saySettings, sayAll, zoneOf } from './here';
import type { Here } from './here';

type Answering<N extends IntentName> = (
  here: Here,
  intent: Extract<Intent, { readonly name: N }>,
) => Promise<Reply> | Reply;

/** Each intent with what it does. The compiler asks for every one of them. */
const answers: { readonly [N in IntentName]: Answering<N> } = {
  status: (here, { companies }) =>
    each(companies, async (company) => statusView(await answerStatus(here.ports, company), here.speech)),
  list: (here, { what, period }) => {
    const span = period === undefined ? {} : { period: periodOf(period, here.ports.clock.now(), zoneOf(here)) };
    return say(listView(listAccounts(here.ports, what, span), here.speech));
  },
  show: (here, { companies, what }) => show(here, companies, what),
  invite_link: async (here, { companies }) =>
    say(inviteView(await giveInvitation(here.ports, companies?.[0]), here.speech)),
  watch: (here, { companies }) =>
    each(companies, async (company) => watchView(await startWatch(here.ports, watcher(here), company), here.speech)),
  unwatch: async (here, intent) => {
    if ('all' in intent) return say(watchView(await stopWatches(here.ports, here.person, undefined), here.speech));
    return each(intent.companies, async (company) =>
      watchView(await stopWatches(here.ports, here.person, company), here.speech),
    );
  },
  watches: (here) => say(watchView(listWatches(here.ports, here.person), here.speech)),
  map: (here, { account, customer }) =>
    say(mapProposalView(proposeMapping(here.ports, account, customer, here.person), here.speech, customer)),
  // Never without a click: the account's card says who mapped it to whom, and has the button.
  unmap: (here, { companies }) => showCard(here, companies, 'unmap'),
  undo: (here) => undoLast(here),
  who_mapped: (here, { companies }) =>
    withAccounts(here, companies, 'who-mapped', (record) =>
      Promise.resolve(whoMappedView(whoMapped(here.ports, record), here.speech)),
    ),
  history: (here, { companies, period }) => {
    const span = period === undefined ? undefined : periodOf(period, here.ports.clock.now(), zoneOf(here));
    if (companies === undefined) return say(historyView(recentHistory(here.ports, span), here.speech));
    return withAccounts(here, companies, 'history', async (record) =>
      historyView(await tellHistory(here.ports, record), here.speech),
    );
  },
  settings: async (here, { topic, value, time }) => {
    const wanted = {
      ...(topic === undefined ? {} : { topic }),
      ...(value === undefined ? {} : { value }),
      ...(time === undefined ? {} : { time }),
      ...clockOf(here),
    };
    return say(saySettings(here, await changeSettings(here.ports, here.conversation, wanted, here.speech.language)));
  },
  names: async (here, { forget }) => {
    if (forget === undefined) return say(namesView(learnedNames(here.ports), here.speech));
    return withAccounts(here, [forget], 'show', async (record) => {
      return namesView(await forgetName(here.ports, record), here.speech);
    });
  },
  health: async (here) => say(healthView(await reportHealth(here.ports), here.speech)),
  help: (here, { topic }) => say(helpView(helpEntries(here.speech, here.conversation.type, topic), here.speech)),
  greeting: (here) =>
    say(
      greetingView({ name: here.person.name, entries: helpEntries(here.speech, here.conversation.type) }, here.speech),
    ),
  thanks: (here) => say(thanksView(here.speech)),
};

/** Answers what was asked, when the policy lets the sender ask it here. */
export function answerIntent(here: Here, intent: Intent): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfIntent(intent, here));
  if (refusal !== undefined) return Promise.resolve(refuse(here, refusal));
  // The table's key and the intent's name are the same; TypeScript cannot follow that through an index.
  const answer = answers[intent.name] as Answering<IntentName>;
  return Promise.resolve(answer(here, intent));
}

async function each(companies: readonly string[], answer: (company: string) => Promise<Message>): Promise<Reply> {
  return sayAll(await Promise.all(companies.map(answer)));
}

/** For intents that are about one account: finds it, asks which one, or says that there is none. */
async function withAccounts(
  here: Here,
  companies: readonly string[],
  intent: WhichIntent,
  answer: (record: AccountRecord) => Promise<Message>,
): Promise<Reply> {
  return each(companies, (company) => {
    const found = findAccount(here.ports.register, company);
    switch (found.found) {
      case 'one':
      case 'assumed':
        return answer(found.account);
      case 'several':
        return Promise.resolve(whichView(choicesOf(company, found.accounts), here.speech, intent));
      case 'probably':
      case 'likely-as':
      case 'none':
        return answerStatus(here.ports, company).then((answer) => statusView(answer, here.speech));
    }
  });
}

async function show(
  here: Here,
  companies: readonly string[],
  what: Extract<Intent, { name: 'show' }>['what'],
): Promise<Reply> {
  if (what !== 'overview') {
    return withAccounts(here, companies, what, async (record) =>
      holdingsView(await showHoldings(here.ports, record, what), here.speech),
    );
  }
  return showCard(here, companies, 'show');
}

/** A single account gets its living card; of several, or of none, the status view says what there is to say. */
async function showCard(here: Here, companies: readonly string[], intent: WhichIntent): Promise<Reply> {
  const [only, another] = companies;
  const found = only === undefined || another !== undefined ? undefined : findAccount(here.ports.register, only);
  if (found?.found === 'one' || found?.found === 'assumed') return sayAccount(here, found.account);
  if (only !== undefined && found?.found === 'several')
    return say(whichView(choicesOf(only, found.accounts), here.speech, intent));
  return each(companies, async (company) => statusView(await answerStatus(here.ports, company), here.speech));
}

/** "undo" names nothing: it means the person's own last decision that still stands. It is shown, and a click undoes it. */
async function undoLast(here: Here): Promise<Reply> {
  const last = lastDecisionOf(here.ports, here.person.id);
  if (last === undefined) return say(decisionView({ answer: 'nothing-to-undo' }, here.speech));
  return sayAccount(here, last.record);
}

function watcher({ person, conversation, speech }: Here): Parameters<typeof startWatch>[1] {
  return { person, conversationId: conversation.conversationId, language: speech.language };
}

/** The clock that the person means by "at nine". */
function clockOf({ turn }: Here): { readonly timeZone?: TimeZone } {
  return turn.timeZone === undefined ? {} : { timeZone: turn.timeZone };
}
