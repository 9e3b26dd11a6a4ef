import type { Intent } from '../commands/intent';
import type { KnownNames, Understanding } from '../commands/understand';
import { normalise } from '../commands/normalise';
import type { Language } from '../domain/language';
import { likeliest } from '../domain/talk-memory';
import type { TalkMemory } from '../domain/talk-memory';
import type { Subject, Told } from '../domain/told';
import type { CarriedOn, Spoken } from '../talk/carry-on';
import { intentOf } from '../talk/commands';
import { withCompanies } from '../talk/fill';
import { carryOnAt, saysAll } from '../talk/of-provider';
import type { Reply } from '../turn';
import { lookAtAll } from '../tasks/look-at-all';
import { lookedAtAllView } from '../views/talk/health';
import { whichCompany } from '../tasks/which-company';
import { questionView } from '../views/company/status';
import { cancelledView } from '../views/talk/small-talk';
import { nothingDoneView, nothingWaitsView, pastListView, whichOfTalkView } from '../views/talk/which-of-talk';
import type { Here } from './here';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import { accountById, say, speechFor } from './here';
import { onAction } from './on-action';
import { quotedSubjects } from './quoted';
import { countriesFor, talkNames } from './talk-names';
import { proposeIgnoring } from './propose-best';
import { spokenIn } from './spoken-in';
import { toldPlain, toldQuestion } from './told';
import { wishOf } from './wish';

/** What a message that hangs on the talk comes to: words that can be answered, or an answer. */
export type InItsTalk =
  { readonly heard: Understanding; readonly reply?: undefined } | { readonly reply: Reply; readonly heard?: undefined };

/** The message as a part of its talk; undefined when it stands by itself. */
export async function inItsTalk(
  here: Here,
  text: string,
  heard: Understanding,
  known: KnownNames,
): Promise<InItsTalk | undefined> {
  const { locale, input } = here.turn;
  const quote = input.kind === 'text' ? input.quote : undefined;
  const spoken: Spoken = { text: normalise(text), heard, ...(locale === undefined ? {} : { locale }) };
  const names = talkNames(here.ports, known, new Map());
  if (quote === undefined && saysAll(spoken, names)) return undefined;
  const memory = await here.talk.before();
  const quoted = quote === undefined ? [] : await quotedSubjects(here, quote, known);
  const countries = await countriesFor(here.ports, spoken.text, memory);
  const found = carryOnAt({ ...spoken, quoted }, memory, talkNames(here.ports, known, countries));
  if (found === undefined) return undefined;
  const speech = speechFor(here.turn, here.conversation, await spokenIn(here, spoken.text, [heard]));
  return answered({ ...here, speech }, found, memory);
}

async function answered(here: Here, found: CarriedOn, memory: TalkMemory | undefined): Promise<InItsTalk> {
  const { speech } = here;
  switch (found.carried) {
    case 'understood':
      return { heard: found.heard };
    case 'yes':
      return { reply: asOffered(asMessage(await onAction(here, found.offer)), memory) };
    case 'page':
      return { reply: asMessage(await onAction(here, found.action)) };
    case 'ignore':
      return { reply: await ignoring(here, found.one) };
    case 'look-at-all':
      return { reply: await lookAtAllHere(here, found.language) };
    case 'declined':
      return { reply: declined(here, memory) };
    case 'back':
      return { reply: withUndone(asMessage(await onAction(speaking(here, found), found.action))) };
    case 'nothing-done':
      return { reply: say(nothingDoneView(speaking(here, found).speech), toldPlain({ name: 'undo' })) };
    case 'nothing':
      return { reply: say(nothingWaitsView(speech)) };
    case 'ask': {
      const { command } = found;
      const among = found.among.length > 0 ? found.among : likeliest(memory);
      return { reply: say(whichOfTalkView(among, wishOf(command), speech), toldWhich(command, among)) };
    }
    case 'past':
      return { reply: past(here, found.count, memory) };
  }
}

/** Not whom it was taken for: then it is asked who is meant. A change that is not wanted is simply not made. */
function declined({ speech }: Here, memory: TalkMemory | undefined): Reply {
  const command = intentOf(memory?.last?.command);
  if (memory?.near === undefined || command === undefined) return say(cancelledView(speech));
  return say(whichOfTalkView([], wishOf(command), speech), toldWhich(command, []));
}

async function lookAtAllHere(here: Here, language: Language): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfIntent({ name: 'health' }, here));
  if (refusal !== undefined) return refuse(here, refusal);
  const speech = speechFor(here.turn, here.conversation, language);
  return say(lookedAtAllView(await lookAtAll(here.ports), speech), toldPlain({ name: 'health' }));
}

async function ignoring(here: Here, { accountId, name }: Subject): Promise<Reply> {
  const record = accountId === undefined ? undefined : await accountById(here, accountId);
  if (record !== undefined) return proposeIgnoring(here, record);
  const refusal = refusalOf(here, deedsOfIntent({ name: 'show', companies: [name], what: 'overview' }, here));
  if (refusal !== undefined) return refuse(here, refusal);
  const meant = await whichCompany(here.ports, name);
  if (meant.meant === 'account') return proposeIgnoring(here, meant.account);
  return say(questionView(meant.answer, here.speech, { intent: 'show' }), toldQuestion(meant.answer, undefined));
}

/** Where a question is open it is put once more; else it is only said. */
function past(here: Here, count: number, memory: TalkMemory | undefined): Reply {
  const { speech } = here;
  const command = intentOf(memory?.question?.command);
  if (memory?.question?.asks !== 'company' || command === undefined)
    return say(pastListView(count, speech), toldPlain({ name: 'show', companies: [], what: 'overview' }));
  const among = memory.list?.items ?? [];
  const lines = [speech.say('talk.past', { count })];
  return say(whichOfTalkView(among, wishOf(command), speech, lines), toldWhich(command, among));
}

function toldWhich(command: Intent | undefined, among: readonly Subject[]): Told {
  const named = command === undefined ? {} : { command: withCompanies(command, []) };
  return { ...named, about: [], listed: among, asks: 'company' };
}

/** What a yes does is what was offered: taking back what was taken away is no mapping. */
function asOffered(reply: Reply, memory: TalkMemory | undefined): Reply {
  const command = memory?.last?.command;
  if (reply.reply !== 'message' || reply.told === undefined || command === undefined) return reply;
  // "Yes, that one" is answered by what was asked of it.
  if (memory?.near !== undefined) return reply;
  return { ...reply, told: { ...reply.told, command } };
}

/** In the language in which it was asked for. */
function speaking(here: Here, { language }: { readonly language: Language }): Here {
  return { ...here, speech: speechFor(here.turn, here.conversation, language) };
}

/** A card that says nothing of what it was about is no setting that goes on. */
function withUndone(reply: Reply): Reply {
  return reply.reply === 'message' && reply.told === undefined
    ? { ...reply, told: toldPlain({ name: 'undo' }) }
    : reply;
}

/** An answer to a click, where nothing was clicked: a message of its own. */
function asMessage(reply: Reply): Reply {
  if (reply.reply === 'card') return { ...reply, reply: 'message' };
  return reply.reply === 'note' ? say({ text: reply.text, summary: reply.text }) : reply;
}
