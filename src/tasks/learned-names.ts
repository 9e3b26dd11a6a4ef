import { taughtName } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { NamesAnswer } from '../domain/answers';
import type { CustomerRef } from '../domain/decision';
import { setTeaches } from '../domain/mapping';
import { changeAccount } from '../records/change-document';
import type { Ports } from '../ports';

const PAGE = 8;

type LearnedName = NamesAnswer['names'][number];

/**
 * Names that decisions here taught: those that differ from the customer's own name, the newest first, page by page. What Work 365
 * had decided leads to its customer as well, but nobody here taught it, and nobody knows who did: it is only counted.
 */
export function learnedNames(ports: Ports, from = 0): NamesAnswer {
  const learned: LearnedName[] = [];
  let fromWork365 = 0;
  for (const record of ports.register.allAccounts()) {
    const { mapping } = record;
    if (!isTaught(record) || mapping.state !== 'mapped') continue;
    if (mapping.by.kind === 'work365') fromWork365 += 1;
    else learned.push({ ...nameOf(record, mapping.customer), by: mapping.by.person.name, at: mapping.at });
  }
  learned.sort((a, b) => b.at - a.at);
  const offset = Math.min(Math.max(0, from), Math.max(0, Math.ceil(learned.length / PAGE) - 1) * PAGE);
  return { names: learned.slice(offset, offset + PAGE), offset, total: learned.length, fromWork365 };
}

/** Takes a learned name back. The mapping stays; it only teaches nothing any more. */
export async function forgetName(ports: Ports, record: AccountRecord): Promise<NamesAnswer> {
  await changeAccount(ports, record.id, (r) => setTeaches(r, false, ports.clock.now()));
  const rest = learnedNames(ports);
  if (!isTaught(record) || record.mapping.state !== 'mapped') return rest;
  return { ...rest, forgotten: { name: taughtName(record), customer: record.mapping.customer } };
}

function isTaught(record: AccountRecord): boolean {
  const { mapping } = record;
  return mapping.state === 'mapped' && mapping.teaches && mapping.customer.name !== taughtName(record);
}

function nameOf(record: AccountRecord, customer: CustomerRef): Pick<LearnedName, 'accountId' | 'name' | 'customer'> {
  return { accountId: record.id, name: taughtName(record), customer };
}
