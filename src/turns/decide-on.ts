import type { SeenAccount } from '../domain/sister';
import { decide } from '../tasks/decide';
import type { Decide } from '../tasks/decide';
import { decideTogether } from '../tasks/decide-together';
import type { Reply } from '../turn';
import { decisionView } from '../views/account/decision';
import { clickOf } from './clicked';
import { decidedAs } from './decided-as';
import type { Here } from './here';
import { subjectOf, toldAbout } from './told';

/** A click that decides about an account, and with `also` about others of the same company; answered by its card as it is now. */
export async function decideOn(
  here: Here,
  accountId: string,
  what: Decide,
  also: readonly SeenAccount[] = [],
): Promise<Reply> {
  const { ports, person, speech } = here;
  const click = await clickOf(here, accountId);
  const isTogether = also.length > 0 && (what.verb === 'pick' || what.verb === 'undo');
  const answer = isTogether
    ? await decideTogether(ports, person, accountId, what, click, also)
    : await decide(ports, person, accountId, what, click);
  const message = decisionView(answer, speech);
  if (answer.answer === 'account-gone' || answer.picture === undefined) return { reply: 'card', message };
  const { record } = answer.picture;
  const told = toldAbout(decidedAs(what), [subjectOf(record)]);
  return { reply: 'card', message, keep: { accountId, shownVersion: record.version }, told };
}

interface SeenOnCard {
  readonly seen?: string;
  readonly asOf?: number;
  readonly despite?: readonly string[];
}

/** What the card showed that was clicked. */
export function seenOf({ seen, asOf, despite }: SeenOnCard): SeenOnCard {
  return {
    ...(seen === undefined ? {} : { seen }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(despite === undefined ? {} : { despite }),
  };
}
