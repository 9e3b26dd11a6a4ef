import type { AccountRecord } from '../domain/account';
import type { RowChoiceAnswer } from '../domain/row-choice-answer';
import { trackCard } from '../domain/notices';
import type { CardPlace } from '../domain/notices';
import type { Person } from '../domain/person';
import { chooseRow } from '../domain/row-choice';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import type { Ports } from '../ports';

export interface RowChosen {
  readonly accountId: string;
  readonly rowId: string;
  /** The row that the card showed as chosen. */
  readonly seen?: string;
}

/** A person who may decide says which of several rows of Work 365 is the account's. The first one to say so is heard. */
export async function chooseAccountRow(
  ports: Ports,
  { id, name }: Person,
  { accountId, rowId, seen }: RowChosen,
  card?: CardPlace,
): Promise<RowChoiceAnswer> {
  const changed = await changeDocument(
    ports,
    'account',
    accountId,
    (record): Change<AccountRecord, 'chosen' | 'stale'> => {
      const current = record.rowChoice?.chosen?.rowId;
      if (current === rowId) return { result: 'chosen' };
      if (current !== seen) return { result: 'stale' };
      const at = ports.clock.now();
      const chosen = chooseRow(record, rowId, { id, name }, at);
      if (chosen === record) return { result: 'stale' };
      return { document: card === undefined ? chosen : trackCard(chosen, card, 0, at), result: 'chosen' };
    },
  );
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  return { answer: changed.result, picture: drawAccount(ports, changed.document) };
}
