import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import { giveWay } from '../runtime/own-turns';
import { answerCompanies, MOST_COMPANIES } from '../tasks/answer-companies';
import { startWatch, stopWatches } from '../tasks/watch-company';
import type { Reply, Said } from '../turn';
import { companiesView, tooManyView } from '../views/company/companies';
import { stoppedManyView, watchManyView } from '../views/watch/watch-many';
import type { WatchOutcome } from '../domain/watch-answers';
import { answerWithin } from './answer-filter';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import type { Here } from './here';
import { say } from './here';
import { answerIntent } from './on-intent';
import { toldTogether } from '../domain/told';
import { toldCompanies, toldOfWatches } from './told';

/** So many companies get a message each, where the answer about one fills a card. */
const ONE_EACH = 5;

/** Answers an intent; about several companies at once on one card, a row for each. */
export async function answerAll(here: Here, intent: Intent): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfIntent(intent, here));
  if (refusal !== undefined) return refuse(here, refusal);
  const companies = intent.name === 'map' ? [] : companiesOf(intent);
  if (companies.length > MOST_COMPANIES) return say(tooManyView(companies.length, MOST_COMPANIES, here.speech));
  const within = intent.name === 'status' ? await answerWithin(here, intent) : undefined;
  if (within !== undefined) return within;
  if (companies.length < 2) return answerIntent(here, intent);
  switch (intent.name) {
    case 'status':
      return statusOfAll(here, intent, companies);
    case 'watch':
      return watchAll(here, companies);
    case 'unwatch':
      return 'only' in intent ? answerIntent(here, intent) : unwatchAll(here, companies);
    case 'show':
    case 'unmap':
    case 'who_mapped':
    case 'history':
    case 'invite_link':
      return companies.length > ONE_EACH ? overview(here, intent, companies) : inTurn(here, intent, companies);
    default:
      return answerIntent(here, intent);
  }
}

/** What is asked of several besides whether they have accepted fills a card each, or a row each where they are many. */
async function statusOfAll(
  here: Here,
  intent: Extract<Intent, { readonly name: 'status' }>,
  companies: readonly string[],
): Promise<Reply> {
  if (intent.at !== undefined) return atProvider(here, intent, intent.at, companies);
  const facts = intent.facts?.filter((fact) => fact !== 'reseller') ?? [];
  if (facts.length > 0 && companies.length <= ONE_EACH) return inTurn(here, intent, companies);
  const looks = { fresh: intent.fresh === true, facts: facts.length > 0 };
  const answer = await answerCompanies(here.ports, companies, looks);
  return say(companiesView(answer, here.speech, { facts }), toldCompanies(answer, intent));
}

/** What one provider has of them: an answer each, or where they are many the list of those that it has. */
async function atProvider(here: Here, intent: Status, place: string, companies: readonly string[]): Promise<Reply> {
  if (companies.length <= ONE_EACH) return inTurn(here, intent, companies);
  const { at: _at, ...asked } = intent;
  const within = await answerWithin(here, { ...asked, within: [{ is: 'place', place, isProvider: true }] });
  return within === undefined ? inTurn(here, intent, companies) : within;
}

type Status = Extract<Intent, { readonly name: 'status' }>;

async function overview(here: Here, intent: OfCompanies, companies: readonly string[]): Promise<Reply> {
  const { speech } = here;
  const lines = [speech.say('companies.overview', { most: ONE_EACH })];
  const answer = await answerCompanies(here.ports, companies);
  return say(companiesView(answer, speech, { lines }), toldCompanies(answer, intent));
}

async function watchAll(here: Here, companies: readonly string[]): Promise<Reply> {
  const { ports, person, conversation, speech } = here;
  const watcher = { person, conversationId: conversation.conversationId, language: speech.language };
  const answers: WatchOutcome[] = [];
  // One after the other, so that they are counted: those that fit are taken, in the order of the message.
  for (const query of companies) {
    answers.push({ query, answer: await startWatch(ports, watcher, query) });
    await giveWay();
  }
  return say(watchManyView(answers, speech), toldOfWatches(answers, 'watch'));
}

async function unwatchAll(here: Here, companies: readonly string[]): Promise<Reply> {
  const answers: WatchOutcome[] = [];
  for (const query of companies) {
    answers.push({ query, answer: await stopWatches(here.ports, here.person, query) });
    await giveWay();
  }
  return say(stoppedManyView(answers, here.speech), toldOfWatches(answers, 'unwatch'));
}

/** One answer for each company, in the order in which they were named. */
async function inTurn(here: Here, intent: OfCompanies, companies: readonly string[]): Promise<Reply> {
  const replies: Reply[] = [];
  for (const company of companies) {
    replies.push(await answerIntent(here, { ...intent, companies: [company] }));
    await giveWay();
  }
  return together(replies);
}

type OfCompanies = Extract<
  Intent,
  { readonly name: 'status' | 'show' | 'unmap' | 'who_mapped' | 'history' | 'invite_link' }
>;

type Saying = Extract<Reply, { readonly reply: 'message' }>;

/** Several answers to one message, in their order. */
export function together(replies: readonly Reply[]): Reply {
  const said = replies.filter((reply): reply is Saying => reply.reply === 'message').flatMap(single);
  const [first, ...more] = said;
  const told = toldTogether(replies.map((reply) => ('told' in reply ? reply.told : undefined)));
  if (first === undefined) return { reply: 'nothing' };
  return { reply: 'message', ...first, more, ...(told === undefined ? {} : { told }) };
}

function single({ message, keep, more = [] }: Saying): readonly Said[] {
  return [{ message, ...(keep === undefined ? {} : { keep }) }, ...more];
}
