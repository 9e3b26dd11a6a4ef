import type { SignInRecord } from '../domain/documents';
import type { Trouble } from '../domain/source';
import type { Secret } from '../runtime/secret';
import { seal, unseal } from './seal';

/** The newest token; undefined where there is none, or none that can be opened. */
export type OnShelf =
  { readonly ok: true; readonly token: Secret | undefined } | { readonly ok: false; readonly trouble: Trouble };

/** Where the newest refresh token lies. */
export interface TokenShelf {
  read(record: SignInRecord | undefined): Promise<OnShelf>;
  /** Gives what the record is to hold of it. */
  keep(
    token: Secret,
    recordId: string,
  ): Promise<
    | { readonly ok: true; readonly part: Pick<SignInRecord, 'sealed'> }
    | { readonly ok: false; readonly trouble: Trouble }
  >;
}

/** In the record itself, encrypted with a key from the settings. */
export function shelfInStore(key: Secret): TokenShelf {
  return {
    read: (record) =>
      Promise.resolve({
        ok: true,
        token: record?.sealed === undefined ? undefined : unseal(record.sealed, key, record.id),
      }),
    keep: (token, recordId) => Promise.resolve({ ok: true, part: { sealed: seal(token, key, recordId) } }),
  };
}
