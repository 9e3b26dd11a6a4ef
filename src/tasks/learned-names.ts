import type { AccountRecord } from '../domain/account';
import type { NamesAnswer } from '../domain/answers';
import { setTeaches } from '../domain/mapping';
import { changeAccount } from './change-document';
import type { Ports } from './ports';

const SHOWN = 20;

/** Names that decisions taught: those that differ from the customer's own name. The newest first. */
export function learnedNames(ports: Ports): NamesAnswer {
  const learned = [...ports.register.allAccounts()].map(nameOf).filter((n) => n !== undefined);
  learned.sort((a, b) => b.at - a.at);
  return { names: learned.slice(0, SHOWN), total: learned.length };
}

/** Takes a learned name back. The mapping stays; it only teaches nothing any more. */
export async function forgetName(ports: Ports, record: AccountRecord): Promise<NamesAnswer> {
  const name = nameOf(record);
  await changeAccount(ports, record.id, (r) => setTeaches(r, false, ports.clock.now()));
  const rest = learnedNames(ports);
  return name === undefined ? rest : { ...rest, forgotten: { name: name.name, customer: name.customer } };
}

function nameOf(record: AccountRecord): NamesAnswer['names'][number] | undefined {
  const { mapping } = record;
  if (mapping.state !== 'mapped' || !mapping.teaches || mapping.customer.name === record.tenant.name) return undefined;
  const by = mapping.by.kind === 'person' ? mapping.by.person.name : (mapping.by.name ?? 'Work 365');
  return { accountId: record.id, name: record.tenant.name, customer: mapping.customer, by, at: mapping.at };
}
