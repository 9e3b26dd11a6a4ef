import { DECISIONS_KEPT } from '../domain/decision';
import { archiveId } from '../domain/documents';
import type { ArchiveRecord } from '../domain/documents';
import { settle } from '../domain/settle';
import type { SharedRecord } from './shared-record';
import type { Ports } from '../ports';

const PAGE = 6;

/**
 * Moves the oldest decisions of a long story into a document of their own. The page is written first; when we die
 * before the record lets go of them, the next run finds the page there with the same decisions, and goes on.
 */
export async function archiveDecisions(ports: Ports, shared: SharedRecord): Promise<void> {
  const { document: record } = shared.latest();
  if (record.decisions.length <= DECISIONS_KEPT) return;
  const page = record.decisionsArchived / PAGE;
  const archive: ArchiveRecord = {
    kind: 'archive',
    id: archiveId(record.id, page),
    partnerId: record.partnerId,
    format: 1,
    accountId: record.id,
    page,
    decisions: record.decisions.slice(0, PAGE),
  };
  await ports.store.write({ write: 'insert', document: archive });
  await shared.change((r) =>
    r.decisionsArchived === record.decisionsArchived
      ? settle(
          { ...r, decisions: r.decisions.slice(PAGE), decisionsArchived: r.decisionsArchived + PAGE },
          ports.clock.now(),
        )
      : undefined,
  );
}
