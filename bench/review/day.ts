import { MINUTE, SECOND } from '../../src/domain/time';
import type { Sandbox } from '../../src/sandbox/sandbox';
import type { SandboxTenant } from '../../src/sandbox/state';

/** What a person does on one page: a click to save it, one to choose among what is seen, two to unfold a list and choose in it. */
export const CLICKS = { save: 1, choose: 1, unfold: 2 } as const;
/** How long a person takes, by guess: to read a row, and for each click. */
const READS = 1.5 * SECOND;
const CLICKING = 1 * SECOND;

/** What one person did on the first day. */
export interface Day {
  readonly who: string;
  pages: number;
  rows: number;
  clicks: number;
  mapped: number;
  wrong: number;
  later: number;
  /** Milliseconds from a click to the next page. */
  waited: number;
}

export function newDay(who: string): Day {
  return { who, pages: 0, rows: 0, clicks: 0, mapped: 0, wrong: 0, later: 0, waited: 0 };
}

/** Counts what was chosen in one row. */
export function countRow(day: Day, { maps, right }: { readonly maps: boolean; readonly right: boolean }): void {
  day.rows += 1;
  if (maps) day.mapped += 1;
  else day.later += 1;
  if (maps && !right) day.wrong += 1;
}

export function printDays(days: readonly Day[], took: number): void {
  const sum = (of: Exclude<keyof Day, 'who'>): number => days.reduce((all, day) => all + day[of], 0);
  const people = Math.max(...days.map(({ rows, clicks }) => rows * READS + clicks * CLICKING));
  const minutes = (ms: number): string => (ms / MINUTE).toFixed(1);
  for (const { who, pages, rows, clicks, waited } of days)
    console.log(`${who.padEnd(28)}${rows} accounts on ${pages} pages, ${clicks} clicks, ${ms(waited / pages)} a page`);
  console.log(`accounts gone through       ${sum('rows')} on ${sum('pages')} pages, by ${days.length} people`);
  console.log(`mapped, wrong, for later    ${sum('mapped')}, ${sum('wrong')}, ${sum('later')}`);
  console.log(`clicks                      ${sum('clicks')}, ${(sum('clicks') / sum('rows')).toFixed(2)} an account`);
  console.log(`minutes of the bot          ${minutes(took)}`);
  console.log(`minutes with people         ${minutes(took + people)}, by guess: 1.5 s to read a row, 1 s a click`);
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

/** Every tenant of the sandbox by the domains that its row may show. */
export function tenantsByDomain({ world }: Sandbox): ReadonlyMap<string, SandboxTenant> {
  const crowd = Array.from({ length: world.crowd.tenants }, (_, at) => world.crowd.tenant(at));
  return new Map(
    [...world.state.tenants, ...crowd].flatMap((one) =>
      [`${one.label}.onmicrosoft.com`, ...one.domains].map((domain) => [domain, one] as const),
    ),
  );
}
