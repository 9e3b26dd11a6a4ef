import type { DecisionAnswer } from '../domain/answers';
import type { Person } from '../domain/person';
import type { SeenAccount, SisterDecided } from '../domain/sister';
import { drawAccount } from '../records/draw-account';
import type { Ports } from '../ports';
import { StoreUnavailable } from '../store';
import { decide } from './decide';
import type { Click, Decide } from './decide';

/** What can be decided about several accounts at once. */
export type DecideTogether = Extract<Decide, { readonly verb: 'pick' | 'undo' }>;

/**
 * One click decides about an account and its sisters under other providers: a decision and a compare-and-swap for each,
 * and what came of each is told. What was not decided about the account of the card is not decided about the others.
 */
export async function decideTogether(
  ports: Ports,
  person: Person,
  accountId: string,
  what: DecideTogether,
  click: Click,
  also: readonly SeenAccount[],
): Promise<DecisionAnswer> {
  const answer = await decide(ports, person, accountId, what, click);
  switch (answer.answer) {
    case 'sure':
      return { ...answer, also };
    case 'taken':
    case 'stale':
      return { ...answer, along: also.flatMap((one) => decidedOf(ports, one, 'left')) };
    case 'decided':
    case 'unchanged': {
      const { card: _ofTheOther, ...elsewhere } = click;
      const along: SisterDecided[] = [];
      for (const one of also) along.push(...(await decideSister(ports, person, one, what, elsewhere)));
      return { ...answer, along, picture: drawAccount(ports, answer.picture.record) };
    }
    default:
      return answer;
  }
}

async function decideSister(
  ports: Ports,
  person: Person,
  one: SeenAccount,
  what: DecideTogether,
  click: Click,
): Promise<readonly SisterDecided[]> {
  const { accountId, asOf } = one;
  // To take back all of what one click decided is one question, answered for all; each customer is doubted by itself.
  const own: Decide = what.verb === 'pick' ? { verb: 'pick', customerId: what.customerId, asOf } : { ...what, asOf };
  try {
    const answer = await decide(ports, person, accountId, own, click);
    return decidedOf(ports, one, outcomeOf(answer));
  } catch (error) {
    // Each is a record of its own: what was saved of the others stands.
    if (error instanceof StoreUnavailable) return decidedOf(ports, one, 'not-saved');
    throw error;
  }
}

function outcomeOf({ answer }: DecisionAnswer): SisterDecided['outcome'] {
  if (answer === 'decided' || answer === 'unchanged') return 'done';
  if (answer === 'sure') return 'doubtful';
  return answer === 'taken' ? 'taken' : 'changed';
}

function decidedOf(
  { register }: Ports,
  { accountId }: SeenAccount,
  outcome: SisterDecided['outcome'],
): readonly SisterDecided[] {
  const record = register.account(accountId);
  if (record === undefined) return [];
  const { mapping, tenant } = record;
  const winner = outcome === 'taken' && mapping.state !== 'open' ? { by: mapping.by } : {};
  const customer = mapping.state === 'mapped' ? { customer: mapping.customer } : {};
  return [{ outcome, accountId, name: tenant.name, provider: register.kin.nameOf(record), ...winner, ...customer }];
}
