import type { Directory } from '../directory';
import type { Trouble } from '../domain/source';

const NOTHING_SET: Trouble = {
  source: 'customer-file',
  kind: 'misconfigured',
  detail: 'no directory of customers is configured',
  remedy: 'Set DATAVERSE_URL for Work 365, or DIRECTORY_FILE for a list of customers.',
};

/** Stands in while no directory is configured: acceptance can be asked for, and there is nobody to map to. */
export function createNoDirectory(): Directory {
  return {
    source: 'customer-file',
    writesBack: false,
    async *listCustomers() {
      // There are none.
    },
    async *listRows() {
      // There are none.
    },
    listProviders: () => Promise.resolve({ look: 'absent' }),
    readRow: () => Promise.resolve({ look: 'absent' }),
    writeMapping: () => Promise.resolve({ outcome: 'failed', trouble: NOTHING_SET }),
    check: () => Promise.resolve([NOTHING_SET]),
    badRows: () => [],
    badAccountRows: () => [],
    mayBeUnread: () => false,
  };
}
