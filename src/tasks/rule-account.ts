import type { AccountRecord } from '../domain/account';
import type { AccountPicture } from '../domain/answers';
import type { Person } from '../domain/person';
import type { Ports } from '../ports';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import { withAskerTold } from '../records/tell-asker';

/** What became of it, and the account as it is now. */
export type Ruled<Ruling extends string> =
  { readonly answer: Ruling; readonly picture: AccountPicture } | { readonly answer: 'account-gone' };

/**
 * A person does something with an account that decides nothing about it. Whoever had asked a colleague to take it hears of
 * it where that ends the request.
 */
export async function ruleAccount<Ruling extends string>(
  ports: Ports,
  accountId: string,
  { id: actor }: Person,
  rule: (record: AccountRecord) => { readonly ruling: Ruling; readonly record: AccountRecord },
): Promise<Ruled<Ruling>> {
  const changed = await changeDocument(ports, 'account', accountId, (record): Change<AccountRecord, Ruling> => {
    const { ruling, record: next } = rule(record);
    if (next === record) return { result: ruling };
    return { document: withAskerTold(ports, record, next, { actor, now: ports.clock.now() }), result: ruling };
  });
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  return { answer: changed.result, picture: drawAccount(ports, changed.document) };
}
