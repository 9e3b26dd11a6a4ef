import { randomUUID } from 'node:crypto';

/** Makes ids; passed in, so that tests can foresee them. */
export interface Ids {
  next(): string;
}

export const randomIds: Ids = { next: () => randomUUID() };
