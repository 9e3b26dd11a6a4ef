import type { Intent, IntentName } from '../commands/intent';
import { changeSettings } from '../tasks/change-settings';
import { giveInvitation } from '../tasks/give-invitation';
import { forgetName, learnedNames } from '../tasks/learned-names';
import { listEndings } from '../records/list-endings';
import { listAccounts } from '../records/list-accounts';
import { periodOf } from '../domain/period';
import { snoozeWish } from '../domain/snooze-answer';
import { reportHealth } from '../tasks/report-health';
import { lastDecisionOf, recentHistory } from '../tasks/tell-history';
import { listWatches, startWatch, stopWatches } from '../tasks/watch-company';
import { confirm } from '../tasks/propose-mapping';
import { whichCompany } from '../tasks/which-company';
import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { Message } from '../courier';
import type { TimeZone } from '../domain/calendar';
import { toldTogether } from '../domain/told';
import type { Reply } from '../turn';
import { decisionView } from '../views/account/decision';
import { healthView } from '../views/talk/health';
import { helpView } from '../views/talk/help';
import { historyView } from '../views/account/history';
import { mapProposalView } from '../views/account/map-proposal';
import { inviteView } from '../views/company/invite';
import { endingsView } from '../views/lists/endings';
import { listView } from '../views/lists/list';
import { namesView } from '../views/lists/names';
import { greetingView, thanksView } from '../views/talk/small-talk';
import { questionView } from '../views/company/status';
import { watchView } from '../views/watch/watch';
import { askAbout } from './about';
import { askerOf } from './asker';
import { answerFilter } from './answer-filter';
import { exportAsked } from './export';
import { helpEntries } from './help-entries';
import { endInvitations, noteInvited, offerToEnd, sayInvitations } from './invitations';
import { remindAbout } from './remind';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import { sayReport } from './report';
import { reviewAsked, showComparison } from './review';
import { waitsFor } from './waits-for';
import { answerSettings, dayNow, readerOf, say, sayAccount, sayAll, watcherOf, zoneOf } from './here';
import type { Here } from './here';
import {
  subjectOf,
  toldAbout,
  toldInvitation,
  toldList,
  toldPlain,
  toldProposal,
  toldQuestion,
  toldWatch,
} from './told';

type Answering<N extends IntentName> = (
  here: Here,
  intent: Extract<Intent, { readonly name: N }>,
) => Promise<Reply> | Reply;

/** Each intent with what it does. The compiler asks for every one of them. */
const answers: { readonly [N in IntentName]: Answering<N> } = {
  status: (here, { companies, fresh = false, facts, at }) =>
    each(companies, (company) =>
      askAbout(here, company, {
        intent: 'status',
        ...(fresh ? { fresh } : {}),
        ...(facts === undefined ? {} : { facts }),
        ...heldBy(at),
      }),
    ),
  list: async (here, intent) => {
    const { what, period, filter, order } = intent;
    if (filter !== undefined) return answerFilter(here, what, filter, order);
    const span = { ...(period === undefined ? {} : { period }), ...(order === undefined ? {} : { order }) };
    const answer = await listAccounts(here.ports, what, { ...span, zone: zoneOf(here), reader: readerOf(here) });
    return say(listView(answer, here.speech), toldList(answer, intent));
  },
  show: (here, intent) => show(here, intent),
  invite_link: async (here, intent) => {
    const answer = await giveInvitation(here.ports, { company: intent.companies?.[0], provider: intent.at });
    return say(inviteView(answer, here.speech), toldInvitation(answer, intent));
  },
  invited: (here, intent) => noteInvited(here, intent),
  invitations: sayInvitations,
  endings: (here, asked) => say(endingsView(listEndings(here.ports, asked, zoneOf(here)), here.speech)),
  uninvite: (here, intent) => endInvitations(here, intent),
  watch: (here, { companies }) =>
    each(companies, async (company) => {
      const answer = await startWatch(here.ports, watcherOf(here), company);
      return say(watchView(answer, here.speech), toldWatch(answer, { name: 'watch', companies: [company] }));
    }),
  unwatch: async (here, intent) => {
    if ('all' in intent) return say(watchView(await stopWatches(here.ports, here.person, undefined), here.speech));
    return each(intent.companies, async (company) => {
      const answer = await stopWatches(here.ports, here.person, company, intent.only);
      const offer = intent.only === undefined ? offerToEnd(here, company) : undefined;
      if (offer !== undefined && answer.answer === 'was-not-watching') return offer;
      const said = say(watchView(answer, here.speech), toldWatch(answer, { name: 'unwatch', companies: [company] }));
      return offer === undefined ? said : sayAll([...messagesOf(said), ...messagesOf(offer)]);
    });
  },
  watches: (here, intent) => {
    const answer = listWatches(here.ports, here.person);
    return say(watchView(answer, here.speech), toldWatch(answer, intent));
  },
  review: reviewAsked,
  map: (here, { account, customer, at }) => askAbout(here, account, { intent: 'map', customer, ...heldBy(at) }),
  create: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'create' })),
  assign: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'assign' })),
  unassign: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'unassign' })),
  request: (here, { companies, who }) =>
    each(companies, (company) => askAbout(here, company, { intent: 'request', who })),
  remind: (here, { companies, ...when }) => each(companies, (company) => remindAbout(here, company, when)),
  snooze: (here, { companies, until, reason }) =>
    each(companies, (company) =>
      askAbout(here, company, {
        intent: 'snooze',
        ...snoozeWish(until && dayNow(here, until), reason),
      }),
    ),
  wake: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'wake' })),
  mute: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'mute' })),
  unmute: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'unmute' })),
  announced: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'announced' })),
  unmap: (here, { companies, at }) =>
    each(companies, (company) => askAbout(here, company, { intent: 'unmap', ...heldBy(at) })),
  undo: (here) => undoLast(here),
  who_mapped: (here, { companies, at }) =>
    each(companies, (company) => askAbout(here, company, { intent: 'who-mapped', ...heldBy(at) })),
  history: (here, { companies, period, at }) => {
    const span = period === undefined ? undefined : periodOf(period, here.ports.clock.now(), zoneOf(here));
    if (companies === undefined) return say(historyView(recentHistory(here.ports, span), here.speech));
    return each(companies, (company) => askAbout(here, company, { intent: 'history', ...heldBy(at) }));
  },
  export: (here, asked) => exportAsked(here, asked),
  report: (here) => sayReport(here),
  compare: (here) => showComparison(here, { offset: 0 }),
  settings: async (here, intent) => {
    const { topic, value, time, days, quiet, zone, news } = intent;
    const wanted = {
      ...(topic === undefined ? {} : { topic }),
      ...(value === undefined ? {} : { value }),
      ...(time === undefined ? {} : { time }),
      ...(days === undefined ? {} : { days }),
      ...(quiet === undefined ? {} : { quiet }),
      ...(news === undefined ? {} : { mute: { kind: news, isMuted: value === 'off' } }),
      ...clockOf(here),
      ...(zone === undefined ? {} : { timeZone: zone, isZoneSaid: true as const }),
    };
    const answer = await changeSettings(here.ports, here.conversation, wanted, here.speech.language);
    return answerSettings(here, answer, toldPlain(intent));
  },
  names: async (here, { forget }) => {
    if (forget === undefined) return say(namesView(learnedNames(here.ports), here.speech));
    const found = await whichCompany(here.ports, forget);
    if (found.meant === 'question')
      return say(questionView(found.answer, here.speech, { intent: 'show' }), toldQuestion(found.answer, undefined));
    const told = toldAbout({ name: 'names', forget }, [subjectOf(found.account)]);
    return say(namesView(await forgetName(here.ports, found.account), here.speech), told);
  },
  health: async (here) => {
    const reader = here.sender.kind === 'administrator' ? 'administrator' : 'anybody';
    return say(healthView(await reportHealth(here.ports, reader), here.speech));
  },
  help: (here, { topic }) => say(helpView(helpEntries(here.speech, here.conversation.type, topic), here.speech)),
  greeting: (here) =>
    say(
      greetingView(
        {
          name: here.person.name,
          entries: helpEntries(here.speech, here.conversation.type),
          ...waitsFor(here.ports, here.sender, here.conversation, here.person.id),
        },
        here.speech,
      ),
    ),
  thanks: (here) => say(thanksView(here.speech)),
};

/** Answers what was asked, when the policy lets the sender ask it here. */
export function answerIntent(here: Here, intent: Intent): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfIntent(intent, here));
  if (refusal !== undefined) return Promise.resolve(refuse(here, refusal));
  // The table's key and the intent's name are the same; TypeScript cannot follow that through an index.
  const answer = answers[intent.name] as Answering<IntentName>;
  return Promise.resolve(answer(here, intent)).then((reply) => asAsked(reply, intent));
}

/** What an answer says of itself, with the command as it was asked where it does not say it, or was answered by another. */
function asAsked(reply: Reply, intent: Intent): Reply {
  if (reply.reply !== 'message') return reply;
  const { told = toldPlain(intent) } = reply;
  const { command } = told;
  if (command === undefined || command.name === intent.name) return { ...reply, told };
  return { ...reply, told: { ...told, command: { ...command, ...intent } } };
}

/** One answer for each company, in the order in which they were named. Of several, only a single one is kept up to date. */
async function each(companies: readonly string[], answer: (company: string) => Promise<Reply>): Promise<Reply> {
  const [reply, ...more] = await Promise.all(companies.map(answer));
  if (reply === undefined) return { reply: 'nothing' };
  if (more.length === 0) return reply;
  const told = toldTogether([reply, ...more].map((one) => ('told' in one ? one.told : undefined)));
  const all = sayAll([reply, ...more].flatMap(messagesOf));
  return told === undefined || all.reply !== 'message' ? all : { ...all, told };
}

function messagesOf(reply: Reply): readonly Message[] {
  return reply.reply === 'message' ? [reply.message, ...(reply.more ?? []).map((said) => said.message)] : [];
}

/** Of several companies the card would go stale, so the status answer says what there is to say. */
function show(here: Here, { companies, what, at }: Extract<Intent, { name: 'show' }>): Promise<Reply> {
  const single = companies.length === 1 ? 'show' : 'status';
  return each(companies, (company) =>
    askAbout(here, company, { intent: what === 'overview' ? single : what, ...heldBy(at) }),
  );
}

/** The provider of whose accounts it is asked. */
function heldBy(at: string | undefined): { readonly at?: string } {
  return at === undefined ? {} : { at };
}

/** "undo" names nothing: it means the person's own last decision that still stands. It is shown, and a click undoes it. */
async function undoLast(here: Here): Promise<Reply> {
  const last = lastDecisionOf(here.ports, here.person.id);
  if (last === undefined) return say(decisionView({ answer: 'nothing-to-undo' }, here.speech));
  const { record, decisionId: seen } = last;
  if (seen === undefined) return mapAgain(here, record, last.before.id);
  const offer: Action = { verb: 'undo', accountId: record.id, seen, asOf: record.mappingVersion };
  const told = toldAbout({ name: 'undo' }, [subjectOf(record)], offer);
  return sayAccount(here, record, { text: here.speech.say('undo.last'), style: 'emphasis' }, told);
}

/** What was taken away is proposed again. */
function mapAgain(here: Here, record: AccountRecord, customerId: string): Reply {
  const customer = here.ports.register.customer(customerId);
  if (customer === undefined) return say(decisionView({ answer: 'nothing-to-undo' }, here.speech));
  const proposal = confirm(here.ports, record, customer, here.person);
  const told = toldProposal(proposal, { name: 'map', account: record.tenant.name, customer: customer.name });
  return say(mapProposalView(proposal, here.speech, askerOf(here)), { ...told, command: { name: 'undo' } });
}

/** The clock that the person means by "at nine". */
function clockOf({ turn }: Here): { readonly timeZone?: TimeZone } {
  return turn.timeZone === undefined ? {} : { timeZone: turn.timeZone };
}
