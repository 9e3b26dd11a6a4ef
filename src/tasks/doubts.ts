import type { AccountRecord } from '../domain/account';
import type { Doubt } from '../domain/answers';
import type { CustomerRef, Decision } from '../domain/decision';
import { sameActor } from '../domain/person';
import type { Actor } from '../domain/person';
import type { Assessment } from '../matching/customer-index';
import type { Ports } from '../ports';
import { isSistersCustomer } from '../records/sisters';

/** More than people look at; the chosen customer is weighed however far down it stands. */
const DEEP = 25;
/** From here on cards call a candidate almost certain. */
const ALMOST_CERTAIN = 0.97;

/** What our matching says now of choosing this customer: its evidence, and the other one that fits almost certainly. */
export interface Weighed {
  readonly evidence: Assessment['candidates'][number]['evidence'];
  readonly fits?: CustomerRef;
  /** Whether it is the one that fits best, if any does. */
  readonly proposed: NonNullable<Decision['proposed']>;
}

export function weighDoubts({ register }: Pick<Ports, 'register'>, record: AccountRecord, customerId: string): Weighed {
  const { verdict, candidates } = register.assess(record, DEEP, customerId);
  const evidence = candidates.find((c) => c.customerId === customerId)?.evidence ?? [];
  const [best] = candidates;
  const weighed = { evidence, proposed: best?.customerId === customerId ? 'first' : 'other' } as const;
  if (best === undefined || best.customerId === customerId) return weighed;
  if (verdict !== 'this-one' && best.probability < ALMOST_CERTAIN) return weighed;
  // What is decided for the same tenant or customer under another provider is no doubt: the card says where they differ.
  if (isSistersCustomer(register, record, customerId) || isSistersCustomer(register, record, best.customerId, 'tenant'))
    return weighed;
  // What the account is mapped to now has taught its own name, and is being replaced on purpose.
  const { mapping } = record;
  if (mapping.state === 'mapped' && mapping.customer.id === best.customerId) return weighed;
  const customer = register.customer(best.customerId);
  return customer === undefined ? weighed : { ...weighed, fits: { id: customer.id, name: customer.name } };
}

/** What a person should know before this is saved: what they answered already is not asked again. */
export function doubtsAbout(
  record: AccountRecord,
  by: Actor,
  fits: CustomerRef | undefined,
  answered: readonly string[] = [],
): Doubt[] {
  const doubts: Doubt[] = [];
  if (fits !== undefined && !answered.includes(fits.id)) doubts.push({ doubt: 'fits', customer: fits });
  const { mapping } = record;
  if (mapping.state !== 'open' && !sameActor(mapping.by, by) && !answered.includes(mapping.decisionId))
    doubts.push({ doubt: 'others', mapping });
  return doubts;
}
