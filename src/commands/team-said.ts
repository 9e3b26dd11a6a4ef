import { invitationsWatched } from './invitations-watched';
import type { KnownNames } from './known-names';
import { remindPhrase } from './remind';
import { requestPhrase } from './request';
import { snoozePhrase } from './snooze';
import { snoozeTold } from './snooze-told';
import type { Understanding } from './understanding';

/** Until when an account waits, who is asked to take it, and who is reminded of it; and that invitations are watched. */
export function ofTeam(plain: string, known: KnownNames | undefined): Understanding | undefined {
  const set =
    snoozePhrase(plain) ??
    requestPhrase(plain, known) ??
    remindPhrase(plain, known) ??
    invitationsWatched(plain) ??
    snoozeTold(plain);
  return set && { outcome: 'understood', ...set, evidence: [`phrase "${plain}"`] };
}
