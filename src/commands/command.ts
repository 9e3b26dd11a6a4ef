import type { Language } from '../domain/language';
import type { Concept } from './concept';
import { companiesIn, nameOf } from './companies';
import type { CommandFrame, Slot } from './frame';
import type { Intent, IntentName } from './intent';
import type { Match } from './match';
import type { Sentence } from './sentence';

export type Scope = 'personal' | 'team' | 'groupChat';

export const EVERYWHERE: readonly Scope[] = ['personal', 'team', 'groupChat'];

/** One thing that can be asked: its grammar, its examples, and what the help says of it. */
export interface Command {
  readonly name: IntentName;
  /** Message key of the help line. */
  readonly help: string;
  /** The help line in English, from which the catalogues are made. */
  readonly summary: string;
  readonly scopes: readonly Scope[];
  /** Whether the manifest's command list offers it, under its first example. */
  readonly listed: boolean;
  /** Concepts that suggest the command when nothing could be read. */
  readonly cues: readonly Concept[];
  readonly frames: readonly CommandFrame[];
  /** Sentences that must be read as this command; the first is its canonical form. `{name}` marks a company. */
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  /** The intent, `ambiguous` when the same words can be cut in two ways, or undefined when the frame fits by accident. */
  readonly build: (reading: Reading) => Intent | 'ambiguous' | undefined;
}

/** A match as the commands see it. */
export class Reading {
  constructor(
    readonly sentence: Sentence,
    readonly match: Match,
  ) {}

  get tag(): string {
    return this.match.frame.tag;
  }

  /** The companies in a slot; undefined when the slot is empty. */
  companies(slot: Slot = 'NAME'): readonly string[] | undefined {
    const part = this.part(slot);
    if (!part) return undefined;
    const names = companiesIn(this.sentence, part);
    return names.length > 0 ? names : undefined;
  }

  /** The slot as one name. */
  name(slot: Slot): string | undefined {
    const part = this.part(slot);
    const name = part ? nameOf(this.sentence, part, part.end) : '';
    return name === '' ? undefined : name;
  }

  part(slot: Slot) {
    return this.match.parts.find((part) => part.slot === slot);
  }

  /** The value of the last part that stands for this concept, such as `today` for `period`. */
  value(concept: Concept): string | undefined {
    return this.match.parts.findLast((part) => part.concept === concept)?.value;
  }

  took(concept: Concept): boolean {
    return this.match.parts.some((part) => part.concept === concept);
  }

  /** The value of a concept anywhere in the message, whether the frame asked for it or not. */
  anywhere(concept: Concept): string | undefined {
    return this.sentence.hitsOf(concept).find((hit) => hit.value !== undefined)?.value;
  }
}
