import { z } from 'zod';
import { idField } from './ids';
import { EXPORT_FORMATS, EXPORT_TIMES, EXPORTS } from '../domain/export';

const moment = z.number().int().min(EXPORT_TIMES.from).max(EXPORT_TIMES.to);

/** The verbs of files and figures over all accounts. */
export const figureVerbs = [
  /** A file; as Excel unless said otherwise. The moments are those of the period that was asked for. */
  z.object({
    verb: z.literal('export'),
    what: z.enum(EXPORTS),
    format: z.enum(EXPORT_FORMATS).exactOptional(),
    range: z.object({ from: moment, to: moment }).exactOptional(),
    provider: idField.exactOptional(),
  }),
  z.object({ verb: z.literal('report') }),
] as const;
