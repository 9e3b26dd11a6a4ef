import { z } from 'zod';
import { wellFormed } from '../domain/unseen';
import type { UploadPlace } from '../uploads';
import { boundedText, optional } from './schema';

/** What Teams sends when a person takes a file, or does not want it. */

/** The address holds a permission of its own, which is longer than any other text. */
const address = z.string().min(1).max(16_000).transform(wellFormed);

const Upload = z.object({
  uploadUrl: address,
  contentUrl: address,
  name: optional(boundedText),
  uniqueId: optional(boundedText),
  fileType: optional(boundedText),
});

const Consent = z.object({
  action: optional(boundedText),
  context: z.unknown().optional(),
  uploadInfo: optional(Upload),
});

/** The value of a `fileConsent/invoke`; without a place to put the file it counts as not wanted. */
export function parseConsent(value: unknown): { readonly context: unknown; readonly upload?: UploadPlace } {
  const parsed = Consent.safeParse(value);
  if (!parsed.success) return { context: undefined };
  const { action, context, uploadInfo } = parsed.data;
  if (action !== 'accept' || uploadInfo === undefined) return { context };
  const { uploadUrl, contentUrl, name = '', uniqueId = '', fileType = '' } = uploadInfo;
  return { context, upload: { uploadUrl, contentUrl, name, uniqueId, fileType } };
}
