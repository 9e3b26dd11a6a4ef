import type { Circle, Circles } from '../domain/circles';
import type { Findings } from './findings';
import type { Values } from './variables';

/** Teams' ids of teams and channels. */
const TEAM_ID = /^19:.+@thread\.\w+$/i;

/** Who administrates, decides and reads, and which teams count; in local mode this machine's people all do. */
export function chooseCircles(values: Values, mode: 'local' | 'production', findings: Findings): Circles {
  const mappers = circleOf('MAPPERS', values.MAPPERS ?? ['team'], findings);
  const readers = circleOf('READERS', values.READERS ?? ['team'], findings);
  const isLocal = mode === 'local';
  if (!isLocal && values.ADMINS === undefined) {
    findings.warn(
      'ADMINS is not set, so the owners of the first team, or whoever installs the bot there, are its administrators; name Entra object ids',
    );
  }
  return {
    administrators: administratorsOf(values, isLocal ? mappers : 'owners', findings),
    mappers,
    readers: isLocal && values.READERS === undefined ? { ...readers, everyone: true } : readers,
    approvedTeams: isLocal && values.APPROVED_TEAMS === undefined ? 'all' : approvedOf(values, findings),
  };
}

function administratorsOf(
  { ADMINS: named }: Values,
  otherwise: Circles['administrators'],
  findings: Findings,
): Circles['administrators'] {
  if (named === undefined) return otherwise;
  const wrong = named.filter((id) => !findings.isGuid(id));
  if (wrong.length > 0) {
    findings.fail('ADMINS', `holds "${wrong.join(', ')}"`, 'write the Entra object ids of people, separated by commas');
  }
  const ids = new Set(named.map((id) => id.toLowerCase()));
  return { everyone: false, team: false, people: ids, groups: new Set(), teams: new Set() };
}

function circleOf(name: 'MAPPERS' | 'READERS', words: readonly string[], findings: Findings): Circle {
  const isTeam = (word: string): boolean => word.toLowerCase() === 'team';
  const ids = words.filter((word) => findings.isGuid(word)).map((id) => id.toLowerCase());
  const teams = words.filter((word) => TEAM_ID.test(word)).map((id) => id.toLowerCase());
  const wrong = words.filter((word) => !isTeam(word) && !findings.isGuid(word) && !TEAM_ID.test(word));
  if (wrong.length > 0) {
    findings.fail(
      name,
      `holds "${wrong.join(', ')}"`,
      'write "team", or ids of people or groups (Entra object ids) or of teams (19:...@thread.tacv2), separated by commas',
    );
  }
  return {
    everyone: false,
    team: words.some(isTeam),
    people: new Set(ids),
    groups: new Set(ids),
    teams: new Set(teams),
  };
}

function approvedOf({ APPROVED_TEAMS: named = [] }: Values, findings: Findings): ReadonlySet<string> {
  const wrong = named.filter((id) => !findings.isGuid(id) && !TEAM_ID.test(id));
  if (wrong.length > 0) {
    findings.fail(
      'APPROVED_TEAMS',
      `holds "${wrong.join(', ')}"`,
      'write ids of teams (19:...@thread.tacv2) or of their Entra groups, separated by commas',
    );
  }
  return new Set(named.map((id) => id.toLowerCase()));
}
