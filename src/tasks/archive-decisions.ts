import type { AccountRecord } from '../domain/account';
import { DECISIONS_KEPT } from '../domain/decision';
import type { ArchiveRecord } from '../domain/documents';
import { settle } from '../domain/settle';
import type { Versioned } from '../store';
import { changeAccount } from './change-document';
import type { Ports } from './ports';
import { archiveId } from './tell-history';

const PAGE = 6;

/**
 * Moves the oldest decisions of a long story into a document of their own. The page is written first; when we die
 * before the record lets go of them, the next run finds the page there with the same decisions, and goes on.
 */
export async function archiveDecisions(
  ports: Ports,
  stored: Versioned<AccountRecord>,
): Promise<Versioned<AccountRecord>> {
  const { document: record } = stored;
  if (record.decisions.length <= DECISIONS_KEPT) return stored;
  const page = record.decisionsArchived / PAGE;
  const moved = record.decisions.slice(0, PAGE);
  const archive: ArchiveRecord = {
    kind: 'archive',
    id: archiveId(record.id, page),
    partnerId: record.partnerId,
    format: 1,
    accountId: record.id,
    page,
    decisions: moved,
  };
  await ports.store.write({ write: 'insert', document: archive });
  const changed = await changeAccount(ports, record.id, (r) =>
    r.decisionsArchived === record.decisionsArchived
      ? settle(
          { ...r, decisions: r.decisions.slice(PAGE), decisionsArchived: r.decisionsArchived + PAGE },
          ports.clock.now(),
        )
      : undefined,
  );
  return changed.changed === 'not-there' ? stored : changed;
}
