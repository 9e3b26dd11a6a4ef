import { z } from 'zod';
import { filterSchema } from './filter-payload';

const offset = z.number().int().min(0).max(1_000_000);
/** The periods that lists and histories know. */
export const period = z.enum(['today', 'yesterday', 'this_week', 'last_week', 'this_month', 'last_month']);
/** What a list holds, in which order, and which page of it is shown. */
export const listed = {
  what: z.enum(['pending', 'unmapped', 'accepted']),
  offset,
  period: period.exactOptional(),
  filter: filterSchema.exactOptional(),
  order: z.enum(['newest', 'oldest', 'largest', 'name']).exactOptional(),
};
/** What a message shows that was clicked, so that it can be redrawn. */
export const view = z.discriminatedUnion('view', [
  z.object({ view: z.literal('status') }),
  z.object({
    view: z.literal('list'),
    ...listed,
  }),
]);
