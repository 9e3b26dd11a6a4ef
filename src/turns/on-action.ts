import { isDeepStrictEqual } from 'node:util';
import { actionChanges, parseAction } from '../actions/action';
import type { Action, Verb } from '../actions/action';
import type { IntentName } from '../commands/intent';
import { commandTable } from '../commands/table';
import type { AccountRecord } from '../domain/account';
import { askedAnew } from '../domain/asked-filter';
import type { Period } from '../domain/answers';
import type { CardView } from '../domain/notice';
import { trackCard } from '../domain/notices';
import { changeAccount } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import { giveInvitation } from '../tasks/give-invitation';
import { forgetName, learnedNames } from '../tasks/learned-names';
import { listAccounts } from '../records/list-accounts';
import { periodOf } from '../domain/period';
import { confirm } from '../tasks/propose-mapping';
import { searchCustomers } from '../tasks/search-customers';
import { showHoldings } from '../tasks/show-holdings';
import { ruleTeam } from '../records/team-approval';
import { recentHistory, tellHistory } from '../tasks/tell-history';
import { watchAgain } from '../tasks/watch-again';
import { replyToWatch, startWatch, stopWatch, watchAccount } from '../tasks/watch-company';
import type { Reply } from '../turn';
import { forgetQuestionView, forgottenView } from '../views/talk/about-me';
import { accountView } from '../views/account/account';
import { decisionView } from '../views/account/decision';
import { helpView } from '../views/talk/help';
import { historyView } from '../views/account/history';
import { holdingsView } from '../views/company/holdings';
import { inviteView } from '../views/company/invite';
import { listView } from '../views/lists/list';
import { mapProposalView } from '../views/account/map-proposal';
import { namesView } from '../views/lists/names';
import { searchView } from '../views/account/search';
import { cancelledView } from '../views/talk/small-talk';
import { refusedActionNote, refusedActionView } from '../views/talk/trouble';
import { teamRuledView } from '../views/talk/team';
import { watchView } from '../views/watch/watch';
import { watchRestoredView } from '../views/watch/watch-many';
import { answerAbout, askAbout } from './about';
import { askerOf, notTheirs } from './asker';
import type { AskedAbout } from './about';
import { offerExport } from './export';
import { helpEntries } from './help-entries';
import { decideOn, seenOf } from './decide-on';
import { deedsOfAction, refusalOf, refuse } from './gate';
import { clickedPlace, inItsPlace, whatWasClicked } from './clicked';
import { accountById, inPlace, readingIn, say, sayAccount, readerOf, watcherOf, zoneOf } from './here';
import type { Here } from './here';
import { endByCard, giveFollowUp, noteByCard, pageOfInvitations, replyByCard, watchInvited } from './invitations';
import { lookAgain, refreshShared } from './look-again';
import { commandOf, subjectOf, toldAbout, toldInvitation, toldList, toldProposal, toldWatch } from './told';
import { onText } from './on-text';
import { answerRowChoice } from './choose-row';
import { assignByCard } from './assign';
import { answerByCard, requestByCard, takeBackByCard } from './request';
import { snoozeByCard } from './snooze';
import { dayChosen } from '../actions/snooze-verbs';
import { snoozeWish } from '../domain/snooze-answer';
import { createFromForm, createAnyway, giveUp, openForm } from './create-customer';
import { sayReport } from './report';
import { showComparison, savePage, startReview, undoPage } from './review';
import { settingsActs } from './settings-acts';

type Acting<V extends Verb> = (here: Here, action: Extract<Action, { readonly verb: V }>) => Promise<Reply> | Reply;

/** Each verb of a card with what it does. The compiler asks for every one of them. */
const acts: { readonly [V in Verb]: Acting<V> } = {
  'pick': (here, a) => decideOn(here, a.accountId, { verb: 'pick', customerId: a.customerId, ...seenOf(a) }, a.also),
  'confirm-map': (here, a) => decideOn(here, a.accountId, { verb: 'pick', customerId: a.customerId, ...seenOf(a) }),
  'ignore': (here, a) => decideOn(here, a.accountId, { verb: 'ignore', ...seenOf(a) }),
  'reopen': (here, a) => decideOn(here, a.accountId, { verb: 'reopen', seen: a.seen, ...seenOf(a) }),
  'undo': (here, a) => decideOn(here, a.accountId, { verb: 'undo', seen: a.seen, ...seenOf(a) }, a.also),
  'conflict': (here, a) =>
    decideOn(here, a.accountId, { verb: a.keep === 'ours' ? 'keep-ours' : 'keep-theirs', ...seenOf(a) }),
  'choose-row': answerRowChoice,
  'search': (here, a) =>
    onAccount(here, a.accountId, (record) =>
      inPlace(searchView(searchCustomers(here.ports, record, a.query, a.offset), here.speech)),
    ),
  // A list or a board stays where it is: the account gets a card of its own, and both are kept up to date.
  'account': (here, a) =>
    onAccount(here, a.accountId, async (record) => {
      await keepOrigin(here, record, a.from);
      return sayAccount(here, record);
    }),
  'look-again': (here, a) => onAccount(here, a.accountId, (record) => lookAgain(here, record, a.facts)),
  'ask-again': async (here, a) => chosen(await askAbout(here, a.query, { intent: 'status', fresh: true })),
  'refresh': (here, a) =>
    onAccount(here, a.accountId, (record) =>
      inPlace(accountView(drawAccount(here.ports, record), here.speech, readingIn(here))),
    ),
  'refresh-shared': (here, a) => onAccount(here, a.accountId, (record) => refreshShared(here, record)),
  'which': (here, a) =>
    onAccount(here, a.accountId, async (record) => chosen(await answerAbout(here, record, askedBy(a)))),
  'which-name': async (here, a) => chosen(await askAbout(here, a.query, askedBy(a))),
  'list': async (here, a) => {
    const { verb: _verb, filter, ...asked } = a;
    const narrowed = filter === undefined ? {} : { filter };
    const reading = { ...asked, ...narrowed, zone: zoneOf(here), reader: readerOf(here) };
    const answer = await listAccounts(here.ports, a.what, reading);
    const { what, period, order } = asked;
    const command = {
      what,
      ...(period === undefined ? {} : { period }),
      ...(filter && { filter: askedAnew(filter) }),
      ...(order && { order }),
    };
    return inPlace(listView(answer, here.speech), toldList(answer, { name: 'list', ...command }));
  },
  'which-customer': (here, a) =>
    onAccount(here, a.accountId, (record) => {
      const customer = here.ports.register.customer(a.customerId);
      if (customer === undefined) return sayAccount(here, record);
      const proposal = confirm(here.ports, record, customer, here.person);
      const command = { name: 'map', account: record.tenant.name, customer: customer.name } as const;
      return inPlace(mapProposalView(proposal, here.speech, askerOf(here)), toldProposal(proposal, command));
    }),
  'watch': async (here, { query, anyway = false }) => {
    const answer = await startWatch(here.ports, watcherOf(here), query, anyway);
    const message = watchView(answer, here.speech);
    const told = toldWatch(answer, { name: 'watch', companies: [query] });
    // A second thought takes the place of the first; the card with the invitation stays for whoever needs it.
    return anyway ? inPlace(message, told) : say(message, told);
  },
  'watch-account': (here, a) =>
    onAccount(here, a.accountId, async (record) =>
      inPlace(watchView(await watchAccount(here.ports, watcherOf(here), record, a.instead), here.speech)),
    ),
  'unwatch': async (here, a) => inPlace(watchView(await stopWatch(here.ports, here.person, a.watchId), here.speech)),
  'watch-again': async (here, a) =>
    inPlace(watchRestoredView(await watchAgain(here.ports, here.person, a.queries), here.speech)),
  'watch-reply': async (here, a) =>
    inPlace(watchView(await replyToWatch(here.ports, here.person, a.watchId, a.accountId, a.yes), here.speech)),
  'forget-me': async (here, { sure }) => {
    if (!sure) return inPlace(forgetQuestionView(here.speech));
    await here.kept.forget(here.person.id);
    here.talk.forget();
    return inPlace(forgottenView(here.speech));
  },
  'approve-team': async (here, { teamId, yes }) => {
    const ruled = await ruleTeam(here.ports, teamId, yes, here.person);
    return inPlace(teamRuledView(ruled.ruling === 'unknown' ? undefined : ruled.team, here.speech));
  },
  'names': (here, a) => inPlace(namesView(learnedNames(here.ports, a.offset), here.speech)),
  'forget-name': (here, a) =>
    onAccount(here, a.accountId, async (record) => {
      return inPlace(namesView(await forgetName(here.ports, record), here.speech));
    }),
  ...settingsActs,
  // A list or a board stays where it is.
  'review': startReview,
  'review-save': savePage,
  'review-undo': async (here, a) => inPlace(await undoPage(here, a)),
  'compare': (here, a) => showComparison(here, a),
  'create-form': openForm,
  'create': createFromForm,
  'assign': assignByCard,
  'unassign': assignByCard,
  'request': requestByCard,
  'request-reply': answerByCard,
  'request-back': takeBackByCard,
  'snooze': snoozeByCard,
  'wake': snoozeByCard,
  'create-anyway': createAnyway,
  'create-give-up': giveUp,
  'holdings': (here, a) =>
    onAccount(here, a.accountId, async (record) =>
      say(
        holdingsView(await showHoldings(here.ports, record, a.what), here.speech),
        toldAbout(commandOf({ intent: a.what }, record.tenant.name), [subjectOf(record)]),
      ),
    ),
  'invite': async (here, { company, provider }) => {
    const answer = await giveInvitation(here.ports, { company, provider });
    const at = provider === undefined ? {} : { at: provider };
    const command = { name: 'invite_link', companies: company === undefined ? [] : [company], ...at };
    return say(inviteView(answer, here.speech), toldInvitation(answer, command));
  },
  'invited': noteByCard,
  'invited-reply': replyByCard,
  'uninvite': endByCard,
  'invitations': pageOfInvitations,
  'watch-invited': (here, { verb: _, ...by }) => watchInvited(here, by),
  'follow-up': giveFollowUp,
  // The first page is a message of its own; the others take its place.
  'history': (here, a) =>
    onAccount(here, a.accountId, async (record) => {
      const story = historyView(await tellHistory(here.ports, record, a.offset), here.speech);
      const told = toldAbout(commandOf({ intent: 'history' }, record.tenant.name), [subjectOf(record)]);
      return a.offset === undefined ? say(story, told) : inPlace(story, told);
    }),
  'decisions': (here, a) =>
    inPlace(historyView(recentHistory(here.ports, spanOf(here, a.period), a.offset), here.speech)),
  'export': (here, a) => offerExport(here, a),
  'report': (here) => sayReport(here),
  'help': (here, { topic, offset }) => {
    const entries = helpEntries(here.speech, here.conversation.type, intentNamed(topic));
    return offset === undefined ? say(helpView(entries, here.speech)) : inPlace(helpView(entries, here.speech, offset));
  },
  'type': (here, a) => onText(here, a.line),
  'cancel': (here) => inPlace(cancelledView(here.speech)),
};

/** A click on a card. The payload is not believed: ids are looked up, facts come from the record. */
export async function onAction(here: Here, data: unknown): Promise<Reply> {
  const parsed = parseAction(data);
  if (parsed.parsed === 'action') {
    const { action } = parsed;
    const { input } = here.turn;
    // A client that draws a card anew by itself decides nothing, whatever the card says.
    if (input.kind === 'action' && input.automatic && actionChanges(action)) return note('');
    const refusal = refusalOf(here, deedsOfAction(action, here));
    if (refusal !== undefined) return refuse(here, refusal);
    const theirs = notTheirs(here, action);
    if (theirs !== undefined) return theirs;
    // The table's key and the action's verb are the same; TypeScript cannot follow that through an index.
    const act = acts[action.verb] as Acting<Verb>;
    return inItsPlace(here, await act(here, action), 'accountId' in action ? action.accountId : undefined, action);
  }
  const { why, accountId } = parsed;
  if (why === 'nothing-chosen' || why === 'nothing-typed') return note(refusedActionNote(why, here.speech));
  return inItsPlace(here, inPlace(refusedActionView(why, here.speech, accountId)), accountId);
}

/** The message from which an account was opened is redrawn with it from now on; a card of something else is not. */
async function keepOrigin(here: Here, { id }: AccountRecord, from: CardView | undefined): Promise<void> {
  const place = clickedPlace(here);
  if (place === undefined || from === undefined) return;
  const shown = await whatWasClicked(here, place, id);
  const isThatList = shown.shows === 'account' && from.view === 'list' && isDeepStrictEqual(shown.view, from);
  if (shown.shows !== 'button' && !isThatList) return;
  const now = here.ports.clock.now();
  await changeAccount(here.ports, id, (record) => trackCard(record, place, 0, now, from));
  here.ports.nudge('reconcile');
}

function spanOf(here: Here, period: Period['name'] | undefined): Period | undefined {
  if (period === undefined) return undefined;
  return periodOf(period, here.ports.clock.now(), zoneOf(here));
}

async function onAccount(
  here: Here,
  accountId: string,
  answer: (record: AccountRecord) => Promise<Reply> | Reply,
): Promise<Reply> {
  const record = await accountById(here, accountId);
  return record === undefined ? inPlace(decisionView({ answer: 'account-gone' }, here.speech)) : answer(record);
}

/** The question gives way to its answer; only a card that is kept up to date is a message of its own. */
function chosen(reply: Reply): Reply {
  return reply.reply === 'message' && reply.keep === undefined ? inPlace(reply.message, reply.told) : reply;
}

function askedBy(action: Extract<Action, { readonly verb: 'which' | 'which-name' }>): AskedAbout {
  const { intent, customer = '', day, reason, who = '' } = action;
  if (intent === 'snooze' || intent === 'remind') return { intent, ...snoozeWish(dayChosen(day), reason) };
  if (intent === 'request') return who === '' ? { intent: 'show' } : { intent, who };
  if (intent !== 'map') return { intent };
  return customer === '' ? { intent: 'show' } : { intent, customer };
}

function intentNamed(topic: string | undefined): IntentName | undefined {
  return commandTable.find((c) => c.name === topic)?.name;
}

function note(text: string): Reply {
  return { reply: 'note', text };
}
