import type { KnownNames } from '../commands/known-names';
import type { Subject } from '../domain/told';

/** What the talk asks of the companies that the bot knows. */
export interface TalkNames {
  readonly known: KnownNames;
  /** Whether a name leads to an account, or to a customer. */
  leads(name: string): boolean;
  /** Accounts whose names are near these words, the nearest first; a few. */
  near(words: string): readonly Subject[];
  isCustomer(name: string): boolean;
  isAccount(name: string): boolean;
  /** ISO 3166 alpha-2. */
  countryOf(subject: Subject): string | undefined;
  stateOf(subject: Subject): 'open' | 'mapped' | 'ignored' | undefined;
  /** What leads to this company and to no other. */
  queryOf(subject: Subject): string;
}
