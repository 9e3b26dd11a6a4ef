import type { Language } from '../domain/language';
import type { BeyondTopic } from './beyond';
import type { Intent, IntentName } from './intent';
import type { KnownNames } from './known-names';

export interface UnderstandOptions {
  readonly known?: KnownNames;
  /** The person's locale, such as `de-AT`; decides between languages only where the text does not. */
  readonly locale?: string;
}

/** A whole sentence that is a command in other words. */
export interface HeardPhrase {
  readonly intent: Intent;
  readonly language: Language;
  readonly proposed?: true;
}

export type Understanding =
  | {
      readonly outcome: 'understood';
      readonly intent: Intent;
      readonly language: Language;
      /** What the reading rests on, for logs and tests: `accept "accepted"`, `NAME "Contoso"`. */
      readonly evidence: readonly string[];
      /** What the words speak for clearly, where that is something else. */
      readonly rather?: string;
      /** A change that was probably asked for, but not said plainly: it is offered, and done only on a yes. */
      readonly proposed?: true;
      /** What was asked shares its words with the intent, and no list answers it: that is said, and the list offered. */
      readonly instead?: Extract<BeyondTopic, 'not-accepted'>;
    }
  | {
      readonly outcome: 'misunderstood';
      /** The place in `text` that puzzled us; null when nothing in it was familiar. */
      readonly at: { readonly start: number; readonly end: number } | null;
      /** What was read: the message without mentions and markup. */
      readonly text: string;
      readonly language: Language;
      /** The command that was probably meant, when a part of it is missing or it was not safe to act on. */
      readonly probably?: IntentName;
      /** The commands that were near, best first, from which `nearest` is made. */
      readonly near: readonly IntentName[];
      /** Commands that can be typed instead, best first, with the names found in the text put in. */
      readonly nearest: readonly string[];
      /** Names that were probably meant. */
      readonly companies?: readonly string[];
    }
  /** Meant for us and clear, but nothing that a command answers. */
  | {
      readonly outcome: 'beyond';
      readonly topic: BeyondTopic;
      /** The one company that was named, if any. */
      readonly company?: string;
      /** Of two that are compared. */
      readonly other?: string;
      readonly text: string;
      readonly language: Language;
    }
  /** Empty, or only a mention: not for us. */
  | { readonly outcome: 'nothing' };

/** What one message asks, matter by matter, and the parts of it that ask something and were not understood. */
export interface Hearing {
  /** At least one. What is not understood stands here only alone. */
  readonly heard: readonly Understanding[];
  readonly missed: readonly string[];
  /** Matters behind as many as are answered of one message. */
  readonly over?: readonly string[];
  /** How a message goes on that is longer than what is read of one. */
  readonly unread?: string;
}
