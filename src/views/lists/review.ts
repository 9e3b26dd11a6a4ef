import reviewCard from '../../../cards/review.json';
import { actionData } from '../../actions/action';
import type { Action } from '../../actions/action';
import { LATER, reviewInput } from '../../actions/review-verbs';
import type { Message } from '../../courier';
import type { CandidateLine } from '../../domain/answers';
import type { ReviewAnswer, ReviewGroup, ReviewOutcome, ReviewRow, ReviewUndone } from '../../domain/review';
import { MINUTE } from '../../domain/time';
import { choiceTitle, probabilityWords } from '../parts/candidates';
import { noteView } from '../parts/message-card';
import { button, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { cardTemplate } from '../parts/template';
import { clean, shortName } from '../words/escape';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import { actorName } from '../words/mapping-words';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';

const draw = cardTemplate(reviewCard);

/** Twelve rows have to fit into one card. */
const NAME = 50;
const DETAIL = 150;
const CHOICES = 3;
/** So many rows are named that were not saved; the rest is a number. */
const NAMED = 4;
const GROUPS: readonly ReviewGroup[] = ['sure', 'likely', 'nothing'];

/** A page of open accounts with what is proposed for each, and what became of the page before. */
export function reviewView(answer: ReviewAnswer, speech: Speech): Message {
  const { rows } = answer;
  const title = rows.length === 0 ? restTitle(answer, speech) : pageTitle(answer, speech);
  const saved = savedLines(answer.saved?.outcomes ?? [], speech);
  const progress = progressLine(answer, speech);
  const warnings = freshnessLines(answer.freshness, answer.now, speech);
  const drawn = rows.map((row, at) => drawRow(row, at, speech));
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('review.kicker'),
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
        actions: actionsOf(answer, speech),
      },
      summary: saved[0] === undefined ? title : `${saved[0]} ${title}`,
      text: [...saved, title, progress, ...warnings, ...drawn.map((row, at) => `${at + 1}. ${row.said}`)],
    },
    speech,
  );
}

/** What became of taking a page back. */
export function reviewUndoneView({ undone, left }: ReviewUndone, speech: Speech): Message {
  const names = left.slice(0, NAMED).map(({ name }) => shortName(name));
  return noteView(
    {
      kicker: speech.say('review.kicker'),
      title: speech.say('review.undone', { count: undone }),
      lines:
        left.length === 0 ? [] : [speech.say('review.not-undone', { count: left.length, names: speech.list(names) })],
      actions: [button(speech.say('review.go-on'), { verb: 'review' })],
    },
    speech,
  );
}

function pageTitle({ rows, open, only }: ReviewAnswer, speech: Speech): string {
  return speech.say(only === 'sure' ? 'review.title-sure' : 'review.title', { shown: rows.length, open });
}

/** Nothing is left to hand out: because nothing is open, or because all of it is in somebody's hands or left for later. */
function restTitle({ open, later, lent, only }: ReviewAnswer, speech: Speech): string {
  if (open === 0) return speech.say('review.nothing-open');
  if (only === 'sure') return speech.say('review.nothing-sure', { open });
  return later === 0 ? speech.say('review.all-lent', { lent }) : speech.say('review.rest', { later });
}

function progressLine({ progress, open, rows, lent, now }: ReviewAnswer, speech: Speech): string | undefined {
  const others = lent === 0 || rows.length === 0 ? undefined : speech.say('review.lent', { lent });
  const { done, since } = progress;
  if (done === 0) return others;
  const minutes = Math.max(1, Math.ceil((((now - since) / done) * open) / MINUTE));
  const far = speech.say('review.progress', { done, open, minutes });
  return others === undefined ? far : `${far} ${others}`;
}

function savedLines(outcomes: readonly ReviewOutcome[], speech: Speech): readonly string[] {
  const count = (outcome: ReviewOutcome['outcome']): number => outcomes.filter((one) => one.outcome === outcome).length;
  const mapped = count('mapped');
  const ignored = count('ignored');
  const gone = count('gone');
  return [
    ...(mapped === 0 ? [] : [speech.say('review.mapped', { count: mapped })]),
    ...(ignored === 0 ? [] : [speech.say('review.ignored', { count: ignored })]),
    ...outcomes.flatMap((one) => (one.outcome === 'taken' ? [takenLine(one, speech)] : [])),
    ...namedLine('look', outcomes, speech),
    ...namedLine('not-saved', outcomes, speech),
    ...(gone === 0 ? [] : [speech.say('review.gone', { count: gone })]),
  ];
}

/** Green is for a page of which everything was saved. */
function savedStyle(outcomes: readonly ReviewOutcome[]): 'good' | 'warning' {
  return outcomes.every(({ outcome }) => outcome === 'mapped' || outcome === 'ignored') ? 'good' : 'warning';
}

function takenLine(one: Extract<ReviewOutcome, { readonly outcome: 'taken' }>, speech: Speech): string {
  const name = shortName(one.account.name);
  const who = one.by === undefined ? speech.say('taken.somebody') : actorName(one.by, speech);
  const { customer } = one.account;
  return customer === undefined
    ? speech.say('review.taken', { name, who })
    : speech.say('review.taken-by', { name, who, customer: shortName(customer.name) });
}

function namedLine(
  outcome: 'look' | 'not-saved',
  outcomes: readonly ReviewOutcome[],
  speech: Speech,
): readonly string[] {
  const names = outcomes.flatMap((one) => (one.outcome === outcome ? [shortName(one.account.name)] : []));
  if (names.length === 0) return [];
  return [speech.say(`review.${outcome}`, { count: names.length, names: speech.list(names.slice(0, NAMED)) })];
}

interface Drawn {
  readonly group: ReviewGroup;
  readonly name: string;
  readonly said: string;
  readonly open: readonly object[];
  readonly toggle: readonly object[];
  readonly choice: readonly object[];
}

function drawRow({ account, group, candidates }: ReviewRow, at: number, speech: Speech): Drawn {
  const name = clean(account.name, NAME);
  const [best] = candidates;
  const why = best === undefined ? '' : whyLine(best, speech);
  const detail = clean([account.domain, why].filter(Boolean).join(' · '), DETAIL);
  const id = reviewInput(at);
  // What tells the account apart labels its input, which screen readers say with it.
  const label = detail === '' ? name : detail;
  const base = { group, name, open: [], toggle: [], choice: [] };
  if (group === 'sure' && best !== undefined) {
    const title = speech.say('review.map-to', { customer: choiceTitle(best.customer) });
    const chosen = `map:${best.customer.id}`;
    return { ...base, said: `${name}: ${title}`, toggle: [{ id, label, title, on: chosen, value: chosen }] };
  }
  const open = [{ cue: `${speech.say('review.why')} ›`, action: openAction(account.accountId, name, speech) }];
  if (best === undefined) {
    const title = speech.say('choose.ignore');
    return {
      ...base,
      said: `${name}: ${speech.say('review.group.nothing')}`,
      open,
      toggle: [{ id, label, title, on: 'ignore', value: LATER }],
    };
  }
  const shown = candidates.slice(0, CHOICES);
  const choices = [
    ...shown.map((one) => ({
      title: `${choiceTitle(one.customer)} (${probabilityWords(one.probability, speech)})`,
      value: `map:${one.customer.id}`,
    })),
    { title: speech.say('choose.ignore'), value: 'ignore' },
  ];
  const said = `${name}: ${shown.map((one) => shortName(one.customer.name)).join(' / ')}`;
  return { ...base, said, open, choice: [{ id, label, placeholder: speech.say('review.later'), choices }] };
}

/** The strongest reason and the strongest doubt, on one line. */
function whyLine({ evidence }: CandidateLine, speech: Speech): string {
  const { reasons, against } = reasonsFor(evidence, speech);
  const but = against === undefined ? '' : ` ${speech.say('candidate.against', { reason: against })}`;
  return `${reasonsLine(reasons.slice(0, 1))}${but === '' ? '' : '.'}${but}`;
}

/** The account's own card, below: all its candidates, the search, and what is known of it. */
function openAction(accountId: string, name: string, speech: Speech): object {
  const title = `${speech.say('review.why')}: ${name}`;
  return {
    type: 'Action.Execute',
    verb: 'handshake',
    title,
    associatedInputs: 'none',
    data: actionData({ verb: 'account', accountId }),
  };
}

function actionsOf(answer: ReviewAnswer, speech: Speech): readonly object[] {
  const { rows, saved, only, progress } = answer;
  const narrowed = only === undefined ? {} : { only };
  const buttons: object[] = [];
  if (rows.length > 0) {
    const page = rows.map(({ account, asOf }) => ({ accountId: account.accountId, asOf }));
    const save: Action = { verb: 'review-save', rows: page, ...progress, ...narrowed };
    buttons.push(alone(button(speech.say('review.save'), save, { style: 'positive', inputs: 'auto' })));
  } else if (answer.later > 0 || (only === 'sure' && answer.open > 0)) {
    buttons.push(button(speech.say('review.again'), { verb: 'review' }));
  }
  const undo = (saved?.outcomes ?? []).flatMap((one) =>
    one.outcome === 'mapped' || one.outcome === 'ignored' ? [{ accountId: one.account.accountId, row: one.row }] : [],
  );
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
