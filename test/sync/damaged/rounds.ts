import { MINUTE } from '../../../src/domain/time';

/** How many seeds are tried, and how often the source is read and damaged with each. */
const SERIES = 7;
const ROUNDS = 100;

export interface Damaged {
  /** What the source suffers, in words: "a customer file suffers". */
  readonly whatever: string;
  readonly begin: (seed: string) => Promise<void>;
  readonly round: () => Promise<void>;
  /** What was read in this round, for whoever looks for a fault. */
  readonly told: () => string;
  readonly close: () => Promise<void>;
}

/** In every round no sync stops, nothing is lost and nothing is hidden. */
export function itStandsDamage({ whatever, begin, round, told, close }: Damaged): void {
  it.each(Array.from({ length: SERIES }, (_, series) => `series ${series + 1}`))(
    `whatever ${whatever}, in ${ROUNDS} rounds no sync stops, nothing is lost and nothing is hidden: %s`,
    async (seed) => {
      await begin(seed);
      try {
        for (let number = 1; number <= ROUNDS; number += 1) {
          try {
            await round();
          } catch (error) {
            throw new Error(`round ${number} of ${seed}: ${told()}`, { cause: error });
          }
        }
      } finally {
        await close();
      }
    },
    2 * MINUTE,
  );
}
