import type { AccountPicture, CandidateLine } from '../../domain/answers';
import { seenAccounts } from '../../domain/sister';
import type { Sister, SisterDecided } from '../../domain/sister';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { shortName } from '../words/escape';
import { actorName } from '../words/mapping-words';
import type { Speech } from '../words/speech';

/** "Under other providers: TD SYNNEX: mapped to Fabrikam Ltd; Pax8: open"; undefined where the company has nothing there. */
export function sistersLine({ record, sisters = [] }: AccountPicture, speech: Speech): string | undefined {
  if (sisters.length === 0) return undefined;
  const own = shortName(record.tenant.name);
  const list = sisters.map((sister) => sisterWords(sister, own, speech)).join('; ');
  return speech.say('sisters.line', { list });
}

function sisterWords({ state, name, provider, customer }: Sister, own: string, speech: Speech): string {
  const called = shortName(name) === own ? shortName(provider) : named({ name, provider }, speech);
  return speech.say(`sisters.${state}`, { provider: called, customer: shortName(customer?.name ?? '') });
}

function named({ name, provider }: Pick<Sister, 'name' | 'provider'>, speech: Speech): string {
  return speech.say('sisters.named', { name: shortName(name), provider: shortName(provider) });
}

/** Maps the account and its undecided sisters by one click; undefined where there is nobody to map with it. */
export function mapAllButton(
  { record, along = [], verdict }: AccountPicture,
  { customer }: CandidateLine,
  speech: Speech,
): Button | undefined {
  if (along.length === 0) return undefined;
  const { id: accountId, mappingVersion: asOf, tenant } = record;
  const names = speech.list([shortName(tenant.name), ...along.map((sister) => named(sister, speech))]);
  return button(
    speech.say('sisters.map-all', { count: along.length + 1 }),
    { verb: 'pick', accountId, customerId: customer.id, asOf, also: [...seenAccounts(along)] },
    {
      style: verdict === 'this-one' ? 'positive' : 'default',
      tooltip: speech.say('sisters.map-all-tooltip', { names, customer: shortName(customer.name) }),
    },
  );
}

/** Takes back what one click decided about several accounts; undefined where it was this one alone. */
export function undoAllButton({ record, sisters = [] }: AccountPicture, speech: Speech): Button | undefined {
  const { mapping, id: accountId, mappingVersion: asOf, tenant } = record;
  if (mapping.state !== 'mapped') return undefined;
  const { decisionId } = mapping;
  const together = sisters.filter((sister) => sister.state === 'mapped' && sister.decisionId === decisionId);
  if (together.length === 0) return undefined;
  const names = speech.list([shortName(tenant.name), ...together.map((sister) => named(sister, speech))]);
  return button(
    speech.say('sisters.undo-all', { count: together.length + 1 }),
    { verb: 'undo', accountId, seen: decisionId, asOf, also: [...seenAccounts(together)] },
    { tooltip: speech.say('sisters.undo-all-tooltip', { names }) },
  );
}

/** What became of the others that one click decided about; a sentence for those that went well, and one for each other. */
export function alongWords(
  along: readonly SisterDecided[],
  verb: 'mapped' | 'undone',
  speech: Speech,
): readonly string[] {
  const done = along.filter(({ outcome }) => outcome === 'done').map((one) => named(one, speech));
  const left = along.filter(({ outcome }) => outcome === 'left').map((one) => named(one, speech));
  return [
    ...(done.length === 0 ? [] : [speech.say(`along.${verb}`, { names: speech.list(done) })]),
    ...along.flatMap((one) => notDone(one, speech)),
    ...(left.length === 0 ? [] : [speech.say('along.left', { names: speech.list(left) })]),
  ];
}

function notDone(one: SisterDecided, speech: Speech): readonly string[] {
  const { outcome, by, customer } = one;
  const name = named(one, speech);
  switch (outcome) {
    case 'done':
    case 'left':
      return [];
    case 'taken': {
      const who = by === undefined ? speech.say('taken.somebody') : actorName(by, speech);
      return customer === undefined
        ? [speech.say('along.taken', { name, who })]
        : [speech.say('along.taken-mapped', { name, who, customer: shortName(customer.name) })];
    }
    case 'changed':
    case 'doubtful':
    case 'not-saved':
      return [speech.say(`along.${outcome}`, { name })];
  }
}
