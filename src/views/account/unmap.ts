import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import type { Taken } from '../../domain/taken';
import type { Banner } from './account';
import { shortName } from '../words/escape';
import { takenBanner, takenTitle } from '../company/meant';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Above the card of an account whose mapping somebody wants taken away; `nothing` where it has none. */
export function unmapBanner(
  record: AccountRecord,
  taken: Taken | undefined,
  speech: Speech,
): Banner | 'nothing' | undefined {
  const { name } = record.tenant;
  // Where Work 365 disagrees, the card asks which of the two is right.
  if (record.writeBack.state === 'conflict') return takenBanner(name, taken, speech);
  if (record.mapping.state === 'open') return 'nothing';
  return { text: takenTitle(speech.say('unmap.ask'), name, taken, speech), style: 'emphasis' };
}

/**
 * The click that takes the mapping away, which the card names with who decided it; undefined where there is none, or
 * where Work 365 disagrees and it has to be chosen who is right.
 */
export function takeAwayAction({
  id: accountId,
  mapping,
  mappingVersion: asOf,
  writeBack,
}: AccountRecord): Action | undefined {
  if (mapping.state === 'open' || writeBack.state === 'conflict') return undefined;
  const seen = mapping.decisionId;
  return { verb: 'reopen', accountId, seen, asOf, despite: [seen] };
}

/** The account is open: there is no mapping to take away. */
export function unmapNothingView({ id: accountId, tenant }: AccountRecord, speech: Speech, taken?: Taken): Message {
  const name = shortName(tenant.name);
  return noteView(
    {
      title: takenTitle(speech.say('unmap.open', { name }), tenant.name, taken, speech),
      actions: [button(speech.say('choose.button'), { verb: 'account', accountId })],
      hint: speech.say('type.show', { name }),
    },
    speech,
  );
}
