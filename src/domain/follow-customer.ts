import type { AccountRecord } from './account';
import { settle } from './settle';
import type { Instant } from './time';
import type { WriteBack } from './write-back';
import { versionBefore } from './write-backs';

/** A customer as the directory has it now; one that is gone keeps its last name. */
export interface CustomerSeen {
  readonly name: string;
  readonly isThere: boolean;
}

/** What became of the customer that an account is mapped to. The same record when a reader would see no difference. */
export function followCustomer(record: AccountRecord, seen: CustomerSeen, now: Instant): AccountRecord {
  const { mapping } = record;
  if (mapping.state !== 'mapped') return record;
  const wasThere = mapping.customerGoneAt === undefined;
  if (mapping.customer.name === seen.name && wasThere === seen.isThere) return record;
  const { chosenAs: earlier, customerGoneAt: goneAt, ...rest } = mapping;
  const chosenAs = earlier ?? mapping.customer.name;
  return settle(
    {
      ...record,
      version: record.version + 1,
      mapping: {
        ...rest,
        customer: { id: mapping.customer.id, name: seen.name },
        ...(chosenAs === seen.name ? {} : { chosenAs }),
        ...(seen.isThere ? {} : { customerGoneAt: goneAt ?? now }),
      },
      writeBack: writeBackTo(record, seen.isThere),
    },
    now,
  );
}

/** Nothing can be written to a customer that is gone, and what was refused for that can be written when it is back. */
function writeBackTo(record: AccountRecord, isThere: boolean): WriteBack {
  const { writeBack } = record;
  const writtenVersion = versionBefore(record);
  if (isThere) {
    if (writeBack.refusal?.kind !== 'customer-gone') return writeBack;
    return { state: 'owed', writtenVersion, attempts: 0 };
  }
  // Work 365 clears what points to a customer that it deletes: nobody decided that.
  const isCleared = writeBack.state === 'conflict' && writeBack.theirs?.customer === undefined;
  return isCleared ? { state: 'refused', writtenVersion, attempts: 0, refusal: { kind: 'customer-gone' } } : writeBack;
}
