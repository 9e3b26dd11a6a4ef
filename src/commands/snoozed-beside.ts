import { assignPhrase } from './assign';
import { companiesOf } from './no-names';
import { opens } from './openers';
import type { PartReading } from './references';
import { requestPhrase } from './request';
import { snoozePhrase } from './snooze';
import type { Hearing, Understanding, UnderstandOptions } from './understanding';

/** What is said beside an account that is to wait: its reason, another account, or another matter. */

/** Read word by word, commas and full stops lead to its reason; by what was learned, another matter may follow. */
export function isSnooze(heard: Understanding): boolean {
  if (heard.outcome !== 'understood' || heard.intent.name !== 'snooze') return false;
  return heard.evidence.every((part) => part.startsWith('phrase'));
}

/** "Fabrikam until Tuesday" after "snooze Contoso until Monday": what is said of one is said of the other. */
export function snoozedAlike(
  left: string,
  right: string,
  { options: { known }, read }: PartReading,
): string | undefined {
  // Few sentences snooze anything, and that is soon seen; to look for a day in all that follows takes long.
  if (snoozePhrase(left)?.intent.name !== 'snooze') return undefined;
  const alike = `snooze ${right}`;
  const heard = snoozePhrase(alike)?.intent;
  if (heard?.name !== 'snooze' || heard.until === undefined || !isSnooze(read(left))) return undefined;
  return heard.companies.every((name) => known?.has(name) === true) ? alike : undefined;
}

/** What is a request by itself, whatever word it begins with: "Fabrikam erst nächste Woche", "Fabrikam is mine". */
export function isSaidWhole(clause: string, { known }: UnderstandOptions): boolean {
  return (snoozePhrase(clause) ?? requestPhrase(clause, known) ?? assignPhrase(clause)) !== undefined;
}

/** "Snooze Contoso until Monday. Watch Fabrikam.": a request about somebody whom we know is no reason. */
export function ofReason(whole: Understanding, { options: { known }, read }: PartReading): Hearing | undefined {
  if (whole.outcome !== 'understood' || whole.intent.name !== 'snooze') return undefined;
  const { reason = '', ...intent } = whole.intent;
  if (!opens(reason)) return undefined;
  const other = read(reason);
  const named = other.outcome === 'understood' ? companiesOf(other.intent) : [];
  if (named.length === 0 || !named.every((name) => known?.has(name) === true)) return undefined;
  return { heard: [{ ...whole, intent }, other], missed: [] };
}
