import type { Mapping } from './decision';
import type { Person } from './person';
import type { Instant } from './time';

/** Somebody is on it, so that two do not do the same. It keeps nobody from deciding, and ends with any decision. */
export interface Assignment {
  readonly by: Person;
  readonly at: Instant;
  /** Then it lapses, if nothing was decided. */
  readonly until: Instant;
  /** It has lapsed: said until somebody takes it or decides. */
  readonly lapsedAt?: Instant;
}

/** Who is on it now. */
export function assignmentOf({
  assignment,
  mapping,
}: {
  readonly assignment?: Assignment;
  readonly mapping: Mapping;
}): Assignment | undefined {
  return mapping.state !== 'open' || assignment === undefined || assignment.lapsedAt !== undefined
    ? undefined
    : assignment;
}
