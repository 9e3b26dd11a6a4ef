import type { Message } from '../courier';
import type { WatchAnswer } from '../domain/answers';
import type { WatchRecord } from '../domain/documents';
import { acceptedWords } from './acceptance-words';
import { choicesView } from './choices';
import { clean, shortName } from './escape';
import { noteView } from './message-card';
import type { Note } from './message-card';
import { button } from './parts';
import { accountDetail } from './rows';
import { row } from './rows';
import { rowSince } from './since-words';
import type { Speech } from './speech';
import { happenedOn } from './times';
import { watchAgain } from './watch-many';

const WATCHES_SHOWN = 10;

/** What a person waits for: begun, stopped, listed. */
export function watchView(answer: WatchAnswer, speech: Speech): Message {
  if (answer.answer === 'list') return watchList(answer.watches, speech);
  return noteView({ kicker: speech.say('watch.kicker'), ...watchNote(answer, speech) }, speech);
}

type Simple = Exclude<WatchAnswer, { readonly answer: 'list' }>;

function watchNote(answer: Simple, speech: Speech): Note {
  switch (answer.answer) {
    case 'watching': {
      const query = short(answer.watch.query);
      return {
        title: speech.say(answer.already ? 'watch.already' : 'watch.watching', { query }),
        lines: [speech.say('watch.explain')],
        actions: [
          button(speech.say('watch.stop'), { verb: 'unwatch', watchId: answer.watch.id }),
          button(speech.say('invite.button'), { verb: 'invite', company: query }),
        ],
        hint: speech.say('type.unwatch', { name: query }),
      };
    }
    case 'accepted-already': {
      const { account } = answer;
      const since = account.accepted === undefined ? [] : [`${acceptedWords(account.accepted, speech)}.`];
      const row = account.rowCreatedAt === undefined ? [] : [`${rowSince(account.rowCreatedAt, speech)}.`];
      return {
        title: speech.say('watch.accepted-already', { name: shortName(account.name) }),
        lines: [...since, ...row, accountDetail(account, speech)],
        actions: [button(speech.say('show.button'), { verb: 'account', accountId: account.accountId })],
        hint: speech.say('type.show', { name: shortName(account.name) }),
      };
    }
    case 'stopped':
      return {
        title: speech.say('watch.stopped', { queries: quoted(answer.queries, speech) }),
        actions: watchAgain(answer.queries, speech),
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
    case 'personal-only':
      return { title: speech.say('watch.personal-only') };
  }
}

function watchList(watches: readonly WatchRecord[], speech: Speech): Message {
  const rows = watches.slice(0, WATCHES_SHOWN).map((watch) => {
    const detail = `${speech.say('watch.since', { date: happenedOn(watch.since, speech) })} · ${speech.say(`watch.state.${watch.state}`)}`;
    return row(watch.query, detail, speech.say('watch.stop'), { verb: 'unwatch', watchId: watch.id });
  });
  const example = watches[0]?.query;
  return choicesView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say('watch.list', { count: watches.length }),
      rows,
      hint:
        example === undefined
          ? speech.say('type.watch', { name: 'contoso.com' })
          : speech.say('type.unwatch', { name: short(example) }),
    },
    speech,
  );
}

function quoted(queries: readonly string[], speech: Speech): string {
  return speech.list(queries.slice(0, 20).map((query) => speech.say('quote', { text: clean(query, 40) })));
}

function short(query: string): string {
  return clean(query, 80);
}
