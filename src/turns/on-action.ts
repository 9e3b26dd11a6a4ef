import { parseAction } from '../actions/action';
import type { Action, Verb } from '../actions/action';
import type { IntentName } from '../commands/intent';
import { commandTable } from '../commands/table';
import type { AccountRecord } from '../domain/account';
import { decide } from '../tasks/decide';
import type { Click, Decide } from '../tasks/decide';
import { answerStatusOf } from '../tasks/answer-status';
import { changeSettings } from '../tasks/change-settings';
import { drawAccount } from '../tasks/draw-account';
import { giveInvitation } from '../tasks/give-invitation';
import { forgetName } from '../tasks/learned-names';
import { listAccounts } from '../tasks/list-accounts';
import { periodOf } from '../tasks/period';
import { confirm, proposeFor } from '../tasks/propose-mapping';
import { searchCustomers } from '../tasks/search-customers';
import { showHoldings } from '../tasks/show-holdings';
import { ruleTeam } from '../tasks/team-approval';
import { tellHistory, whoMapped } from '../tasks/tell-history';
import { watchAgain } from '../tasks/watch-again';
import { replyToWatch, startWatch, stopWatch } from '../tasks/watch-company';
import type { Message } from '../courier';
import type { Reply } from '../turn';
import { accountView } from '../views/account';
import { decisionView } from '../views/decision';
import { helpView } from '../views/help';
import { historyView } from '../views/history';
import { holdingsView } from '../views/holdings';
import { inviteView } from '../views/invite';
import { listView } from '../views/list';
import { mapProposalView } from '../views/map-proposal';
import { namesView } from '../views/names';
import { searchView } from '../views/search';
import { cancelledView } from '../views/small-talk';
import { statusView } from '../views/status';
import { refusedActionNote, refusedActionView } from '../views/trouble';
import { teamRuledView } from '../views/team';
import { watchView } from '../views/watch';
import { watchRestoredView } from '../views/watch-many';
import { whoMappedView } from '../views/who-mapped';
import { helpEntries } from './help-entries';
import { deedsOfAction, refusalOf, refuse } from './gate';
import { accountById, say, sayAccount, saySettings, zoneOf } from './here';
import type { Here } from './here';
import { lookAgain } from './look-again';
import { onText } from './on-text';

type Acting<V extends Verb> = (here: Here, action: Extract<Action, { readonly verb: V }>) => Promise<Reply> | Reply;

/** Each verb of a card with what it does. The compiler asks for every one of them. */
const acts: { readonly [V in Verb]: Acting<V> } = {
  'pick': (here, a) => decideOn(here, a.accountId, { verb: 'pick', customerId: a.customerId, ...seenOf(a) }),
  'confirm-map': (here, a) => decideOn(here, a.accountId, { verb: 'pick', customerId: a.customerId, ...seenOf(a) }),
  'ignore': (here, a) => decideOn(here, a.accountId, { verb: 'ignore' }),
  'reopen': (here, a) => decideOn(here, a.accountId, { verb: 'reopen', seen: a.seen }),
  'undo': (here, a) => decideOn(here, a.accountId, { verb: 'undo', seen: a.seen }),
  'conflict': (here, a) =>
    decideOn(here, a.accountId, { verb: a.keep === 'ours' ? 'keep-ours' : 'keep-theirs', ...seenOf(a) }),
  'search': (here, a) =>
    onAccount(here, a.accountId, (record) =>
      inPlace(searchView(searchCustomers(here.ports, record, a.query), here.speech)),
    ),
  // A list or a board stays where it is: the account gets a card of its own, which is kept up to date.
  'account': (here, a) => onAccount(here, a.accountId, (record) => sayAccount(here, record)),
  'look-again': (here, a) => onAccount(here, a.accountId, (record) => lookAgain(here, record)),
  'refresh': (here, a) =>
    onAccount(here, a.accountId, (record) => inPlace(accountView(drawAccount(here.ports, record), here.speech))),
  'which': (here, a) => onAccount(here, a.accountId, (record) => which(here, record, a.intent)),
  'list': (here, a) => {
    const span = a.period === undefined ? {} : { period: periodOf(a.period, here.ports.clock.now(), zoneOf(here)) };
    return inPlace(listView(listAccounts(here.ports, a.what, { offset: a.offset, ...span }), here.speech));
  },
  'which-account': (here, a) =>
    onAccount(here, a.accountId, (record) =>
      a.customer === undefined
        ? sayAccount(here, record)
        : inPlace(mapProposalView(proposeFor(here.ports, record, a.customer), here.speech, a.customer)),
    ),
  'which-customer': (here, a) =>
    onAccount(here, a.accountId, (record) => {
      const customer = here.ports.register.customer(a.customerId);
      return customer === undefined
        ? sayAccount(here, record)
        : inPlace(mapProposalView(confirm(here.ports, record, customer), here.speech));
    }),
  'watch': async (here, a) => {
    const { person, conversation, speech } = here;
    const watcher = { person, conversationId: conversation.conversationId, language: speech.language };
    return say(watchView(await startWatch(here.ports, watcher, a.query), here.speech));
  },
  'unwatch': async (here, a) => inPlace(watchView(await stopWatch(here.ports, here.person, a.watchId), here.speech)),
  'watch-again': async (here, a) =>
    inPlace(watchRestoredView(await watchAgain(here.ports, here.person, a.queries), here.speech)),
  'watch-reply': async (here, a) =>
    inPlace(watchView(await replyToWatch(here.ports, here.person, a.watchId, a.accountId, a.yes), here.speech)),
  'approve-team': async (here, { teamId, yes }) => {
    const ruled = await ruleTeam(here.ports, teamId, yes, here.person);
    return inPlace(teamRuledView(ruled.ruling === 'unknown' ? undefined : ruled.team, here.speech));
  },
  'forget-name': (here, a) =>
    onAccount(here, a.accountId, async (record) => {
      return inPlace(namesView(await forgetName(here.ports, record), here.speech));
    }),
  'settings': async (here, { verb: _, ...chosen }) => {
    const { ports, conversation, speech, turn } = here;
    const wanted = { ...chosen, ...(turn.timeZone === undefined ? {} : { timeZone: turn.timeZone }) };
    return inPlace(saySettings(here, await changeSettings(ports, conversation, wanted, speech.language)));
  },
  'holdings': (here, a) =>
    onAccount(here, a.accountId, async (record) =>
      say(holdingsView(await showHoldings(here.ports, record, a.what), here.speech)),
    ),
  'invite': async (here, a) => say(inviteView(await giveInvitation(here.ports, a.company), here.speech)),
  'history': (here, a) =>
    onAccount(here, a.accountId, async (record) =>
      say(historyView(await tellHistory(here.ports, record), here.speech)),
    ),
  'help': (here, a) =>
    say(helpView(helpEntries(here.speech, here.conversation.type, intentNamed(a.topic)), here.speech)),
  'type': (here, a) => onText(here, a.line),
  'cancel': (here) => inPlace(cancelledView(here.speech)),
};

/** A click on a card. The payload is not believed: ids are looked up, facts come from the record. */
export function onAction(here: Here, data: unknown): Promise<Reply> {
  const parsed = parseAction(data);
  if (parsed.parsed === 'action') {
    const refusal = refusalOf(here, deedsOfAction(parsed.action, here));
    if (refusal !== undefined) return Promise.resolve(refuse(here, refusal));
    // The table's key and the action's verb are the same; TypeScript cannot follow that through an index.
    const act = acts[parsed.action.verb] as Acting<Verb>;
    return Promise.resolve(act(here, parsed.action));
  }
  const { why, accountId } = parsed;
  if (why === 'nothing-chosen' || why === 'nothing-typed')
    return Promise.resolve(note(refusedActionNote(why, here.speech)));
  return Promise.resolve(inPlace(refusedActionView(why, here.speech, accountId)));
}

async function decideOn(here: Here, accountId: string, what: Decide): Promise<Reply> {
  const answer = await decide(here.ports, here.person, accountId, what, clickOf(here));
  return inPlace(decisionView(answer, here.speech));
}

/** The activity's id names the click, within its conversation: delivered twice, it is the same decision. */
function clickOf({ turn }: Here): Click {
  const { place, input } = turn;
  const id = `${place.conversationId}|${turn.id}`;
  if (input.kind !== 'action' || input.messageId === undefined) return { id };
  const thread = place.threadId === undefined ? {} : { threadId: place.threadId };
  return { id, card: { conversationId: place.conversationId, messageId: input.messageId, ...thread } };
}

async function onAccount(
  here: Here,
  accountId: string,
  answer: (record: AccountRecord) => Promise<Reply> | Reply,
): Promise<Reply> {
  const record = await accountById(here, accountId);
  return record === undefined ? inPlace(decisionView({ answer: 'account-gone' }, here.speech)) : answer(record);
}

async function which(
  here: Here,
  record: AccountRecord,
  intent: Extract<Action, { verb: 'which' }>['intent'],
): Promise<Reply> {
  const { ports, speech } = here;
  switch (intent) {
    case 'status': {
      const answer = await answerStatusOf(ports, record.id);
      return answer === undefined
        ? inPlace(decisionView({ answer: 'account-gone' }, speech))
        : inPlace(statusView(answer, speech));
    }
    case 'show':
    case 'unmap':
      return sayAccount(here, record);
    case 'subscriptions':
    case 'licences':
    case 'users':
      return inPlace(holdingsView(await showHoldings(ports, record, intent), speech));
    case 'who-mapped':
      return inPlace(whoMappedView(whoMapped(ports, record), speech));
    case 'history':
      return inPlace(historyView(await tellHistory(ports, record), speech));
  }
}

function intentNamed(topic: string | undefined): IntentName | undefined {
  return commandTable.find((c) => c.name === topic)?.name;
}

function seenOf({ seen }: { readonly seen?: string }): { readonly seen?: string } {
  return seen === undefined ? {} : { seen };
}

function inPlace(message: Message): Reply {
  return { reply: 'card', message };
}

function note(text: string): Reply {
  return { reply: 'note', text };
}
