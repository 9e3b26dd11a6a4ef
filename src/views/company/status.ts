import statusCard from '../../../cards/status.json';
import type { FactAsked } from '../../commands/intent';
import type { Message } from '../../courier';
import type { AccountPicture, StatusAnswer, WhichAnswer, WhichChoice } from '../../domain/answers';
import type { Taken } from '../../domain/taken';
import { formerNameMeant } from '../../domain/tenant';
import { acceptanceFacts, factsOf } from '../words/acceptance-words';
import { factLine } from '../account/account';
import { choicesView } from '../parts/choices';
import { clean, shortName } from '../words/escape';
import { asFarAsKnown, cannotTellBody, cannotTellTitle, missedDetails, withMissedLook } from './could-not-look';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import { accountAction, didYouMean, goesBy, takenButtons, takenFact, takenName, takenTitle } from './meant';
import type { Wish } from './meant';
import { noteView } from '../parts/message-card';
import { nextSteps, nextLines } from '../parts/next-step';
import type { NextStep } from '../parts/next-step';
import { absentActions, notListedView } from './not-listed';
import { button, toMessage } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { accountDetail, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { standingLines } from '../words/standing-words';
import { cardTemplate } from '../parts/template';
import { knownBefore, seenOn, sinceDay } from '../words/times';

const draw = cardTemplate(statusCard);

/** How many accounts a "which one?" offers. */
const CHOICES_SHOWN = 8;

/** The answer to "is X accepted?": the three facts with source and age, the customer, and what comes next. */
export function statusView(answer: StatusAnswer, speech: Speech, asked: readonly FactAsked[] = []): Message {
  switch (answer.answer) {
    case 'account':
      return accountStatus(answer, speech, asked);
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
  { picture: drawn, taken, query }: Extract<StatusAnswer, { readonly answer: 'account' }>,
  speech: Speech,
  asked: readonly FactAsked[],
): Message {
  const picture = asFarAsKnown(drawn);
  const { record, now } = picture;
  const headline = withMissedLook(statusHeadline(picture, taken, query, speech, asked), picture, speech);
  const facts = [
    ...acceptanceFacts(record.acceptance, now, speech),
    customerFact(picture, taken, speech),
    ...takenFact(taken, speech),
  ];
  const steps = nextSteps(record, now);
  const next = nextLines(steps, speech);
  const warnings = [
    ...standingLines(picture, speech),
    ...missedDetails(picture, speech),
    ...freshnessLines(picture.freshness, now, speech),
  ];
  const own = takenButtons(record.id, record.tenant.name, taken, speech);
  const identity = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? picture.providerName, 80);
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
        actions: [
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

/** Only who typed the name itself is answered with "Yes", and only who asked whether it has accepted. */
function statusHeadline(
  picture: AccountPicture,
  taken: Taken | undefined,
  query: string,
  speech: Speech,
  asked: readonly FactAsked[],
): string {
  const { tenant, acceptance } = picture.record;
  const { reseller } = acceptance;
  if (asked.length > 0 && reseller.state === 'accepted') {
    const facts = factsOf(acceptance, asked, speech).map(factLine).join('; ');
    return `${takenName(tenant.name, taken, speech)} – ${facts}.`;
  }
  if (taken === undefined) return statusSentence(picture, query, speech);
  if (reseller.state !== 'accepted')
    return takenTitle(statusSentence(picture, query, speech), tenant.name, taken, speech);
  const since = sinceDay(reseller.since, speech);
  if (taken.taken === 'assumed') {
    return speech.say(`status.assumed.${reseller.since.basis}`, { name: takenName(tenant.name, taken, speech), since });
  }
  const sentence = speech.say(`status.likely.${reseller.since.basis}`, { name: shortName(tenant.name), since });
  return taken.assumed ? `${goesBy(taken.customer.name, taken.query, speech)}. ${sentence}` : sentence;
}

function statusSentence({ record }: AccountPicture, query: string, speech: Speech): string {
  const { tenant, acceptance, formerNames } = record;
  const former = formerNameMeant(formerNames, tenant.name, query);
  const today = shortName(tenant.name);
  const name = former === undefined ? today : speech.say('status.formerly', { name: today, former: shortName(former) });
  const { reseller } = acceptance;
  switch (reseller.state) {
    case 'accepted':
      if (reseller.disputedAt !== undefined) return speech.say('status.disputed', { name });
      return speech.say(`status.yes.${reseller.since.basis}`, { name, since: sinceDay(reseller.since, speech) });
    case 'other-relation':
      return speech.say('status.other-relation', { name, relation: reseller.relation });
    case 'ended':
      return speech.say('status.ended', { name, ended: seenOn(reseller.endedSeenAt, speech) });
    case 'not-listed':
      return speech.say('status.not-listed', { name, date: knownBefore(reseller.checkedAt, speech) });
    case 'not-checked':
    case 'not-configured':
    case 'could-not-look':
      return speech.say('status.unknown', { name });
  }
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
