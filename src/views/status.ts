import statusCard from '../../cards/status.json';
import type { Action } from '../actions/action';
import type { Message } from '../courier';
import type { AccountPicture, StatusAnswer } from '../domain/answers';
import { acceptanceFacts } from './acceptance-words';
import { factLine } from './account';
import { choicesView } from './choices';
import { clean, shortName } from './escape';
import { asFarAsKnown, cannotTellBody, cannotTellTitle, missedDetails, withMissedLook } from './could-not-look';
import { noteView } from './message-card';
import { nextSteps, nextLines } from './next-step';
import type { NextStep } from './next-step';
import { notListedView } from './not-listed';
import { button, toMessage } from './parts';
import type { Button, Fact } from './parts';
import { accountDetail, row } from './rows';
import { freshnessLines } from './source-words';
import type { Speech } from './speech';
import { standingLines } from './standing-words';
import { cardTemplate } from './template';
import { knownBefore, seenOn, sinceDay } from './times';

const draw = cardTemplate(statusCard);

/** How many accounts a "which one?" offers. */
const CHOICES_SHOWN = 8;

/** The answer to "is X accepted?": the three facts with source and age, the customer, and what comes next. */
export function statusView(answer: StatusAnswer, speech: Speech): Message {
  switch (answer.answer) {
    case 'account':
      return accountStatus(answer.picture, speech);
    case 'which':
      return whichView(answer, speech);
    case 'not-listed':
      return notListedView(answer, speech);
    case 'cannot-tell':
      return cannotTell(answer, speech);
  }
}

function accountStatus(drawn: AccountPicture, speech: Speech): Message {
  const picture = asFarAsKnown(drawn);
  const { record, now } = picture;
  const headline = withMissedLook(statusHeadline(picture, speech), picture, speech);
  const facts = [...acceptanceFacts(record.acceptance, now, speech), customerFact(picture, speech)];
  const steps = nextSteps(record, now);
  const next = nextLines(steps, speech);
  const warnings = [
    ...standingLines(picture, speech),
    ...missedDetails(picture, speech),
    ...freshnessLines(picture.freshness, now, speech),
  ];
  const domain = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? record.tenantId, 80);
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('status.kicker'),
        headline,
        identity: domain,
        facts,
        warnings: warnings.map((text) => ({ text })),
        next: next.join('\n\n'),
        actions: statusActions(picture, steps[0] ?? 'none', speech),
      },
      summary: headline,
      text: [headline, domain, ...facts.map(factLine), ...warnings, ...next],
    },
    speech,
  );
}

function statusHeadline(picture: AccountPicture, speech: Speech): string {
  const { tenant, acceptance } = picture.record;
  const name = shortName(tenant.name);
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

function customerFact(picture: AccountPicture, speech: Speech): Fact {
  const { mapping } = picture.record;
  const customer = mapping.state === 'mapped' ? shortName(mapping.customer.name) : '';
  return { title: speech.say('fact.customer'), value: speech.say(`status.mapping.${mapping.state}`, { customer }) };
}

function statusActions(picture: AccountPicture, step: NextStep, speech: Speech): readonly Button[] {
  const { id: accountId, tenant } = picture.record;
  const choose = step === 'choose' || step === 'conflict';
  const open = button(
    speech.say(step === 'choose' ? 'choose.button' : 'show.button'),
    { verb: 'account', accountId, from: { view: 'status' } },
    choose ? { style: 'positive' } : {},
  );
  const needsInvitation = step === 'invite' || step === 'invite-reseller' || step === 'ended';
  const name = shortName(tenant.name);
  const again = button(speech.say('look-again.button'), { verb: 'look-again', accountId });
  if (!needsInvitation) return [open, again];
  return [button(speech.say('invite.button'), { verb: 'invite', company: name }), open, again];
}

type WhichAnswer = Extract<StatusAnswer, { readonly answer: 'which' }>;

export type WhichIntent = Extract<Action, { readonly verb: 'which' }>['intent'];

/** Several accounts fit: asks which one. `intent` is what the chosen one is then asked. */
export function whichView(
  answer: Pick<WhichAnswer, 'query' | 'choices' | 'more'>,
  speech: Speech,
  intent: WhichIntent = 'status',
): Message {
  const shown = answer.choices.slice(0, CHOICES_SHOWN);
  const more = answer.more + answer.choices.length - shown.length;
  const cue = speech.say('which.choose');
  return choicesView(
    {
      kicker: speech.say('which.kicker'),
      title: speech.say('which.title', { query: answer.query }),
      rows: shown.map((line) =>
        row(line.name, accountDetail(line, speech), cue, { verb: 'which', accountId: line.accountId, intent }),
      ),
      below: more > 0 ? [speech.say('which.more', { count: more })] : [],
    },
    speech,
  );
}

function cannotTell(answer: Extract<StatusAnswer, { readonly answer: 'cannot-tell' }>, speech: Speech): Message {
  const query = clean(answer.query, 80);
  return noteView(
    {
      kicker: speech.say('status.kicker'),
      title: cannotTellTitle(answer, speech),
      lines: [cannotTellBody(answer, speech), ...freshnessLines(answer.freshness, answer.now, speech)],
      actions: [
        button(speech.say('watch.button'), { verb: 'watch', query }),
        button(speech.say('invite.button'), { verb: 'invite', company: query }),
      ],
      hint: speech.say('type.watch', { name: query }),
    },
    speech,
  );
}
