import { LANGUAGES, localeLanguage } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { Reading } from './command';
import type { CommandFrame } from './frame';
import { FrameTree } from './frame-tree';
import type { Fit, PlacedFrame } from './frame-tree';
import type { IntentName } from './intent';
import { leaningOf } from './hearing/leaning';
import type { Leaning } from './hearing/leaning';
import { recognise } from './hearing/recognise';
import type { Recognised } from './hearing/recognise';
import { hearingModel } from './hearing/stored-model';
import { ENGLISH, lexiconOf, mayBe } from './lexicons';
import { matchFrame } from './match';
import type { HeardMessage } from './message';
import { Sentence } from './sentence';
import type { Strictness } from './sentence';
import { commandTable } from './table';

export const CHANGING: ReadonlySet<IntentName> = new Set<IntentName>([
  'watch',
  'unwatch',
  'map',
  'unmap',
  'undo',
  'settings',
  'names',
]);

/** A language other than English must fit a little better; the person's own a little worse. */
const FOREIGN = 0.3;
const OWN = -0.25;

/** One way to read the message. */
export class ReadingCandidate {
  readonly command: Command;
  readonly sentence: Sentence;
  readonly cost: number;
  private readonly frame: CommandFrame;
  private made: Reading | undefined;

  constructor(fit: Fit, { command, frame }: Entry) {
    this.command = command;
    this.frame = frame;
    this.sentence = fit.sentence;
    this.cost = fit.cost;
  }

  get strictness(): Strictness {
    return strictnessOf(this.command, this.frame);
  }

  get language(): Language {
    return this.sentence.lexicon.language;
  }

  /** What each element of the frame took: worked out for the few candidates that are looked at. */
  get reading(): Reading {
    this.made ??= new Reading(this.sentence, matchFrame(this.sentence, this.frame, this.strictness));
    return this.made;
  }
}

interface Entry extends PlacedFrame {
  readonly command: Command;
}

const TABLE: readonly Entry[] = commandTable
  .flatMap((command) => command.frames.map((frame) => ({ command, frame })))
  .map((entry, rank) => ({ ...entry, rank }));

const TREES: readonly FrameTree[] = (['reading', 'changing'] as const).map(
  (strictness) =>
    new FrameTree(
      TABLE.filter(({ command, frame }) => strictnessOf(command, frame) === strictness),
      strictness,
    ),
);

/** Every way to read the message, the likeliest first; of those that cost the same the first in the table. */
export class Candidates {
  private readonly fits: Fit[] = [];
  private learned: Leaning | undefined;
  private readonly sorted: ReadingCandidate[] = [];

  constructor(
    private readonly message: HeardMessage,
    locale: string | undefined,
    private readonly recognised?: Recognised,
  ) {
    const own = locale === undefined ? undefined : ownLanguage(locale);
    const inEnglish = new Sentence(message, ENGLISH);
    this.add(inEnglish, own === 'en' ? OWN : 0);
    const languages = mayBe(message.tokens);
    for (const language of LANGUAGES) {
      if (language === 'en' || (language !== own && !languages.has(language))) continue;
      const sentence = new Sentence(message, lexiconOf(language), inEnglish);
      this.add(sentence, language === own ? OWN : FOREIGN);
    }
  }

  /** The likeliest but `index`. Seldom more than one or two are looked at, so that the rest need no order. */
  at(index: number): ReadingCandidate | undefined {
    while (this.sorted.length <= index) {
      const next = takeLeast(this.fits);
      const entry = next ? TABLE[next.rank] : undefined;
      if (!next || !entry) return undefined;
      this.sorted.push(new ReadingCandidate(next, entry));
    }
    return this.sorted[index];
  }

  /** Those that cost less than `limit`. */
  below(limit: number): readonly ReadingCandidate[] {
    const below: ReadingCandidate[] = [];
    for (let index = 0; ; index += 1) {
      const candidate = this.at(index);
      if (!candidate || candidate.cost >= limit) return below;
      below.push(candidate);
    }
  }

  /** What the words speak for, whatever the grammar makes of them. */
  get leaning(): Leaning {
    this.learned ??= leaningOf(this.recognised ?? recognise(this.message.text, hearingModel()));
    return this.learned;
  }

  private add(sentence: Sentence, bias: number): void {
    for (const tree of TREES) tree.fit(sentence, bias, this.fits);
  }
}

/** Takes the cheapest out; of equal ones that of the first language, and the first in the table. */
function takeLeast(fits: Fit[]): Fit | undefined {
  let least = fits[0];
  let place = 0;
  for (let index = 1; index < fits.length; index += 1) {
    const fit = fits[index];
    if (!fit || !least || fit.cost > least.cost) continue;
    if (fit.cost === least.cost && (fit.sentence !== least.sentence || fit.rank > least.rank)) continue;
    least = fit;
    place = index;
  }
  fits.splice(place, 1);
  return least;
}

export function ownLanguage(locale: string | undefined): Language {
  return localeLanguage(locale) ?? 'en';
}

function strictnessOf(command: Command, frame: CommandFrame): Strictness {
  return CHANGING.has(command.name) && frame.tag !== 'list' ? 'changing' : 'reading';
}
