import { z } from 'zod';
import { wellFormed } from '../domain/unseen';

/** An account's id as payloads carry it. */
export const accountIdField = z.string().regex(/^account:[^\s:]{1,80}:[^\s:]{1,80}$/);

/** Any other id: of a customer, a decision, a team. */
export const idField = z.string().min(1).max(300).transform(wellFormed);

/** A line that somebody typed. */
export const typed = z.string().trim().min(1).max(300).transform(wellFormed);

/** Accounts of the same company that are decided about with the one of the card, and what the card showed of them. */
export const also = z
  .array(z.object({ accountId: accountIdField, asOf: z.number().int().min(0) }))
  .min(1)
  .max(9)
  .exactOptional();

/** What was asked of a company before it was clear which one is meant. */
export const intent = z.enum([
  'status',
  'show',
  'subscriptions',
  'licences',
  'services',
  'users',
  'who-mapped',
  'history',
  'unmap',
  'map',
  'create',
  'assign',
  'unassign',
  'request',
  'remind',
  'snooze',
  'wake',
  'announced',
  'mute',
  'unmute',
]);
