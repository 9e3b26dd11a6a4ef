/** What training makes: weights as whole numbers from -127 to 127, each set with what one of them is worth. */
export interface HearingModel {
  /** Of each place three weights, one a tag; see `viterbi.ts`. */
  readonly names: Weights;
  /** What each tag adds before another, in the measure of the weights of `names`. */
  readonly moves: readonly number[];
  /** What a team says of its accounts: who takes one, who lets it go, until when it waits; or one of ELSE. */
  readonly team: Judge;
  /** What is wanted else, with its kind: `list:pending`, `settings:digest:off`, `unknown`. */
  readonly wanted: Judge;
}

/** Tells classes apart: of each place one weight a class. */
export interface Judge {
  readonly classes: readonly string[];
  readonly weights: Weights;
}

export interface Weights {
  readonly values: Int8Array;
  readonly unit: number;
}

/** The class of what is not for the bot, or cannot be understood. */
export const NO_INTENT = 'unknown';

/** How the classes begin of what is not about who works on an account. */
export const ELSE = 'else';
