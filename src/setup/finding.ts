import { PERMISSIONS } from './permissions';
import type { PermissionId } from './permissions';

/**
 * What a look at one thing came to.
 * - `good`: it works
 * - `lacking`: it does not, and `remedy` says what to do
 * - `off`: nobody set it up, and that is allowed
 * - `unknown`: it could not be looked at from here
 */
export interface Finding {
  readonly about: string;
  readonly state: 'good' | 'lacking' | 'off' | 'unknown';
  /** Who we are there, or what was seen; free of secrets. */
  readonly seen?: string;
  readonly permission?: PermissionId;
  /** Instead of what the permission says. */
  readonly remedy?: string;
}

const MARKS = { good: 'ok     ', lacking: 'LACKING', off: 'off    ', unknown: '?      ' } as const;

/** As a person at a terminal reads it. */
export function printFinding({ about, state, seen, permission, remedy }: Finding): string {
  const known = permission === undefined ? undefined : PERMISSIONS[permission];
  const lines = [`${MARKS[state]} ${about}${seen === undefined ? '' : `: ${seen}`}`];
  if (state === 'good') return lines.join('\n');
  if (known !== undefined) lines.push(`          without it ${known.without}`);
  const todo = remedy ?? known?.grant;
  if (todo !== undefined && state !== 'off') lines.push(`          what to do: ${todo}`);
  return lines.join('\n');
}

export function printFindings(findings: readonly Finding[]): string {
  const lacking = findings.filter(({ state }) => state === 'lacking').length;
  const end = lacking === 0 ? 'Nothing is lacking.' : `${lacking} of ${findings.length} are lacking.`;
  return [...findings.map(printFinding), '', end].join('\n');
}
