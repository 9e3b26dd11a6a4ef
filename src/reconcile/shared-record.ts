import type { AccountRecord } from '../domain/account';
import type { Versioned } from '../store';
import { changeAccount } from '../records/change-document';
import type { Changed } from '../records/change-document';
import type { Ports } from '../ports';

/**
 * One account while several parties are talked to about it at the same time. Their changes are made one after another,
 * each on top of what the one before it saved, so that they cost no more than if one had done all of it.
 */
export interface SharedRecord {
  /** The record as it was last read or saved here. */
  latest(): Versioned<AccountRecord>;
  /** Saves by compare-and-swap; when somebody else was faster, `how` decides again on what they saved. */
  change(how: (record: AccountRecord) => AccountRecord | undefined): Promise<Changed<AccountRecord, undefined>>;
  /** Somebody has changed the record who did not do it here: it is read before the next change. */
  forget(): void;
}

export function shareRecord(ports: Pick<Ports, 'store' | 'register'>, stored: Versioned<AccountRecord>): SharedRecord {
  let latest = stored;
  let isOutdated = false;
  let before: Promise<unknown> = Promise.resolve();

  async function change(
    how: (record: AccountRecord) => AccountRecord | undefined,
  ): Promise<Changed<AccountRecord, undefined>> {
    const known = isOutdated ? undefined : latest;
    const changed = await changeAccount(ports, latest.document.id, how, known);
    if (changed.changed === 'not-there') return changed;
    isOutdated = false;
    latest = { document: changed.document, etag: changed.etag };
    return changed;
  }

  return {
    latest: () => latest,
    change(how) {
      const mine = before.then(() => change(how));
      // Whoever asked is told of a failure; the next one makes an attempt of its own.
      before = mine.catch(() => undefined);
      return mine;
    },
    forget() {
      isOutdated = true;
    },
  };
}
