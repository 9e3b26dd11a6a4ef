import type { Message } from '../../courier';
import type { WatchAnswer } from '../../domain/watch-answers';
import type { WatchRecord } from '../../domain/documents';
import { acceptedWords } from '../words/acceptance-words';
import { choicesView } from '../parts/choices';
import { clean } from '../words/escape';
import { didYouMean, meantButton, takenButtons, takenFact, takenTitle } from '../company/meant';
import { noteView } from '../parts/message-card';
import type { Note } from '../parts/message-card';
import { button } from '../parts/parts';
import { lineName, accountDetail, row } from '../parts/rows';
import type { Row } from '../parts/rows';
import { rowSince } from '../words/since-words';
import type { Speech } from '../words/speech';
import { questionView } from '../company/status';
import { happenedOn } from '../words/times';
import { watchAgainButtons } from './watch-many';

const WATCHES_SHOWN = 10;

/** What a person waits for: begun, stopped, listed. */
export function watchView(answer: WatchAnswer, speech: Speech): Message {
  if (answer.answer === 'list') return watchList(answer.watches, speech);
  if (answer.answer === 'which') return questionView(answer, speech, { intent: 'watch' });
  if (answer.answer === 'was-not-watching' && answer.near !== undefined && answer.near.length > 0)
    return whichWatch(answer.query ?? '', answer.near, speech);
  return noteView({ kicker: speech.say('watch.kicker'), ...watchNote(answer, speech) }, speech);
}

type Simple = Exclude<WatchAnswer, { readonly answer: 'list' | 'which' }>;
type Watching = Extract<WatchAnswer, { readonly answer: 'watching' }>;
type Accepted = Extract<WatchAnswer, { readonly answer: 'accepted-already' }>;

const BEGUN = { begun: 'watch.watching', already: 'watch.already', moved: 'watch.moved' } as const;

function watchNote(answer: Simple, speech: Speech): Note {
  switch (answer.answer) {
    case 'watching':
      return watching(answer, speech);
    case 'accepted-already':
      return accepted(answer, speech);
    case 'stopped':
      return {
        title: speech.say(answer.of === undefined ? 'watch.stopped' : 'remind.stopped', {
          queries: quoted(answer.queries, speech),
        }),
        actions: answer.of === undefined ? watchAgainButtons(answer.queries, speech) : [],
        hint: speech.say('type.watches'),
      };
    case 'was-not-watching':
      return {
        title:
          answer.query === undefined
            ? speech.say('watch.was-not-any')
            : speech.say('watch.was-not', { query: short(answer.query) }),
        lines:
          answer.others.length === 0 ? [] : [speech.say('watch.others', { queries: quoted(answer.others, speech) })],
        hint: speech.say('type.watches'),
      };
    case 'refused':
      return {
        title: speech.say(`watch.refused.${answer.why}`, { most: answer.most }),
        lines: [speech.say('watch.nothing-begun', { query: short(answer.query) })],
        hint: speech.say('type.watches'),
      };
    case 'reminding':
      return reminding(answer, speech);
    case 'remind-when':
      return {
        title: speech.say('remind.when', { query: short(answer.query) }),
        lines: answer.why === undefined || answer.why === 'unclear' ? [] : [speech.say(`snooze.ask-${answer.why}`)],
        hint: speech.say('type.remind', { name: short(answer.query) }),
      };
    case 'remind-once':
      return once(answer, speech);
    case 'personal-only':
      return { title: speech.say('watch.personal-only') };
  }
}

function reminding({ watch, inPerson }: Extract<WatchAnswer, { readonly answer: 'reminding' }>, speech: Speech): Note {
  const { query, reminder } = watch;
  const said = { query: short(query), date: happenedOn(reminder?.at ?? watch.since, speech) };
  return {
    title: speech.say('remind.set', said),
    lines: [
      speech.say(inPerson ? 'remind.explain' : 'remind.explain-here'),
      ...(reminder?.whileOpen === true ? [speech.say('remind.while-open')] : []),
    ],
    actions: [button(speech.say('remind.stop'), { verb: 'unwatch', watchId: watch.id })],
    hint: speech.say('type.watches'),
  };
}

function once(
  { query, once: offered }: Extract<WatchAnswer, { readonly answer: 'remind-once' }>,
  speech: Speech,
): Note {
  const name = short(query);
  if (offered === undefined)
    return {
      title: speech.say('remind.once'),
      lines: [speech.say('remind.when', { query: name })],
      hint: speech.say('type.remind', { name }),
    };
  const { day, line } = offered;
  return {
    title: speech.say('remind.once'),
    lines: [speech.say('remind.once-offer', { query: name, date: happenedOn(day, speech) })],
    actions: [button(speech.say('remind.once-yes'), { verb: 'type', line })],
    hint: line,
  };
}

/** Begun under the name that was typed, also where a near one is in the list: that one is offered instead. */
function watching({ watch, begun, inPerson, taken, near = [], instead }: Watching, speech: Speech): Note {
  const query = short(watch.query);
  const title = speech.say(BEGUN[begun], { query });
  const [probably] = near;
  const stop = button(speech.say('watch.stop'), { verb: 'unwatch', watchId: watch.id });
  const notListed = probably === undefined ? [] : [speech.say('watch.not-listed', { query })];
  const meant = didYouMean(probably, speech);
  return {
    title: takenTitle(title, watch.query, taken, speech),
    lines: [
      ...(instead === undefined ? [] : [speech.say('watch.instead', { query: short(instead) })]),
      ...(meant === undefined ? [] : [...notListed, meant]),
      speech.say(inPerson ? 'watch.explain' : 'watch.explain-here'),
    ],
    actions:
      probably === undefined
        ? [stop, button(speech.say('invite.button'), { verb: 'invite', company: query })]
        : [meantButton(probably, { intent: 'watch', instead: watch.id }, speech), stop],
    hint: speech.say('type.unwatch', { name: query }),
  };
}

/** Nothing has begun, and it is said why. */
function accepted({ query, account, taken, instead }: Accepted, speech: Speech): Note {
  const name = lineName(account);
  const since = account.accepted === undefined ? [] : [`${acceptedWords(account.accepted, speech)}.`];
  const row = account.rowCreatedAt === undefined ? [] : [`${rowSince(account.rowCreatedAt, speech)}.`];
  const typed = short(query);
  const anyway = button(speech.say('watch.anyway', { query: typed }), { verb: 'watch', query: typed, anyway: true });
  return {
    title: takenTitle(speech.say('watch.accepted-already', { name }), account.name, taken, speech),
    lines: [
      ...since,
      ...row,
      accountDetail(account, speech),
      ...(instead === undefined ? [] : [speech.say('watch.instead', { query: short(instead) })]),
      ...(taken === undefined ? [] : [speech.say('watch.nothing-begun', { query: typed })]),
    ],
    facts: takenFact(taken, speech),
    actions: [
      ...takenButtons(account.accountId, account.name, taken, speech),
      button(speech.say('show.button'), { verb: 'account', accountId: account.accountId }),
      ...(taken === undefined ? [] : [anyway]),
    ],
    hint: speech.say('type.show', { name }),
  };
}

/** The name typed is not that of a watch, but like one: nothing stops until it is chosen. */
function whichWatch(query: string, near: readonly WatchRecord[], speech: Speech): Message {
  return choicesView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say('watch.was-not', { query: short(query) }),
      lines: [speech.say('near.title')],
      rows: near.slice(0, WATCHES_SHOWN).map((watch) => watchRow(watch, speech)),
      hint: speech.say('type.watches'),
    },
    speech,
  );
}

function watchRow(watch: WatchRecord, speech: Speech): Row {
  const { reminder, since, state } = watch;
  const detail =
    reminder === undefined
      ? `${speech.say('watch.since', { date: happenedOn(since, speech) })} · ${speech.say(`watch.state.${state}`)}`
      : speech.say('remind.row', { date: happenedOn(reminder.at, speech) });
  const stop = speech.say(reminder === undefined ? 'watch.stop' : 'remind.stop');
  return row(watch.query, detail, stop, { verb: 'unwatch', watchId: watch.id });
}

function watchList(watches: readonly WatchRecord[], speech: Speech): Message {
  const rows = watches.slice(0, WATCHES_SHOWN).map((watch) => watchRow(watch, speech));
  const example = watches[0]?.query;
  return choicesView(
    {
      kicker: speech.say('watch.kicker'),
      title: listTitle(watches, speech),
      rows,
      hint:
        example === undefined
          ? speech.say('type.watch', { name: 'contoso.com' })
          : speech.say('type.unwatch', { name: short(example) }),
    },
    speech,
  );
}

function listTitle(watches: readonly WatchRecord[], speech: Speech): string {
  const reminders = watches.filter(({ reminder }) => reminder !== undefined).length;
  const count = watches.length - reminders;
  if (reminders === 0) return speech.say('watch.list', { count });
  const set = speech.say('remind.list', { count: reminders });
  return count === 0 ? set : [speech.say('watch.list', { count }), set].join(' · ');
}

function quoted(queries: readonly string[], speech: Speech): string {
  return speech.list(queries.slice(0, 20).map((query) => speech.say('quote', { text: clean(query, 40) })));
}

function short(query: string): string {
  return clean(query, 80);
}
