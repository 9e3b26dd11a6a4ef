import { actionData } from '../actions/action';
import type { Action, Verb } from '../actions/action';
import { normalise } from '../commands/normalise';
import type { Intent } from '../commands/intent';
import { reviewPhrase } from '../commands/review';
import { endsReview } from '../commands/review-ended';
import type { Language } from '../domain/language';
import type { ReviewAnswer, ReviewChoice, ReviewOutcome, ReviewScope } from '../domain/review';
import { chooseIn, saidPage } from '../domain/review-said';
import type { ReviewSaid, SaidPage } from '../domain/review-said';
import type { Told } from '../domain/told';
import type { Message } from '../courier';
import { reviewWords } from '../talk/review-words';
import { rowSaid } from '../talk/row-said';
import { beginReview, saveReview, undoReview } from '../tasks/review-accounts';
import type { ReviewClick } from '../tasks/review-accounts';
import { compareMappings } from '../tasks/compare-mappings';
import { comparisonView } from '../views/lists/comparison';
import type { Reply } from '../turn';
import { reviewEndedView, reviewUnclearView, reviewView } from '../views/lists/review';
import { reviewProposalView } from '../views/lists/review-proposal';
import { reviewDoneView, reviewUndoneView } from '../views/lists/review-saved';
import type { Speech } from '../views/words/speech';
import { deedsOfAction, refusalOf, refuse } from './gate';
import { providerAt } from './at-provider';
import { say, speechFor } from './here';
import type { Here } from './here';
import { pageTold } from './review-cards';
import { toldPlain } from './told';

type Of<V extends Verb> = Extract<Action, { readonly verb: V }>;

export async function startReview(here: Here, asked: ReviewScope): Promise<Reply> {
  return reviewed(here, await beginReview(here.ports, here.person, reviewClick(here), { scope: scopeOf(asked) }));
}

/** The same in words, perhaps of one provider. */
export async function reviewAsked(here: Here, { only, at }: Extract<Intent, { name: 'review' }>): Promise<Reply> {
  const place = providerAt(here, at);
  if ('reply' in place) return place;
  return startReview(here, { ...place, ...(only === undefined ? {} : { only }) });
}

function scopeOf({ only, provider }: ReviewScope): ReviewScope {
  return { ...(only === undefined ? {} : { only }), ...(provider === undefined ? {} : { provider }) };
}

export async function savePage(here: Here, { rows, since, done, ...asked }: Of<'review-save'>): Promise<Reply> {
  const page = { since, done, scope: scopeOf(asked) };
  const before = pageTold(await here.talk.before());
  const saved = await save(here, rows.map(choiceOf), page);
  // A yes is said below the card, a click is answered on it.
  if (here.turn.input.kind !== 'text') return { ...saved.reply, reply: 'card' };
  return before === undefined ? saved.reply : withDone(saved, before, here.speech);
}

export async function undoPage(here: Here, { rows, click }: Of<'review-undo'>): Promise<Message> {
  return reviewUndoneView(await undoReview(here.ports, here.person, rows, click, reviewClick(here)), here.speech);
}

/** "All but 3 and 7" while a page of a review is what was last talked about; undefined for anything else. */
export async function reviewInWords(here: Here, text: string): Promise<Reply | undefined> {
  const plain = normalise(text);
  const ends = endsReview(plain);
  if (ends !== undefined) return endReview(here, ends);
  // "Map the sure ones" begins a review, whatever page is shown.
  const said = reviewPhrase(plain) === undefined ? reviewWords(plain, here.turn.locale) : undefined;
  if (said === undefined) return undefined;
  const page = pageTold(await here.talk.before());
  if (page === undefined) return undefined;
  const speech = said.language === undefined ? here.speech : speechFor(here.turn, here.conversation, said.language);
  const speaking = { ...here, speech };
  const { saved } = page;
  if (said.undo) {
    if (saved === undefined) return undefined;
    const undo = { verb: 'review-undo' as const, click: saved.click, rows: [...saved.rows] };
    const refusal = refusalOf(here, deedsOfAction(undo, here));
    if (refusal !== undefined) return refuse(speaking, refusal);
    const message = await undoPage(speaking, undo);
    // The card with the button that takes the page back shows that it was taken back.
    return { reply: 'message', message, instead: { page: page.click, message } };
  }
  if (page.rows.length === 0) return undefined;
  const refusal = refusalOf(here, deedsOfAction({ verb: 'review' }, here));
  if (refusal !== undefined) return refuse(speaking, refusal);
  const found = chooseIn(page, said);
  if ('unclear' in found) {
    const leave = found.unclear.flatMap((one) => (one.why === 'others' ? one.leave : []));
    return say(reviewUnclearView(found.unclear, page.rows.length, speech), toldPage(page, leave));
  }
  if (isSeveral(said)) {
    const save = saving(page, found.chosen);
    return say(reviewProposalView(page, found.chosen, save, speech), { ...toldPage(page), offer: actionData(save) });
  }
  // A message that Teams delivers twice has saved its page, and made the next one.
  const isAgain = page.click === reviewClick(here).page;
  const done = await save(speaking, isAgain ? [] : found.chosen, page);
  return isAgain ? done.reply : withDone(done, page, speech);
}

/** Rows that are named by their numbers are proposed where they are several; what the page proposes itself is not. */
function isSeveral({ take, ignore }: ReviewSaid): boolean {
  return take.length + ignore.length > 1;
}

/** What was saved stays so; a page that nobody saved is not gone on with by what is said next. */
async function endReview(here: Here, language: Language): Promise<Reply> {
  const refusal = refusalOf(here, deedsOfAction({ verb: 'review' }, here));
  const speech = speechFor(here.turn, here.conversation, language);
  if (refusal !== undefined) return refuse({ ...here, speech }, refusal);
  const page = pageTold(await here.talk.before());
  return say(reviewEndedView(page !== undefined && page.rows.length > 0, speech), toldPlain({ name: 'review' }));
}

/** A message that names a row of the page by its number, with the account in its place. */
export async function withRowNamed(here: Here, text: string): Promise<string> {
  const said = rowSaid(normalise(text));
  if (said === undefined) return text;
  const row = pageTold(await here.talk.before())?.rows[said.number - 1];
  return row === undefined ? text : said.named(row.name);
}

interface Saved {
  readonly reply: SaidReply;
  readonly outcomes: readonly ReviewOutcome[];
}

/** The page that was saved in words shows what became of it, and no buttons that would save it once more. */
function withDone({ reply, outcomes }: Saved, { click }: SaidPage, speech: Speech): Reply {
  return { ...reply, instead: { page: click, message: reviewDoneView(outcomes, speech) } };
}

async function save(
  here: Here,
  choices: readonly ReviewChoice[],
  { since, done, scope }: Pick<SaidPage, 'since' | 'done' | 'scope'>,
): Promise<Saved> {
  const options = { scope, progress: { since, done } };
  const answer = await saveReview(here.ports, here.person, choices, reviewClick(here), options);
  return { reply: reviewed(here, answer), outcomes: answer.saved?.outcomes ?? [] };
}

type SaidReply = Extract<Reply, { readonly reply: 'message' }>;

/** A card, and what its page showed, so that it can be saved by words, too. */
function reviewed(here: Here, answer: ReviewAnswer): SaidReply {
  const page = saidPage(answer, reviewClick(here).page);
  return { reply: 'message', message: reviewView(answer, here.speech), told: toldPage(page) };
}

/** A yes saves what is ticked, without the rows that were left for later. */
function toldPage(page: SaidPage, leave: readonly number[] = []): Told {
  const { rows, scope } = page;
  const ticked = rows.map(({ accountId, asOf, sure, also, customers: [customer] }, at): ReviewChoice => {
    const row = { accountId, asOf, ...(also === undefined ? {} : { also }) };
    if (sure !== true || customer === undefined || leave.includes(at + 1)) return row;
    return { ...row, choice: { verb: 'pick', customerId: customer.id } };
  });
  const offer = actionData(saving(page, ticked));
  return {
    command: { name: 'review', ...(scope.only === undefined ? {} : { only: scope.only }), page },
    about: [],
    listed: rows.map(({ name, accountId }) => ({ name, accountId })),
    ...(rows.length === 0 ? {} : { offer }),
  };
}

/** The button that saves these rows of the page, and leaves its others for later. */
function saving({ since, done, scope }: SaidPage, choices: readonly ReviewChoice[]): Of<'review-save'> {
  const rows = choices.map(({ accountId, asOf, also, choice }) => ({
    accountId,
    asOf,
    ...(also === undefined ? {} : { also: [...also] }),
    ...(choice === undefined
      ? {}
      : { choice: choice.verb === 'ignore' ? ('ignore' as const) : (`map:${choice.customerId}` as const) }),
  }));
  return { verb: 'review-save', rows, since, done, ...scope };
}

/** The first page is a message of its own, so that the review stays; the others take its place. */
export async function showComparison(
  here: Here,
  { offset, after }: Pick<Of<'compare'>, 'offset' | 'after'>,
): Promise<Reply> {
  const where = here.turn.place.conversationId;
  const asked = { offset, where, ...(after === undefined ? {} : { after }) };
  const message = comparisonView(await compareMappings(here.ports, asked), here.speech);
  return offset === 0 && after === undefined ? say(message) : { reply: 'card', message };
}

function choiceOf({ accountId, asOf, choice, also }: Of<'review-save'>['rows'][number]): ReviewChoice {
  const row = { accountId, asOf, ...(also === undefined ? {} : { also }) };
  if (choice === undefined) return row;
  if (choice === 'ignore') return { ...row, choice: { verb: 'ignore' } };
  return { ...row, choice: { verb: 'pick', customerId: choice.slice('map:'.length) } };
}

/** The activity's id names the click, within its conversation: delivered twice, it is the same page. */
function reviewClick({ turn }: Here): ReviewClick {
  const { conversationId } = turn.place;
  return { page: `${conversationId}|${turn.id}`, where: conversationId };
}
