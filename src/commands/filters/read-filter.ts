import type { ConditionAsked, FilterAsked } from '../../domain/asked-filter';
import { finished, isDeed } from './drafts';
import type { FilterDraft } from './drafts';
import { FilterReading } from './reading';
import type { FilterStep } from './steps';

export interface FilterRead {
  readonly filter: FilterAsked;
  readonly notAccepted: boolean;
  /** The agreement was named, not only that somebody signed. */
  readonly saysAgreement: boolean;
}

/** What the steps ask for; undefined where they name no condition. */
export function readFilter(steps: readonly FilterStep[]): FilterRead | undefined {
  const { drafts, unclear, who } = new FilterReading(steps).read();
  if (drafts.length === 0) return undefined;
  const deeds = drafts.filter(isDeed);
  const someone = deeds.length === 0 ? undefined : who;
  const strangers = who !== undefined && who !== 'me' && deeds.length === 0 ? [who.name] : [];
  const conditions = drafts.flatMap((draft): readonly ConditionAsked[] => {
    const done = finished(draft, someone, someone !== undefined || draft.span !== undefined);
    return done === undefined ? [] : [done];
  });
  const left = [...unclear, ...strangers];
  return {
    filter: { conditions: distinct(conditions), ...(left.length === 0 ? {} : { unclear: left }) },
    saysAgreement: drafts.some(({ noun }) => noun === true),
    notAccepted: isOfInvited(drafts),
  };
}

/** Who has not accepted, or whom we invited: nobody lists these. */
function isOfInvited(drafts: readonly FilterDraft[]): boolean {
  const accepted = drafts.filter(({ kind }) => kind === 'accepted');
  if (accepted.some(({ not }) => not)) return true;
  return accepted.length === 0 && drafts.some(({ kind }) => kind === 'invited');
}

/** Who waits longer than a week is open, which is said once; who does not wait so long is open, too. */
function distinct(conditions: readonly ConditionAsked[]): readonly ConditionAsked[] {
  const waits = conditions.some((one) => one.is === 'waiting' && one.not !== true);
  const short = conditions.some((one) => one.is === 'waiting' && one.not === true);
  const open: readonly ConditionAsked[] = short ? [{ is: 'open' }] : [];
  const seen = new Set<string>();
  return [...open, ...conditions].filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return !(waits && one.is === 'open' && one.not !== true);
  });
}
