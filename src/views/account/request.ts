import type { AccountRecord } from '../../domain/account';
import type { AccountPicture } from '../../domain/answers';
import { assignmentOf } from '../../domain/assignment';
import { requestOf } from '../../domain/request';
import type { Request } from '../../domain/request';
import type { RequestRuling } from '../../domain/requests';
import { snoozeOf } from '../../domain/snooze';
import { button } from '../parts/parts';
import type { Button, Maybe } from '../parts/parts';
import { shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedAt, happenedOn } from '../words/times';
import type { Banner } from './account';

/** Who was asked to take an open account, while that tells anything; undefined otherwise. */
export function requestLine(record: AccountRecord, speech: Speech): string | undefined {
  const { request, mapping, assignment } = record;
  if (request === undefined || mapping.state !== 'open') return undefined;
  if (request.end === undefined) return speech.say('request.waits', saidOf(record, request, speech));
  const { how, at } = request.end;
  const isTold = how === 'passed' || how === 'lapsed' || how === 'unreachable';
  // Whoever has it since then says more.
  if (!isTold || (assignment !== undefined && assignment.at >= at) || snoozeOf(record) !== undefined) return undefined;
  return speech.say(`request.${how}`, saidOf(record, request, speech));
}

/** The answers, for the one who is asked and nobody else. */
export function answerPart(record: AccountRecord, reader: string | undefined, speech: Speech): Maybe<object> {
  const request = requestOf(record);
  if (request === undefined || request.to.id !== reader) return [];
  const { id: accountId } = record;
  const said = saidOf(record, request, speech);
  const answer = (key: 'take' | 'pass'): Button =>
    button(
      speech.say(`request.${key}`),
      { verb: 'request-reply', accountId, requestId: request.id, yes: key === 'take' },
      { style: key === 'take' ? 'positive' : 'default', tooltip: speech.say(`request.${key}-tooltip`, said) },
    );
  return [{ actions: [answer('take'), answer('pass')] }];
}

/** To ask a colleague, or to take that back. */
export function requestButtons(record: AccountRecord, speech: Speech): readonly Button[] {
  if (record.mapping.state !== 'open') return [];
  const { id: accountId } = record;
  const request = requestOf(record);
  if (request === undefined) {
    const tooltip = speech.say('request.button-tooltip', { name: shortName(record.tenant.name) });
    return [button(speech.say('request.button'), { verb: 'request', accountId }, { tooltip })];
  }
  const said = saidOf(record, request, speech);
  const back = { verb: 'request-back', accountId, requestId: request.id } as const;
  return [button(speech.say('request.back'), back, { tooltip: speech.say('request.back-tooltip', said) })];
}

/** What became of asking or answering, above the card. `as`: whose part the person had who clicked or typed. */
export function requestBanner(
  { answer, picture }: { readonly answer: RequestRuling['ruling']; readonly picture: AccountPicture },
  as: 'asker' | 'asked',
  speech: Speech,
): Banner {
  const { record } = picture;
  const { request } = record;
  const name = shortName(record.tenant.name);
  const said = request === undefined ? { ...NOBODY, name } : saidOf(record, request, speech);
  switch (answer) {
    case 'asked':
    case 'withdrawn':
      return { text: speech.say(`request.${answer}`, said), style: 'good' };
    case 'taken': {
      const until = happenedAt(assignmentOf(record)?.until ?? 0, speech);
      return { text: speech.say('request.took', { ...said, until }), style: 'good' };
    }
    case 'passed':
      return { text: speech.say('request.passed-yours', said), style: 'good' };
    case 'already':
      return { text: speech.say(as === 'asked' ? 'request.answered' : 'request.already', said), style: 'emphasis' };
    case 'on-it':
      return { text: speech.say('request.on-it', { ...said, whom: onIt(record, speech) }), style: 'emphasis' };
    case 'not-yours':
      return {
        text: speech.say(as === 'asked' ? 'request.not-yours' : 'request.not-yours-back', said),
        style: 'attention',
      };
    case 'over':
      return { text: speech.say('request.over', said), style: 'emphasis' };
    case 'decided':
      return { text: speech.say('request.decided', said), style: 'emphasis' };
  }
}

/** What a message says above the card that puts the question, or tells the answer; undefined where nothing is to be said. */
export function requestNews(record: AccountRecord, role: 'asking' | 'answer', speech: Speech): Banner | undefined {
  const { request, mapping } = record;
  if (request === undefined || mapping.state !== 'open') return undefined;
  return role === 'asking' ? question(record, request, speech) : answerTold(record, request, speech);
}

function question(record: AccountRecord, request: Request, speech: Speech): Banner | undefined {
  const said = saidOf(record, request, speech);
  switch (request.end?.how) {
    case undefined:
      return { text: speech.say('request.question', said), style: 'emphasis' };
    case 'withdrawn':
      return { text: speech.say('request.question-withdrawn', said), style: 'emphasis' };
    case 'lapsed':
    case 'overtaken':
      return { text: speech.say('request.question-over', said), style: 'emphasis' };
    default:
      return undefined;
  }
}

function answerTold(record: AccountRecord, request: Request, speech: Speech): Banner | undefined {
  const how = request.end?.how;
  if (how === undefined || how === 'withdrawn') return undefined;
  const until = happenedOn(snoozeOf(record)?.until ?? request.until, speech);
  const text = speech.say(`request.answer.${how}`, {
    ...saidOf(record, request, speech),
    until,
    other: onIt(record, speech),
  });
  return { text, style: how === 'taken' ? 'good' : 'attention' };
}

function onIt(record: AccountRecord, speech: Speech): string {
  const assignment = assignmentOf(record);
  return assignment === undefined ? speech.say('actor.forgotten') : personName(assignment.by, speech);
}

const NOBODY = { who: '', whom: '', when: '', until: '' } as const;

function saidOf({ tenant }: AccountRecord, { by, to, at, until }: Request, speech: Speech) {
  return {
    name: shortName(tenant.name),
    who: personName(by, speech),
    whom: personName(to, speech),
    when: happenedAt(at, speech),
    until: happenedAt(until, speech),
  };
}
