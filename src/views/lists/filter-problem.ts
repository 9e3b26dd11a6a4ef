import type { AccountFilter } from '../../domain/account-filter';
import type { ListAnswer } from '../../domain/answers';
import type { TimeZone } from '../../domain/calendar';
import type { Instant } from '../../domain/time';
import type { FilterProblem } from '../../domain/filter-problem';
import type { Message } from '../../courier';
import { noteView } from '../parts/message-card';
import { choicesView } from '../parts/choices';
import { button } from '../parts/parts';
import { row } from '../parts/rows';
import { clean, shortName } from '../words/escape';
import { filterWords } from '../words/filter-words';
import type { Speech } from '../words/speech';

export interface FilterProblems {
  readonly what: ListAnswer['what'];
  /** What of the question was understood. */
  readonly filter: AccountFilter;
  readonly problems: readonly FilterProblem[];
  readonly now: Instant;
  readonly zone: TimeZone;
  /** The names of the providers that the filter speaks of, by id. */
  readonly providers: ReadonlyMap<string, string>;
}

const NAMED = 6;

/** What of a question about many accounts was not understood, and the list without it to click. */
export function filterProblemView({ what, filter, problems, now, providers }: FilterProblems, speech: Speech): Message {
  const lines = problems.map((problem) => problemWords(problem, speech));
  const [first = '', ...more] = lines;
  const said = filter.length === 0 ? undefined : filterWords(filter, { now, providers }, speech);
  const rows =
    said === undefined
      ? []
      : [row(said, '', speech.say('filter.without.ask'), { verb: 'list', what, offset: 0, filter })];
  return choicesView(
    {
      kicker: speech.say('list.kicker'),
      title: first,
      lines: [...more, ...(said === undefined ? [] : [speech.say('filter.without')])],
      rows,
      actions: [button(speech.say('not-understood.help'), { verb: 'help', topic: 'list' })],
    },
    speech,
  );
}

function problemWords(problem: FilterProblem, speech: Speech): string {
  switch (problem.problem) {
    case 'unclear':
      return speech.say('filter.unclear', { words: clean(problem.words, 60) });
    case 'company':
      return speech.say('filter.no-company', { name: clean(problem.name, 60) });
    case 'place':
      return problem.providers.length < 2
        ? speech.say('filter.no-place', { place: clean(problem.place, 60) })
        : speech.say('filter.no-place-of', {
            place: clean(problem.place, 60),
            providers: names(problem.providers, speech),
          });
    case 'provider':
      return noProvider(problem, speech);
    case 'nobody':
      return problem.known.length === 0
        ? speech.say('filter.nobody', { name: clean(problem.name, 60) })
        : speech.say('filter.nobody-of', { name: clean(problem.name, 60), known: names(problem.known, speech) });
    case 'several':
      return speech.say('filter.several', { name: clean(problem.name, 60), known: names(problem.known, speech) });
  }
}

/** What was asked of a provider that we do not have. */
export function noProviderView(asked: NoProvider, speech: Speech): Message {
  return noteView({ kicker: speech.say('everywhere.kicker'), title: noProvider(asked, speech), lines: [] }, speech);
}

interface NoProvider {
  readonly words: string;
  readonly providers: readonly string[];
}

function noProvider({ words, providers }: NoProvider, speech: Speech): string {
  return speech.say('filter.no-provider', { words: clean(words, 60), providers: names(providers, speech) });
}

function names(all: readonly string[], speech: Speech): string {
  const shown = all.slice(0, NAMED).map((name) => shortName(name));
  return speech.list(all.length > NAMED ? [...shown, '…'] : shown);
}
