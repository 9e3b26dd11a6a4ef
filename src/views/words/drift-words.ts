import type { AccountRecord } from '../../domain/account';
import type { Drift } from '../../domain/drift';
import { clean, shortName } from './escape';
import type { Speech } from './speech';

/** What does not go together in a mapping, a sentence each. */
export function driftLines(
  drift: readonly Drift[],
  { mapping }: Pick<AccountRecord, 'mapping'>,
  speech: Speech,
): readonly string[] {
  if (mapping.state !== 'mapped') return [];
  const customer = shortName(mapping.customer.name);
  return drift.map((one) => driftLine(one, customer, speech));
}

function driftLine(drift: Drift, customer: string, speech: Speech): string {
  switch (drift.drift) {
    case 'two-customers':
      return speech.say('drift.two-customers', {
        provider: shortName(drift.provider),
        other: shortName(drift.customer.name),
      });
    case 'nothing-in-common': {
      const names = drift.accounts.map(({ name, provider }) =>
        speech.say('sisters.named', { name: shortName(name), provider: shortName(provider) }),
      );
      return speech.say('drift.nothing-in-common', { customer, names: speech.list(names) });
    }
    case 'duplicate': {
      const records = drift.records.map(({ name, number }) =>
        number === undefined ? shortName(name) : `${shortName(name)} · ${clean(number, 40)}`,
      );
      return speech.say('drift.duplicate', { customer, records: speech.list(records), count: records.length });
    }
  }
}
