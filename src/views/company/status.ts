import statusCard from '../../../cards/status.json';
import type { Action } from '../../actions/action';
import type { FactAsked } from '../../commands/intent';
import type { Message } from '../../courier';
import type { AccountPicture, StatusAnswer, WhichAnswer, WhichChoice } from '../../domain/answers';
import type { Gaps } from '../../domain/everywhere-answer';
import type { Taken } from '../../domain/taken';
import { acceptanceFacts } from '../words/acceptance-words';
import { factLine } from '../account/account';
import { choicesView } from '../parts/choices';
import { clean, shortName } from '../words/escape';
import { gapLines } from './everywhere';
import { asFarAsKnown, cannotTellBody, cannotTellTitle, missedDetails, withMissedLook } from './could-not-look';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import { unansweredWords } from './invitation-words';
import { accountAction, didYouMean, takenButtons, takenFact } from './meant';
import type { Wish } from './meant';
import { noteView } from '../parts/message-card';
import { sharedHeadline, statusHeadline } from './status-headline';
import { nextSteps, nextLines } from '../parts/next-step';
import type { NextStep } from '../parts/next-step';
import { absentActions, notListedView } from './not-listed';
import { button, toMessage } from '../parts/parts';
import type { Button, Fact, Link } from '../parts/parts';
import { accountLinks } from '../parts/links';
import { accountDetail, pictureIdentity, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { standingLines } from '../words/standing-words';
import { cardTemplate } from '../parts/template';

const draw = cardTemplate(statusCard);

/** How many accounts a "which one?" offers. */
const CHOICES_SHOWN = 8;

/** Who reads the answer: whoever asked, or others whom that person shows it to; they may do less, and are told of no person. */
export type Readers = 'asker' | 'others';

/** The answer to "is X accepted?": the three facts with source and age, the customer, and what comes next. */
export function statusView(
  answer: StatusAnswer,
  speech: Speech,
  asked: readonly FactAsked[] = [],
  readers: Readers = 'asker',
): Message {
  switch (answer.answer) {
    case 'account':
      return accountStatus(answer, speech, asked, readers);
    case 'which':
    case 'not-listed':
    case 'cannot-tell':
      return questionView(answer, speech, { intent: 'status' });
  }
}

/**
 * Instead of an answer about one company, whatever was asked of it: which one is meant, or that the name typed is
 * nobody's, with those of a like name to choose from. `wish` is what the chosen one is then asked.
 */
export function questionView(
  answer: Exclude<StatusAnswer, { readonly answer: 'account' }>,
  speech: Speech,
  wish: Wish,
): Message {
  switch (answer.answer) {
    case 'which':
      return whichView(answer, speech, wish);
    case 'not-listed':
      return notListedView(answer, speech, wish);
    case 'cannot-tell':
      return cannotTell(answer, speech, wish);
  }
}

function accountStatus(
  { picture: drawn, taken, query, gaps }: Extract<StatusAnswer, { readonly answer: 'account' }>,
  speech: Speech,
  asked: readonly FactAsked[],
  readers: Readers,
): Message {
  const picture = asFarAsKnown(drawn);
  const { record, now } = picture;
  const said =
    readers === 'others' ? sharedHeadline(picture, speech) : statusHeadline(picture, taken, query, speech, asked);
  const headline = withMissedLook(said, picture, speech);
  const facts = [
    ...acceptanceFacts(record.acceptance, now, speech),
    customerFact(picture, taken, speech),
    ...takenFact(taken, speech),
    ...gapsFact(gaps, readers, speech),
  ];
  const steps = nextSteps(record, now);
  const next = nextLines(steps, speech);
  const warnings = [
    ...(readers === 'others' ? [] : standingLines(picture, speech)),
    ...missedDetails(picture, speech),
    ...freshnessLines(picture.freshness, now, speech),
  ];
  const own = takenButtons(record.id, record.tenant.name, taken, speech);
  const identity = pictureIdentity(picture, speech);
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(asked[0] === undefined ? 'status.kicker' : `fact.${asked[0]}`),
        headline,
        identity,
        facts,
        warnings: warnings.map((text) => ({ text })),
        next: next.join('\n\n'),
        actions:
          readers === 'others'
            ? sharedActions(picture, speech)
            : [
                ...own,
                ...statusActions(picture, steps[0] ?? 'none', speech, {
                  asked,
                  leads: own.every(({ style }) => style !== 'positive'),
                }),
              ],
      },
      summary: headline,
      text: [headline, identity, ...facts.map(factLine), ...warnings, ...next],
    },
    speech,
  );
}

/** At which of our providers the company is not. */
function gapsFact(gaps: Gaps | undefined, readers: Readers, speech: Speech): readonly Fact[] {
  const lines = gaps === undefined || readers === 'others' ? [] : gapLines(gaps, speech);
  return lines.length === 0 ? [] : [{ title: speech.say('fact.elsewhere'), value: lines.join(' ') }];
}

function customerFact(picture: AccountPicture, taken: Taken | undefined, speech: Speech): Fact {
  const { mapping } = picture.record;
  if (mapping.state === 'open' && taken?.taken === 'likely') {
    const likely = speech.say('status.mapping.likely', { customer: shortName(taken.customer.name) });
    return { title: speech.say('fact.customer'), value: likely };
  }
  const customer = mapping.state === 'mapped' ? shortName(mapping.customer.name) : '';
  return { title: speech.say('fact.customer'), value: speech.say(`status.mapping.${mapping.state}`, { customer }) };
}

function statusActions(
  picture: AccountPicture,
  step: NextStep,
  speech: Speech,
  // One button at most leads: where an answer has one of its own, that.
  { asked, leads }: { readonly asked: readonly FactAsked[]; readonly leads: boolean },
): readonly Button[] {
  const { id: accountId, tenant } = picture.record;
  const choose = step === 'choose' || step === 'conflict';
  const open = button(
    speech.say(step === 'choose' ? 'choose.button' : 'show.button'),
    { verb: 'account', accountId, from: { view: 'status' } },
    choose && leads ? { style: 'positive' } : {},
  );
  const needsInvitation = step === 'invite' || step === 'invite-reseller' || step === 'ended';
  const name = shortName(tenant.name);
  const again = button(speech.say('look-again.button'), {
    verb: 'look-again',
    accountId,
    ...(asked.length === 0 ? {} : { facts: [...asked] }),
  });
  if (!needsInvitation) return [open, again];
  return [button(speech.say('invite.button'), { verb: 'invite', company: name }), open, again];
}

/** Whoever may see it brings the card up to date, for themselves. */
function sharedActions({ record }: AccountPicture, speech: Speech): readonly (Button | Link)[] {
  const refresh: Action = { verb: 'refresh-shared', accountId: record.id };
  return [
    button(speech.say('refresh.button'), refresh, { tooltip: speech.say('refresh.tooltip') }),
    ...accountLinks(record, speech),
  ];
}

/** Several accounts fit, or open ones that may be the customer's: asks which one. */
function whichView(answer: WhichAnswer, speech: Speech, wish: Wish): Message {
  const shown = answer.choices.slice(0, CHOICES_SHOWN);
  const more = answer.more + answer.choices.length - shown.length;
  const { query, customer } = answer;
  const name = clean(query, 80);
  return choicesView(
    {
      kicker: speech.say('which.kicker'),
      title:
        customer === undefined
          ? speech.say('which.title', { query })
          : speech.say('which.likely.title', { customer: shortName(customer.name) }),
      lines: customer === undefined ? [] : [speech.say('which.likely', { count: shown.length + more })],
      rows: shown.map((line) => choiceRow(line, wish, speech)),
      below: more > 0 ? [speech.say('which.more', { count: more })] : [],
      actions:
        wish.intent === 'watch'
          ? [button(speech.say('watch.anyway', { query: name }), { verb: 'watch', query: name, anyway: true })]
          : [],
    },
    speech,
  );
}

function choiceRow(line: WhichChoice, wish: Wish, speech: Speech): Row {
  const { reasons } = reasonsFor(line.evidence ?? [], speech);
  const detail = [accountDetail(line, speech), reasonsLine(reasons)].filter((part) => part !== '').join(' · ');
  return row(line.name, detail, speech.say('which.choose'), accountAction(line, wish));
}

function cannotTell(
  answer: Extract<StatusAnswer, { readonly answer: 'cannot-tell' }>,
  speech: Speech,
  wish: Wish,
): Message {
  const query = clean(answer.query, 80);
  const meant = didYouMean(answer.probably, speech);
  return noteView(
    {
      kicker: speech.say('status.kicker'),
      title: cannotTellTitle(answer, speech),
      lines: [
        ...(answer.invited ?? []).map((line) => unansweredWords(line, answer.now, speech)),
        cannotTellBody(answer, speech),
        ...freshnessLines(answer.freshness, answer.now, speech),
        ...(meant === undefined ? [] : [meant]),
      ],
      actions: absentActions(answer, query, wish, speech),
      hint: speech.say('type.watch', { name: query }),
    },
    speech,
  );
}
