import type { Message } from '../../courier';
import type { InvitationsWatched, WatchOutcome } from '../../domain/watch-answers';
import { choicesView } from '../parts/choices';
import { clean } from '../words/escape';
import { didYouMean, takenName } from '../company/meant';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { row } from '../parts/rows';
import type { Row } from '../parts/rows';
import type { Speech } from '../words/speech';

/** Several watches begun at once: exactly which ones, each with its way back. */
export function watchManyView(outcomes: readonly WatchOutcome[], speech: Speech): Message {
  const begun = outcomes.filter(({ answer }) => answer.answer === 'watching' && answer.begun === 'begun');
  return choicesView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say('watch.many', { count: begun.length }),
      rows: outcomes.slice(0, ROWS).map((outcome) => watchRow(outcome, speech)),
      below: moreNames(outcomes.slice(ROWS), speech),
      hint: speech.say('type.watches'),
    },
    speech,
  );
}

/** More than so many are named only. */
const ROWS = 20;

function moreNames(outcomes: readonly WatchOutcome[], speech: Speech): readonly string[] {
  if (outcomes.length === 0) return [];
  const names = speech.list(outcomes.map(({ query }) => clean(query, 60)));
  return [speech.say('watch.more', { count: outcomes.length, names })];
}

/** Who was invited is watched; nothing has begun where that would be too many. */
export function invitationsWatchedView(answer: InvitationsWatched, speech: Speech): Message {
  if (answer.answer === 'watched') return watchManyView(answer.outcomes, speech);
  const { wanted, running, most } = answer;
  return noteView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say('watch.too-many', { count: wanted }),
      lines: [speech.say('watch.too-many.why', { running, most })],
      hint: speech.say('type.watches'),
    },
    speech,
  );
}

const BEGUN = { begun: 'watch.row.new', already: 'watch.row.already', moved: 'watch.row.moved' } as const;

function watchRow({ query, answer }: WatchOutcome, speech: Speech): Row {
  switch (answer.answer) {
    case 'watching':
      return row(
        answer.watch.query,
        [speech.say(BEGUN[answer.begun]), didYouMean(answer.near?.[0], speech)]
          .filter((part) => part !== undefined)
          .join(' · '),
        speech.say('watch.stop'),
        { verb: 'unwatch', watchId: answer.watch.id },
      );
    case 'accepted-already': {
      const same = query.toLowerCase() === answer.account.name.toLowerCase();
      const likely =
        answer.taken?.taken === 'likely' ? takenName(answer.account.name, answer.taken, speech) : undefined;
      const plain = same
        ? speech.say('watch.row.accepted')
        : speech.say('watch.row.accepted-as', { query: clean(query, 60), name: clean(answer.account.name, 60) });
      return row(answer.account.name, likely ?? plain, speech.say('show.button'), {
        verb: 'account',
        accountId: answer.account.accountId,
      });
    }
    case 'refused':
      return row(query, speech.say(`watch.refused.${answer.why}`, { most: answer.most }), speech.say('watch.button'), {
        verb: 'watch',
        query: clean(query, 80),
      });
    case 'which':
      return row(query, speech.say('which.title', { query }), speech.say('which.choose'), {
        verb: 'watch',
        query: clean(query, 80),
      });
    default:
      return row(query, speech.say('watch.row.was-not'), speech.say('watch.button'), {
        verb: 'watch',
        query: clean(query, 80),
      });
  }
}

/** Several watches ended at once: exactly which ones, each with its way back, and one for all. */
export function stoppedManyView(outcomes: readonly WatchOutcome[], speech: Speech): Message {
  const stopped = outcomes.flatMap(({ answer }) => (answer.answer === 'stopped' ? answer.queries : []));
  const rows = outcomes.flatMap(({ query, answer }) =>
    answer.answer === 'stopped'
      ? answer.queries.map((one) => stoppedRow(one, speech))
      : [
          row(query, speech.say('watch.row.was-not'), speech.say('watch.button'), {
            verb: 'watch',
            query: clean(query, 80),
          }),
        ],
  );
  return choicesView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say('watch.stopped-many', { count: stopped.length }),
      rows,
      actions: stopped.length > 1 ? watchAgainButtons(stopped, speech) : [],
      hint: speech.say('type.watches'),
    },
    speech,
  );
}

function stoppedRow(query: string, speech: Speech): Row {
  return row(query, speech.say('watch.row.stopped'), speech.say('watch.again'), {
    verb: 'watch-again',
    queries: [clean(query, 120)],
  });
}

/** What one button can carry: names and characters. */
const MOST_AGAIN = { names: 50, characters: 2000 };

/** The way back for all watches that were ended by one message; none where there are too many for one button. */
export function watchAgainButtons(queries: readonly string[], speech: Speech): readonly Button[] {
  if (queries.length > MOST_AGAIN.names || queries.join('').length > MOST_AGAIN.characters) return [];
  return [button(speech.say('watch.again'), { verb: 'watch-again', queries: [...queries] })];
}

/** Watches that are live again. */
export function watchRestoredView(queries: readonly string[], speech: Speech): Message {
  const named = speech.list(queries.slice(0, 20).map((query) => speech.say('quote', { text: clean(query, 40) })));
  return noteView(
    {
      kicker: speech.say('watch.kicker'),
      title: queries.length === 0 ? speech.say('watch.not-restored') : speech.say('watch.restored', { queries: named }),
      hint: speech.say('type.watches'),
    },
    speech,
  );
}
