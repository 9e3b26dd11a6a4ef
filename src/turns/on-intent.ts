import type { Intent, IntentName } from '../commands/intent';
import { changeSettings } from '../tasks/change-settings';
import { giveInvitation } from '../tasks/give-invitation';
import { forgetName, learnedNames } from '../tasks/learned-names';
import { listAccounts } from '../records/list-accounts';
import { periodOf } from '../domain/period';
import { reportHealth } from '../tasks/report-health';
import { lastDecisionOf, recentHistory } from '../tasks/tell-history';
import { listWatches, startWatch, stopWatches } from '../tasks/watch-company';
import { whichCompany } from '../tasks/which-company';
import type { Message } from '../courier';
import type { TimeZone } from '../domain/calendar';
import type { Reply } from '../turn';
import { decisionView } from '../views/account/decision';
import { healthView } from '../views/talk/health';
import { helpView } from '../views/talk/help';
import { historyView } from '../views/account/history';
import { inviteView } from '../views/company/invite';
import { listView } from '../views/lists/list';
import { namesView } from '../views/lists/names';
import { greetingView, thanksView } from '../views/talk/small-talk';
import { questionView } from '../views/company/status';
import { watchView } from '../views/watch/watch';
import { askAbout } from './about';
import { answerFilter } from './answer-filter';
import { helpEntries } from './help-entries';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import { startReview } from './review';
import { readerOf, say, sayAccount, sayAll, saySettings, watcherOf, zoneOf } from './here';
import type { Here } from './here';

type Answering<N extends IntentName> = (
  here: Here,
  intent: Extract<Intent, { readonly name: N }>,
) => Promise<Reply> | Reply;

/** Each intent with what it does. The compiler asks for every one of them. */
const answers: { readonly [N in IntentName]: Answering<N> } = {
  status: (here, { companies, fresh = false, facts }) =>
    each(companies, (company) =>
      askAbout(here, company, {
        intent: 'status',
        ...(fresh ? { fresh } : {}),
        ...(facts === undefined ? {} : { facts }),
      }),
    ),
  list: (here, { what, period, filter }) => {
    if (filter !== undefined) return answerFilter(here, what, filter);
    const span = period === undefined ? {} : { period: periodOf(period, here.ports.clock.now(), zoneOf(here)) };
    return say(listView(listAccounts(here.ports, what, { ...span, reader: readerOf(here) }), here.speech));
  },
  show: (here, { companies, what }) => show(here, companies, what),
  invite_link: async (here, { companies }) =>
    say(inviteView(await giveInvitation(here.ports, companies?.[0]), here.speech)),
  watch: (here, { companies }) =>
    each(companies, async (company) =>
      say(watchView(await startWatch(here.ports, watcherOf(here), company), here.speech)),
    ),
  unwatch: async (here, intent) => {
    if ('all' in intent) return say(watchView(await stopWatches(here.ports, here.person, undefined), here.speech));
    return each(intent.companies, async (company) =>
      say(watchView(await stopWatches(here.ports, here.person, company), here.speech)),
    );
  },
  watches: (here) => say(watchView(listWatches(here.ports, here.person), here.speech)),
  review: async (here, intent) => say(await startReview(here, intent)),
  map: (here, { account, customer }) => askAbout(here, account, { intent: 'map', customer }),
  unmap: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'unmap' })),
  undo: (here) => undoLast(here),
  who_mapped: (here, { companies }) => each(companies, (company) => askAbout(here, company, { intent: 'who-mapped' })),
  history: (here, { companies, period }) => {
    const span = period === undefined ? undefined : periodOf(period, here.ports.clock.now(), zoneOf(here));
    if (companies === undefined) return say(historyView(recentHistory(here.ports, span), here.speech));
    return each(companies, (company) => askAbout(here, company, { intent: 'history' }));
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
    const found = await whichCompany(here.ports, forget);
    if (found.meant === 'question') return say(questionView(found.answer, here.speech, { intent: 'show' }));
    return say(namesView(await forgetName(here.ports, found.account), here.speech));
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

/** One answer for each company, in the order in which they were named. Of several, only a single one is kept up to date. */
async function each(companies: readonly string[], answer: (company: string) => Promise<Reply>): Promise<Reply> {
  const [reply, ...more] = await Promise.all(companies.map(answer));
  if (reply === undefined) return { reply: 'nothing' };
  return more.length === 0 ? reply : sayAll([reply, ...more].flatMap(messagesOf));
}

function messagesOf(reply: Reply): readonly Message[] {
  return reply.reply === 'message' ? [reply.message, ...(reply.more ?? []).map((said) => said.message)] : [];
}

/** Of several companies the card would go stale, so the status answer says what there is to say. */
function show(
  here: Here,
  companies: readonly string[],
  what: Extract<Intent, { name: 'show' }>['what'],
): Promise<Reply> {
  const single = companies.length === 1 ? 'show' : 'status';
  return each(companies, (company) => askAbout(here, company, { intent: what === 'overview' ? single : what }));
}

/** "undo" names nothing: it means the person's own last decision that still stands. It is shown, and a click undoes it. */
async function undoLast(here: Here): Promise<Reply> {
  const last = lastDecisionOf(here.ports, here.person.id);
  if (last === undefined) return say(decisionView({ answer: 'nothing-to-undo' }, here.speech));
  return sayAccount(here, last.record, { text: here.speech.say('undo.last'), style: 'emphasis' });
}

/** The clock that the person means by "at nine". */
function clockOf({ turn }: Here): { readonly timeZone?: TimeZone } {
  return turn.timeZone === undefined ? {} : { timeZone: turn.timeZone };
}
