import type { AccountRecord } from '../../domain/account';
import { wasFoundDecided } from '../../domain/decision';
import type { Decision, LateClick } from '../../domain/decision';
import { overruledBy } from '../../domain/mapping';
import type { Instant } from '../../domain/time';
import type { Banner } from '../account/account';
import { shortName } from './escape';
import { actorName } from './mapping-words';
import type { Speech } from './speech';
import { happenedAt } from './times';

/** One decision as a sentence: who did what, and whose decision it replaced. */
export function decisionSentence(decision: Decision, appearedAt: Instant | undefined, speech: Speech): string {
  const who = actorName(decision.by, speech);
  const customer = shortName(decision.customer?.name ?? '');
  const { before, verdict } = decision;
  const overruled = overruledBy(decision);
  const whom = overruled === undefined ? '' : shortName(overruled.name);
  switch (verdict) {
    case 'mapped':
      if (appearedAt !== undefined && wasFoundDecided(decision.by, decision.at, appearedAt))
        return speech.say('history.before', { customer });
      if (decision.created === true) return speech.say('history.created', { who, customer });
      if (before.state !== 'mapped') return speech.say('history.mapped', { who, customer });
      return speech.say(whom === '' ? 'history.mapped-again' : 'history.mapped-again-of', {
        who,
        whom,
        before: shortName(before.customer.name),
        customer,
      });
    case 'ignored':
      return speech.say('history.ignored', { who });
    case 'reopened':
    case 'undone': {
      const key =
        decision.customer === undefined ? (`history.${verdict}-ignored` as const) : (`history.${verdict}` as const);
      const what = whom === '' ? speech.say(key, { who, customer }) : speech.say(`${key}-of`, { who, whom, customer });
      return decision.created === true ? `${what} ${speech.say('creation.stays', { customer })}` : what;
    }
  }
}

/**
 * What happened to an account last, for whoever looks at its card: who decided, and whose clicks came too late. A card
 * says it for as long as it is so, so that no redraw takes it from somebody who has not read it yet.
 */
export function latestNews(record: AccountRecord, speech: Speech): Banner | undefined {
  const last = record.decisions.at(-1);
  if (last === undefined) return undefined;
  const late = (record.lateClicks ?? []).filter((click) => click.after === last.id);
  const told = decisionNews(record, last, speech);
  const lines = [...(told === undefined ? [] : [told]), ...late.map((click) => lateSentence(click, speech))];
  if (lines.length === 0) return undefined;
  // Nothing is called good that Work 365 contradicts or does not take.
  const isTroubled = record.writeBack.state === 'conflict' || record.writeBack.state === 'refused';
  const isPlain = late.length === 0 && !isTroubled && (last.verdict === 'mapped' || last.verdict === 'ignored');
  return { text: lines.join(' '), style: isPlain ? 'good' : 'emphasis' };
}

/** The decision as it stands is all that happened: the card says who and when without a line above it. */
export function isSaidBelow({ mapping, decisions, lateClicks = [] }: AccountRecord): boolean {
  const last = decisions.at(-1);
  if (last === undefined || mapping.state === 'open' || mapping.decisionId !== last.id) return false;
  return last.before.state === 'open' && !lateClicks.some((click) => click.after === last.id);
}

function decisionNews(record: AccountRecord, last: Decision, speech: Speech): string | undefined {
  // Of what was mapped in Work 365 the card says below who and since when.
  if (last.by.kind === 'work365' && last.verdict === 'mapped') return undefined;
  const what = decisionSentence(last, record.firstSeenAt, speech);
  const isBelow = record.mapping.state !== 'open' && record.mapping.decisionId === last.id;
  return isBelow ? what : speech.say('news.at', { what, when: happenedAt(last.at, speech) });
}

const BUTTONS = { pick: 'choose.map', ignore: 'choose.ignore', undo: 'undo.button', reopen: 'reopen.button' } as const;

function lateSentence(click: LateClick, speech: Speech): string {
  const who = shortName(click.person.name);
  return click.customer === undefined
    ? speech.say('news.late', { who, button: speech.say(BUTTONS[click.wanted]) })
    : speech.say('news.late-pick', { who, customer: shortName(click.customer.name) });
}
