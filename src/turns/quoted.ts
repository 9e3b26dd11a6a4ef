import type { KnownNames } from '../commands/understand';
import { distinctSubjects } from '../domain/told';
import type { Subject } from '../domain/told';
import { whatIsShown } from './clicked';
import { companiesSaid } from './companies-said';
import type { Quote } from '../turn';
import type { Here } from './here';
import { subjectOf } from './told';

/**
 * What a quoted message was about: as we remember it, else what its card shows, else whose name stands in the beginning
 * of it that Teams sends along.
 */
export async function quotedSubjects(here: Here, quote: Quote, known: KnownNames): Promise<readonly Subject[]> {
  const { messageId, preview } = quote;
  const kept = await here.talk.saidIn(messageId);
  if (kept !== undefined) return kept;
  const { conversationId } = here.turn.place;
  const shown = whatIsShown(here.ports, { conversationId, messageId }, undefined);
  const record = shown.shows === 'account' ? here.ports.register.account(shown.accountId) : undefined;
  if (record !== undefined) return [subjectOf(record)];
  const named = companiesSaid(here, preview, known).flatMap(({ account }) =>
    account === undefined ? [] : [subjectOf(account)],
  );
  return distinctSubjects(named);
}
