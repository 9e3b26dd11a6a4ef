/** Where Teams wants a file that a person has consented to, as the authenticated request says. */
export interface UploadPlace {
  readonly uploadUrl: string;
  /** Where the person finds the file afterwards. */
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/**
 * - `there`: the whole file has arrived
 * - `not-allowed`: the address is none that files may be sent to; nothing was sent
 * - `failed`: it did not arrive; for operators, `reason` says why
 */
export type Uploaded =
  | { readonly uploaded: 'there' }
  | { readonly uploaded: 'not-allowed' }
  | { readonly uploaded: 'failed'; readonly reason: string };

/** Puts files where people keep theirs. Never throws for what the other side answers. */
export interface Uploads {
  put(uploadUrl: string, content: Uint8Array): Promise<Uploaded>;
}
