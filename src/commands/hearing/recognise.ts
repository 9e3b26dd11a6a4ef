import type { Language } from '../../domain/language';
import type { Intent, IntentName } from '../intent';
import { commandTable } from '../table';
import { softmax } from './softmax';
import { normalise } from '../normalise';
import { namesFor, toIntent } from './details';
import { intentPlaces } from './intent-places';
import { ELSE, NO_INTENT } from './model';
import type { HearingModel, Judge } from './model';
import type { KnownMark } from './name-features';
import { NamesIn, ofOneChange } from './names-in';
import { OUT } from './viterbi';
import { heardWords } from './words';
import type { HeardWords } from './words';

const WARNS: ReadonlySet<string> = new Set(['risk', 'howto', 'why']);

/** What changes something of several companies only where they are listed. */
const ONE_CHANGE: ReadonlySet<string> = new Set(['watch', 'unwatch', 'unmap', 'assign', 'unassign', 'snooze', 'wake']);

export interface Recognised {
  readonly words: HeardWords;
  /** What is wanted with its kind (`list:pending`), and how likely that is: of all classes together 1. */
  readonly wanted: string;
  readonly share: number;
  readonly shares: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly language: Language;
  /** Whether words outside the names ask or report. */
  readonly warned: boolean;
  /** Whether they ask how something is done, and with which command. */
  readonly howTo: boolean;
  readonly cue: IntentName | undefined;
  /** Undefined where nothing is asked, or something that the command needs does not stand in the message. */
  readonly intent: Intent | undefined;
}

/** What a message wants by what was learned: first which words are names, then what the rest asks, then its details. */
export function recognise(
  text: string,
  model: HearingModel,
  known: (words: HeardWords) => readonly KnownMark[] = () => [],
  own: Language = 'en',
): Recognised {
  const words = heardWords(normalise(text), own);
  const found = new NamesIn(words, known(words), model);
  const shares = sharesOf(intentPlaces(words, found.tags), model);
  const { wanted, share } = likeliest(shares);
  const tags = found.withNames(...namesFor(wanted));
  const all = found.named(tags);
  const names = ONE_CHANGE.has(wanted) ? ofOneChange(all, words.text) : all;
  return {
    words,
    wanted,
    share,
    shares,
    names,
    language: words.language,
    warned: words.hits.some((here, at) => tags[at] === OUT && here.some(({ concept }) => WARNS.has(concept))),
    ...cuesIn(words, tags),
    intent: toIntent(wanted, names, words, tags),
  };
}

function cuesIn({ hits }: HeardWords, tags: ArrayLike<number>): Pick<Recognised, 'howTo' | 'cue'> {
  const concepts = hits.flatMap((here, at) => (tags[at] === OUT ? here.map((hit) => hit.concept) : []));
  const commands = concepts.flatMap((concept) => commandTable.filter(({ cues }) => cues.includes(concept)));
  return { howTo: concepts.includes('howto'), cue: commands.find(({ name }) => name !== 'help')?.name };
}

function likeliest(shares: ReadonlyMap<string, number>): Pick<Recognised, 'wanted' | 'share'> {
  let best = { wanted: NO_INTENT, share: 0 };
  for (const [wanted, share] of shares) if (share > best.share) best = { wanted, share };
  return best;
}

/** So likely must all else be that what a team says is not looked at. */
const MOSTLY = 0.5;

/** Few utterances say what a team says of its accounts: where all else is likelier, they take nothing from it. */
function sharesOf(places: readonly number[], { team, wanted }: HearingModel): ReadonlyMap<string, number> {
  const ofTeam = judged(places, team);
  let rest = 0;
  for (const [name, share] of ofTeam) {
    if (!name.startsWith(ELSE)) continue;
    rest += share;
    ofTeam.delete(name);
  }
  const shares = judged(places, wanted);
  if (rest > MOSTLY) return shares;
  for (const [name, share] of shares) ofTeam.set(name, rest * share);
  return ofTeam;
}

function judged(places: readonly number[], { classes, weights }: Judge): Map<string, number> {
  const { values, unit } = weights;
  const size = classes.length;
  const sums = new Float64Array(size);
  for (const place of places)
    for (let index = 0; index < size; index += 1)
      sums[index] = (sums[index] ?? 0) + (values[place * size + index] ?? 0);
  const scale = unit / Math.sqrt(Math.max(1, places.length));
  const shares = softmax(Array.from(sums, (sum) => sum * scale));
  return new Map(classes.map((name, at) => [name, shares[at] ?? 0]));
}
