import { z } from 'zod';
import { wellFormed } from '../domain/unseen';

/** An account's id as payloads carry it. */
export const accountIdField = z.string().regex(/^account:[^\s:]{1,80}:[^\s:]{1,80}$/);

/** Any other id: of a customer, a decision, a team. */
export const idField = z.string().min(1).max(300).transform(wellFormed);
