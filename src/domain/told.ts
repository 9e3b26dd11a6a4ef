/** A company as an answer speaks of it: an account, or one that has none, by the name that the answer has for it. */
export interface Subject {
  readonly name: string;
  readonly accountId?: string;
}

/** What was asked, as it is kept: the name of a command beside its arguments. */
export interface ToldCommand {
  readonly name: string;
  readonly [argument: string]: unknown;
}

/**
 * What one answer was about, made where the answer is made: the talk goes on from it.
 * `command` is what was carried out, or would be if it were known which company is meant; absent when nothing was
 * understood, or nothing that a command answers.
 */
export interface Told {
  readonly command?: ToldCommand;
  /** The companies whose facts the answer tells, or for which it offers a change or made one. */
  readonly about: readonly Subject[];
  /** What the answer lists, in the order shown, the pages before included; choices of a question, too. */
  readonly listed: readonly Subject[];
  /** Those of a like name that the answer offers instead of whom it could not find. */
  readonly near?: readonly Subject[];
  /** The answer is held back until it is known which company, or which customer of ours, is meant. */
  readonly asks?: 'company' | 'customer';
  /** The payload of the button that a "yes" stands for. */
  readonly offer?: object;
  /** The payload of the button that takes back what was done; `nothing` where it was asked for and not done. */
  readonly undo?: object | 'nothing';
  /** Of a list with pages: where the one that was shown begins and ends, how many there are, and the buttons to others. */
  readonly page?: ToldPage;
}

export interface ToldPage {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly next?: object;
  readonly previous?: object;
}

const NOTHING: Told = { about: [], listed: [] };

/** What several answers to one message were about; the last command counts where they answer several. */
export function toldTogether(parts: readonly (Told | undefined)[]): Told | undefined {
  const told = parts.filter((part) => part !== undefined);
  const [first, ...more] = told;
  if (first === undefined || more.length === 0) return first;
  const about = distinctSubjects(told.flatMap((part) => part.about));
  const command = told.map((part) => part.command).reduce(joined, undefined);
  const offers = told.flatMap((part) => (part.offer === undefined ? [] : [part.offer]));
  const asks = about.length === 0 ? told.find((part) => part.asks !== undefined)?.asks : undefined;
  const [offer, another] = offers;
  const wasNothing = told.every(({ undo }) => undo === 'nothing');
  return {
    ...NOTHING,
    ...(command === undefined ? {} : { command }),
    about,
    listed: distinctSubjects(told.flatMap((part) => part.listed)),
    ...(asks === undefined ? {} : { asks }),
    ...(wasNothing ? { undo: 'nothing' as const } : {}),
    // Two offers are answered by their buttons: nobody can know which of them a "yes" is for.
    ...(offer === undefined || another !== undefined ? {} : { offer }),
  };
}

/** The same command about several companies is one. */
function joined(before: ToldCommand | undefined, next: ToldCommand | undefined): ToldCommand | undefined {
  if (before === undefined || next === undefined) return next ?? before;
  const { companies: some, ...first } = before;
  const { companies: others, ...second } = next;
  const same = Array.isArray(some) && Array.isArray(others) && JSON.stringify(first) === JSON.stringify(second);
  // `Array.isArray` makes them arrays of anything.
  return same
    ? { ...before, companies: [...new Set([...(some as readonly unknown[]), ...(others as readonly unknown[])])] }
    : next;
}

export function sameSubject(a: Subject, b: Subject): boolean {
  if (a.accountId !== undefined || b.accountId !== undefined) return a.accountId === b.accountId;
  return a.name.toLowerCase() === b.name.toLowerCase();
}

export function distinctSubjects(subjects: readonly Subject[]): readonly Subject[] {
  return subjects.filter((one, at) => subjects.findIndex((other) => sameSubject(one, other)) === at);
}
