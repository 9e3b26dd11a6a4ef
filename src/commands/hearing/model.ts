/** What training makes: weights as whole numbers from -127 to 127, each set with what one of them is worth. */
export interface HearingModel {
  /** Of each place three weights, one a tag; see `viterbi.ts`. */
  readonly names: Weights;
  /** What each tag adds before another, in the measure of the weights of `names`. */
  readonly moves: readonly number[];
  /** What can be wanted, with its kind: `list:pending`, `settings:digest:off`, `unknown`. */
  readonly classes: readonly string[];
  /** Of each place one weight a class. */
  readonly wanted: Weights;
}

export interface Weights {
  readonly values: Int8Array;
  readonly unit: number;
}

/** The class of what is not for the bot, or cannot be understood. */
export const NO_INTENT = 'unknown';
