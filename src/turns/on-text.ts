import { aboutMe } from '../commands/about-me';
import type { AboutMe } from '../commands/about-me';
import { hearInSlices, MOST_MATTERS } from '../commands/matters';
import type { Intent } from '../commands/intent';
import { understand } from '../commands/understand';
import { normalise } from '../commands/normalise';
import { requestPhrase } from '../commands/request';
import { remembering } from '../commands/known-names';
import type { Understanding } from '../commands/understand';
import { giveWay } from '../runtime/own-turns';
import { listAccounts } from '../records/list-accounts';
import { findAccount } from '../records/find-account';
import { tellSame } from '../tasks/tell-same';
import { describeProvider } from '../tasks/describe-provider';
import { countAll } from '../tasks/count-all';
import type { Reply } from '../turn';
import type { PolicyRefusal } from '../domain/answers';
import { forgetQuestionView, keptView } from '../views/talk/about-me';
import { sameView } from '../views/company/same';
import { providerView } from '../views/company/provider';
import { beyondView, countView, notAcceptedView } from '../views/company/beyond';
import { missedView, notUnderstoodView, overView, tooLongView, unreadView } from '../views/talk/not-understood';
import { inItsTalk } from './carry-on';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import type { Here } from './here';
import { readerOf, say, speechFor } from './here';
import { answerAll, together } from './of-many';
import { answerIntent } from './on-intent';
import { answerCountry } from './answer-country';
import { knownNames } from './known-names';
import { propose } from './propose';
import { plainName } from './request';
import { reviewInWords, withRowNamed } from './review';
import { insteadOf } from './instead-of';
import { routeInWords } from './routing';
import { answerSmallTalk } from './small-talk';
import { spokenIn } from './spoken-in';
import { hasTooLongName, MOST_LETTERS } from './too-long';

/** What somebody typed: each matter of it answered in turn, and what was not understood named. */
export async function onText(here: Here, text: string): Promise<Reply> {
  const own = aboutMe(text);
  if (own !== undefined) return answerAboutMe(here, own);
  const refusal = refusalOf(here, ['ask status']);
  if (refusal !== undefined) return untold(here, text, refusal);
  const reviewed = await reviewInWords(here, text);
  if (reviewed !== undefined) return reviewed;
  return answerTyped(here, await withRowNamed(here, text));
}

async function answerTyped(here: Here, text: string): Promise<Reply> {
  const { locale } = here.turn;
  const routed = await routeInWords(here, text);
  if (routed !== undefined) return routed;
  const asked = askedOfMentioned(here, text);
  if (asked !== undefined) return answerIntent(here, asked);
  const known = remembering(knownNames(here.ports));
  const hearing = await hearInSlices(text, { known, ...(locale === undefined ? {} : { locale }) });
  const { missed, over, unread } = hearing;
  const [only, another] = hearing.heard;
  const single = another === undefined && missed.length === 0 && unread === undefined ? only : undefined;
  const carried = single === undefined ? undefined : await inItsTalk(here, text, single, known);
  if (carried?.reply !== undefined) return carried.reply;
  const heard = carried === undefined ? hearing.heard : [carried.heard];
  const spoken = await spokenIn(here, text, heard);
  if (spoken !== undefined) here.talk.speaks(spoken);
  const speaking = { ...here, speech: speechFor(here.turn, here.conversation, spoken) };
  const replies: Reply[] = [];
  for (const matter of heard) {
    replies.push(await answerMatter(speaking, matter));
    await giveWay();
  }
  if (missed.length > 0) replies.push(say(missedView(missed, speaking.speech)));
  if (over !== undefined) replies.push(say(overView(over, MOST_MATTERS, speaking.speech)));
  if (unread !== undefined) replies.push(say(unreadView(unread, speaking.speech)));
  return replies.length > 1 ? together(replies) : (replies[0] ?? { reply: 'nothing' });
}

/** Names of people are cut out of all other messages; here one is the colleague who is to take an account. */
function askedOfMentioned({ turn: { input } }: Here, text: string): Intent | undefined {
  const mentions = input.kind === 'text' ? (input.mentions ?? []) : [];
  if (mentions.length === 0) return undefined;
  const named = mentions.reduce(
    (said, { text: marked, name }) => said.replaceAll(marked, ` ${plainName(name)} `),
    text,
  );
  const people = new Set(mentions.map(({ name }) => plainName(name)));
  const known = { has: () => false, isPerson: (name: string) => people.has(name) };
  const heard = requestPhrase(normalise(named), known)?.intent;
  return heard?.name === 'request' && people.has(heard.who) ? heard : undefined;
}

/** Of the person who asks only, and only in their own chat: what is kept of somebody is nobody else's to read. */
async function answerAboutMe(here: Here, { asks, language }: AboutMe): Promise<Reply> {
  const refusal = refusalOf(here, ['ask what is kept of oneself']);
  if (refusal !== undefined) return refuse(here, refusal);
  const speech = speechFor(here.turn, here.conversation, language);
  if (here.conversation.type !== 'personal') return refuse({ ...here, speech }, { why: 'in-private', ask: [] });
  if (asks === 'forget') return say(forgetQuestionView(speech));
  return say(keptView(await here.kept.count(here.person.id), speech));
}

function answerMatter(here: Here, matter: Understanding): Promise<Reply> | Reply {
  if (hasTooLongName(matter)) return say(tooLongView(MOST_LETTERS, here.speech));
  switch (matter.outcome) {
    case 'nothing':
      return answerIntent(here, { name: 'greeting' });
    case 'understood':
      if (matter.instead !== undefined) return notAccepted(here, matter.intent);
      return propose(here, matter) ?? answerAll(here, matter.intent);
    case 'beyond':
      return answerBeyond(here, matter);
    case 'misunderstood':
      return puzzled(here, matter);
  }
}

function answerBeyond(here: Here, matter: Beyond): Promise<Reply> | Reply {
  switch (matter.topic) {
    case 'count':
      return say(countView(countAll(here.ports), here.speech));
    case 'country':
      return answerCountry(here, matter.company ?? matter.text);
    case 'same': {
      const { company = '', other = '' } = matter;
      return answerSame(here, [company, other]);
    }
    case 'provider': {
      const answer = describeProvider(here.ports, matter.company ?? matter.text);
      return answer === undefined ? answerIntent(here, { name: 'help' }) : say(providerView(answer, here.speech));
    }
    case 'goodbye':
    case 'complaint':
    case 'useless':
    case 'untold':
      return answerSmallTalk(here, matter.topic);
    case 'who-may': {
      const may = refusalOf(here, ['click pick']) === undefined;
      const known = [here.speech.say(may ? 'beyond.who-may.you' : 'beyond.who-may.not-you')];
      return say(beyondView('who-may', here.speech, { known }));
    }
    default:
      return say(beyondView(matter.topic, here.speech, matter));
  }
}

async function answerSame({ ports, speech }: Here, names: readonly [string, string]): Promise<Reply> {
  return say(sameView(await tellSame(ports, names), speech));
}

type Beyond = Extract<Understanding, { readonly outcome: 'beyond' }>;

/** Nobody lists who has not accepted; the companies that somebody waits for are what is known of it. */
async function notAccepted(here: Here, intent: Intent): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfIntent(intent, here));
  if (refusal !== undefined) return refuse(here, refusal);
  return say(notAcceptedView(await listAccounts(here.ports, 'pending', { reader: readerOf(here) }), here.speech));
}

/** Who may not be told of customers is understood without their names, so that no answer gives one away. */
async function untold(here: Here, text: string, refusal: PolicyRefusal): Promise<Reply> {
  const { locale } = here.turn;
  const heard = understand(text, locale === undefined ? {} : { locale });
  if (heard.outcome === 'nothing') return answerIntent(here, { name: 'greeting' });
  return heard.outcome === 'understood' ? answerIntent(here, heard.intent) : refuse(here, refusal);
}

type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

/** Half a thought still gets a next step: a bare name that we know is taken as a question about that company. */
async function puzzled(here: Here, heard: Misunderstood): Promise<Reply> {
  const [company, another] = heard.companies ?? [];
  if (company !== undefined && another === undefined && findAccount(here.ports.register, company).found !== 'none') {
    if (
      heard.text
        .replace(/[\s?!.]+$/, '')
        .trim()
        .toLowerCase() === company.trim().toLowerCase()
    ) {
      return answerIntent(here, { name: 'status', companies: [company] });
    }
  }
  return say(notUnderstoodView({ text: heard.text, at: heard.at, nearest: insteadOf(here, heard) }, here.speech));
}
