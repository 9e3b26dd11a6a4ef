import type { Duration, Span } from '../../domain/span';
import type { ConditionAsked, WhoAsked } from '../../domain/asked-filter';
import type { ConditionWord } from './steps';

/** A condition while it is being read; several words may belong to one. */
export interface FilterDraft {
  kind: Kind;
  not: boolean;
  clause: number;
  span?: Span;
  longer?: Duration;
  shorter?: boolean;
  countries: string[];
  place?: string;
  names: string[];
  /** An admin access that ends, or has ended. */
  end?: 'ends' | 'ended';
  /** "Agreement" was said, not only "signed". */
  noun?: boolean;
}

export type Kind =
  | 'open'
  | 'waiting'
  | 'mapped'
  | 'ignored'
  | 'decided'
  | 'accepted'
  | 'ended'
  | 'signed'
  | 'admin'
  | 'admin-pending'
  | 'subscribed'
  | 'in-work365'
  | 'shared'
  | 'drift'
  | 'snoozed'
  | 'invited'
  | 'country'
  | 'place'
  | 'company';

/** What each word begins, or goes on with. Words that only add to another condition have none. */
export const KIND_OF: Readonly<Partial<Record<ConditionWord, Kind>>> = {
  work365: 'in-work365',
  shared: 'shared',
  drift: 'drift',
  snoozed: 'snoozed',
  unsigned: 'signed',
  agreement: 'signed',
  sign: 'signed',
  nothing: 'subscribed',
  subscription: 'subscribed',
  admin: 'admin',
  ignored: 'ignored',
  open: 'open',
  wait: 'waiting',
  mapped: 'mapped',
  decided: 'decided',
  accepted: 'accepted',
  ended: 'ended',
  invited: 'invited',
  country: 'country',
};

const DATED: ReadonlySet<Kind> = new Set<Kind>(['mapped', 'ignored', 'decided', 'accepted', 'ended', 'signed']);

/** Whether a period can say when it happened. */
export function takesSpan(draft: FilterDraft): boolean {
  // Of what is not in Work 365 nobody can say since when it is not.
  const dated = DATED.has(draft.kind) || (draft.kind === 'in-work365' && !draft.not);
  return draft.span === undefined && (dated || draft.end !== undefined);
}

export function isDeed({ kind }: FilterDraft): boolean {
  return kind === 'mapped' || kind === 'ignored' || kind === 'decided';
}

/** Within a month is soon. */
const SOON: Span = { next: { count: 30, unit: 'day' } };

/** The finished condition; undefined where the words do not make one. */
export function finished(draft: FilterDraft, who: WhoAsked | undefined, byDeed: boolean): ConditionAsked | undefined {
  const { kind, span, longer, countries, place, names } = draft;
  const not = draft.not ? { not: true as const } : {};
  const when = span === undefined ? {} : { span };
  switch (kind) {
    case 'mapped':
    case 'ignored':
    case 'decided': {
      if (!byDeed && kind !== 'decided') return kind === 'mapped' && draft.not ? { is: 'open' } : { is: kind, ...not };
      const verdict = kind === 'decided' ? {} : { verdict: kind };
      return { is: 'decided', ...verdict, ...(who === undefined ? {} : { who }), ...when, ...not };
    }
    case 'waiting':
      if (longer === undefined) return { is: 'open', ...not };
      return { is: 'waiting', longer, ...(draft.shorter === true || draft.not ? { not: true } : {}) };
    case 'admin':
      if (draft.end === undefined) return { is: 'admin', ...not };
      return draft.end === 'ended'
        ? { is: 'admin-ended', ...when, ...not }
        : { is: 'admin-ends', span: span ?? SOON, ...not };
    case 'accepted':
    case 'ended':
    case 'signed':
    case 'in-work365':
      return { is: kind, ...when, ...not };
    case 'country':
      return { is: 'country', countries, ...not };
    case 'place':
      return place === undefined ? undefined : { is: 'place', place, ...not };
    case 'company':
      return { is: 'company', names, ...not };
    // No list knows whom we invited: what is left of the question is answered, and that said.
    case 'invited':
      return undefined;
    default:
      return { is: kind, ...not };
  }
}
