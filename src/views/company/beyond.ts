import type { BeyondTopic } from '../../commands/beyond';
import type { Message } from '../../courier';
import type { ListAnswer } from '../../domain/answers';
import type { CountAnswer } from '../../domain/companies-answer';
import { awaitedLines, needlessLines } from '../lists/list';
import { choicesView } from '../parts/choices';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { row } from '../parts/rows';
import { shortName } from '../words/escape';
import { freshnessLines } from '../words/source-words';
import type { PhraseKey, Speech } from '../words/speech';

/** Kinds of questions that nothing here can answer, and of what is only explained. */
export type BeyondKind = Exclude<
  BeyondTopic,
  'same' | 'count' | 'country' | 'provider' | 'goodbye' | 'complaint' | 'useless' | 'untold'
>;

interface Instead {
  readonly body: PhraseKey;
  readonly lines: readonly PhraseKey[];
}

/** What can be said instead, and lines that can be typed. */
const INSTEAD: Readonly<Record<BeyondKind, Instead>> = {
  'expiry': { body: 'beyond.expiry.body', lines: ['type.admin-ends', 'type.subscriptions'] },
  'agreement': { body: 'beyond.one-company', lines: ['type.status', 'type.list'] },
  'admin': { body: 'beyond.one-company', lines: ['type.status', 'type.accepted'] },
  'by-person': { body: 'beyond.by-person.body', lines: ['type.history-week', 'type.history'] },
  'money': { body: 'beyond.lists', lines: ['type.list', 'type.accepted', 'type.status'] },
  'not-accepted': { body: 'beyond.not-accepted.body', lines: ['type.watches', 'type.status', 'type.list'] },
  'detail': { body: 'beyond.detail.body', lines: ['type.status', 'type.show', 'type.subscriptions'] },
  'opened': { body: 'beyond.opened.body', lines: ['type.status', 'type.watch', 'type.list'] },
  'holdings': { body: 'beyond.one-company', lines: ['type.subscriptions', 'type.show'] },
  'doing': { body: 'beyond.doing.body', lines: ['type.subscriptions', 'type.show'] },
  'mail': { body: 'beyond.mail.body', lines: ['type.invite-blank'] },
  'export': { body: 'beyond.export.body', lines: ['type.export', 'type.export-history'] },
  'reminder': { body: 'beyond.reminder.body', lines: ['type.watch', 'type.settings'] },
  'time-zone': { body: 'beyond.time-zone.body', lines: ['type.settings'] },
  'admin-link': { body: 'beyond.admin-link.body', lines: ['type.invite-blank', 'type.status'] },
  'who-may': { body: 'beyond.by-person.body', lines: ['type.history-week'] },
  'means-acceptance': { body: 'beyond.means-acceptance.body', lines: ['type.status'] },
  'means-admin': { body: 'beyond.means-admin.body', lines: ['type.admin-ends', 'type.status'] },
  'means-agreement': { body: 'beyond.means-agreement.body', lines: ['type.status'] },
  'means-mapping': { body: 'beyond.means-mapping.body', lines: ['type.list'] },
  'means-sync-off': { body: 'beyond.means-sync-off.body', lines: ['type.list'] },
  'other': { body: 'beyond.lists', lines: ['type.list', 'type.accepted', 'type.status'] },
};

/** A company that everybody knows for an example. */
const EXAMPLE = 'Contoso';

/**
 * Clear, but nothing that we can answer: says so, and what we can answer that is near, of `company` if one was named.
 * `known` is what can be said of it all the same.
 */
export function beyondView(
  kind: BeyondKind,
  speech: Speech,
  { company, known = [] }: { readonly company?: string; readonly known?: readonly string[] } = {},
): Message {
  const { body, lines } = INSTEAD[kind];
  const name = shortName(company ?? EXAMPLE);
  return choicesView(
    {
      kicker: speech.say(kind.startsWith('means-') ? 'beyond.means' : 'beyond.kicker'),
      title: speech.say(`beyond.${kind}.title`),
      lines: [...known, speech.say(body)],
      rows: lines.map((key) => {
        const line = speech.say(key, { name });
        return row(line, '', speech.say('beyond.ask'), { verb: 'type', line });
      }),
      actions: [button(speech.say('not-understood.help'), { verb: 'help' })],
    },
    speech,
  );
}

/** Nobody lists who has not accepted; the companies that somebody waits for are what is known of it. */
export function notAcceptedView(answer: Pick<ListAnswer, 'awaited'>, speech: Speech): Message {
  const awaited = awaitedLines(answer, speech);
  const known = awaited.length === 0 ? [] : [`${speech.say('list.awaited')}:`, ...awaited.map((line) => `- ${line}`)];
  return beyondView('not-accepted', speech, { known });
}

/** How many customers there are. */
export function countView(answer: CountAnswer, speech: Speech): Message {
  const { accounts, customers, open } = answer;
  return noteView(
    {
      kicker: speech.say('count.kicker'),
      title: speech.say('count.title', { accounts, customers }),
      lines: [
        speech.say('count.open', { open }),
        ...needlessLines(answer.needless, speech),
        ...freshnessLines(answer.freshness, answer.now, speech),
      ],
      actions: open === 0 ? [] : [button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 })],
      hint: speech.say('type.list'),
    },
    speech,
  );
}
