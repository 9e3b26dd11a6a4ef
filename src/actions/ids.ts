import { z } from 'zod';
import { wellFormed } from '../domain/unseen';

/** An account's id as payloads carry it. */
export const accountId = z.string().regex(/^account:[^\s:]{1,80}:[^\s:]{1,80}$/);

/** Any other id: of a customer, a decision, a team. */
export const id = z.string().min(1).max(300).transform(wellFormed);
