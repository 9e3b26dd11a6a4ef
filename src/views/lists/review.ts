import reviewCard from '../../../cards/review.json';
import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { ReviewUnclear } from '../../domain/review-said';
import { savedRows } from '../../domain/review';
import type { ReviewAnswer, ReviewGroup } from '../../domain/review';
import { seenAccounts } from '../../domain/sister';
import { MINUTE } from '../../domain/time';
import { noteView } from '../parts/message-card';
import { button, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { cardTemplate } from '../parts/template';
import { shortName } from '../words/escape';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { happenedAt } from '../words/times';
import { drawRow, choiceLetters } from './review-rows';
import { savedLines, savedStyle } from './review-saved';

const draw = cardTemplate(reviewCard);

/** Twelve rows need all the room that a card has. */
const FALLBACK = 300;
const GROUPS: readonly ReviewGroup[] = ['sure', 'likely', 'nothing'];

/** A page of open accounts with what is proposed for each, and what became of the page before. */
export function reviewView(answer: ReviewAnswer, speech: Speech): Message {
  const { rows } = answer;
  const title = rows.length === 0 ? restTitle(answer, speech) : pageTitle(answer, speech);
  const saved = savedLines(answer.saved?.outcomes ?? [], speech);
  const progress = progressLine(answer, speech);
  const rehearsal = answer.rehearses === true ? [speech.say('rehearsal.line')] : [];
  const warnings = [...rehearsal, ...freshnessLines(answer.freshness, answer.now, speech)];
  const hint = rows.length === 0 ? undefined : speech.say('review.hint');
  const drawn = rows.map((row, at) => drawRow(row, at, speech));
  return toMessage(
    {
      draw,
      data: {
        kicker: kickerOf(answer, speech),
        saved: maybe(
          saved.length === 0
            ? undefined
            : { style: savedStyle(answer.saved?.outcomes ?? []), items: saved.map((text) => ({ text })) },
        ),
        title,
        progress: maybe(progress === undefined ? undefined : { text: progress }),
        warnings: warnings.map((text) => ({ text })),
        groups: GROUPS.map((group) => ({
          heading: speech.say(`review.group.${group}`),
          rows: drawn.filter((row) => row.group === group),
        })).filter((group) => group.rows.length > 0),
        hint: maybe(hint === undefined ? undefined : { text: hint }),
        actions: actionsOf(answer, speech),
      },
      summary: saved[0] === undefined ? title : `${saved[0]} ${title}`,
      text: [...saved, title, progress, ...warnings, ...drawn.map((row) => row.said), hint],
      fallbackLength: FALLBACK,
    },
    speech,
  );
}

/** Where it is of one provider, that is said with it. */
function kickerOf({ providerName }: ReviewAnswer, speech: Speech): string {
  const kicker = speech.say('review.kicker');
  return providerName === undefined ? kicker : `${kicker} · ${shortName(providerName)}`;
}

function pageTitle({ rows, open, scope: { only } }: ReviewAnswer, speech: Speech): string {
  return speech.say(only === 'sure' ? 'review.title-sure' : 'review.title', { shown: rows.length, open });
}

/** Nothing is left to hand out: because nothing is open, or because all of it is in somebody's hands or left for later. */
function restTitle({ open, later, lent, lentUntil, now, scope: { only } }: ReviewAnswer, speech: Speech): string {
  if (open === 0) return speech.say('review.nothing-open');
  if (only === 'sure') return speech.say('review.nothing-sure', { open });
  return later === 0
    ? speech.say('review.all-lent', { lent, until: happenedAt(lentUntil ?? now, speech) })
    : speech.say('review.rest', { later });
}

function progressLine({ progress, open, rows, lent, now }: ReviewAnswer, speech: Speech): string | undefined {
  const others = lent === 0 || rows.length === 0 ? undefined : speech.say('review.lent', { lent });
  const { done, since } = progress;
  if (done === 0) return others;
  const minutes = Math.max(1, Math.ceil((((now - since) / done) * open) / MINUTE));
  const far = speech.say('review.progress', { done, open, minutes });
  return others === undefined ? far : `${far} ${others}`;
}

/** Somebody wants no more of it. */
export function reviewEndedView(wasOpen: boolean, speech: Speech): Message {
  const title = speech.say(wasOpen ? 'review.ended' : 'review.none-open');
  const again = button(speech.say(wasOpen ? 'review.go-on' : 'review.button'), { verb: 'review' });
  return noteView(
    {
      kicker: speech.say('review.kicker'),
      title,
      actions: [again],
      hint: speech.say('type.hint', { line: speech.say('type.list') }),
    },
    speech,
  );
}

/** What has to be said more plainly before anything is saved. */
export function reviewUnclearView(unclear: readonly ReviewUnclear[], rows: number, speech: Speech): Message {
  const lines = unclear.map((one) => {
    if (one.why === 'others')
      return speech.say('review.words.others', { leave: speech.list(one.leave.map(String)), count: one.ticked });
    const { why, number, row } = one;
    if (why === 'past' || row === undefined) return speech.say('review.words.past', { number, count: rows });
    const name = shortName(row.name);
    if (why === 'nothing') return speech.say('review.words.nofit', { number, name });
    const choices = choiceLetters(row.customers).map((choice) => `${number}${choice}`);
    return speech.say('review.words.several', { number, name, choices: choices.join(', ') });
  });
  return noteView({ kicker: speech.say('review.kicker'), title: speech.say('review.words.unclear'), lines }, speech);
}

function actionsOf(answer: ReviewAnswer, speech: Speech): readonly object[] {
  const { rows, saved, scope, progress } = answer;
  const { only, ...place } = scope;
  const buttons: object[] = [];
  if (rows.length > 0) {
    const page = rows.map(({ account, asOf, along }) => ({
      accountId: account.accountId,
      asOf,
      ...(along.length === 0 ? {} : { also: [...seenAccounts(along)] }),
    }));
    const save: Action = { verb: 'review-save', rows: page, ...progress, ...scope };
    buttons.push(alone(button(speech.say('review.save'), save, { style: 'positive', inputs: 'auto' })));
  } else if (answer.later > 0 || (only === 'sure' && answer.open > 0)) {
    buttons.push(button(speech.say('review.again'), { verb: 'review', ...place }));
  }
  if (answer.rehearses === true) buttons.push(button(speech.say('comparison.button'), { verb: 'compare', offset: 0 }));
  const undo = [...savedRows(saved?.outcomes ?? [])];
  if (saved !== undefined && undo.length > 0) {
    const title = speech.say('review.undo', { count: undo.length });
    buttons.push(alone(button(title, { verb: 'review-undo', click: saved.click, rows: undo })));
  }
  return buttons;
}

/** Without the fallback for clients of old: twelve rows of payload would stand on the card twice. */
function alone({ fallback: _fallback, ...rest }: Button): object {
  return rest;
}
