import type { PermissionSeen, PermissionsSeen, SourcePermission } from '../../domain/permission';
import { clean } from '../words/escape';
import type { Speech } from '../words/speech';
import { age } from '../words/times';

const LONGEST_SEEN = 160;

/** What Entra and Graph call them is the same in every language. */
const PROPER_NAMES = {
  'partner-consent': 'user_impersonation',
  'graph-gdap': 'DelegatedAdminRelationship.Read.All',
  'graph-groups': 'GroupMember.Read.All',
} as const satisfies Partial<Readonly<Record<SourcePermission, string>>>;

export function isLackingPermission(seen: PermissionsSeen | 'not-yet' | undefined): boolean {
  return typeof seen === 'object' && seen.all.some(({ state }) => state === 'lacking');
}

/** When it was looked, what we have at each place, and of each that we have not what that costs and how it is given. */
export function permissionLines(
  seen: PermissionsSeen | 'not-yet' | undefined,
  now: number,
  speech: Speech,
): readonly string[] {
  if (seen === undefined) return [];
  if (seen === 'not-yet') return [speech.say('health.permissions.not-yet')];
  const all = seen.all.map(withProvider);
  const places = [...new Set(all.map(({ where }) => where))];
  return [
    speech.say('health.permissions.looked', { ago: age(seen.at, now, speech) }),
    ...places.flatMap((where) => linesOf(where, all, speech)),
  ];
}

/** "Partner Center (Contoso DE)": the same permission may be there at one of them and lack at another. */
function withProvider(seen: PermissionSeen): PermissionSeen {
  return seen.of === undefined ? seen : { ...seen, where: `${seen.where} (${clean(seen.of, 60)})` };
}

function linesOf(where: string, all: readonly PermissionSeen[], speech: Speech): readonly string[] {
  const here = all.filter((one) => one.where === where);
  const names = here.filter(({ state }) => state === 'good').map(({ permission }) => nameOf(permission, speech));
  const has = names.length === 0 ? [] : [speech.say('health.permission.good', { where, names: names.join(', ') })];
  return [...has, ...here.filter(({ state }) => state !== 'good').map((one) => lackLine(one, speech))];
}

function lackLine({ where, permission, state, cost, seen, remedy }: PermissionSeen, speech: Speech): string {
  const name = nameOf(permission, speech);
  const lost = speech.say('health.permission.without', { cost: speech.say(`permission.cost.${cost}`) });
  const said = seen === undefined ? '' : `: ${clean(seen, LONGEST_SEEN)}`;
  switch (state) {
    case 'good':
    case 'off':
      return `${speech.say('health.permission.off', { where, name })}. ${lost}`;
    case 'unknown':
      return withRemedy(`${speech.say('health.permission.unknown', { where, name })}${said}. ${lost}`, remedy, speech);
    case 'lacking':
      return withRemedy(`${speech.say('health.permission.lacking', { where, name })}${said}. ${lost}`, remedy, speech);
  }
}

function nameOf(permission: SourcePermission, speech: Speech): string {
  switch (permission) {
    case 'partner-consent':
    case 'graph-gdap':
    case 'graph-groups':
      return PROPER_NAMES[permission];
    default:
      return speech.say(`permission.name.${permission}`);
  }
}

export function withRemedy(text: string, remedy: string | undefined, speech: Speech): string {
  return remedy === undefined ? text : `${text}. ${speech.say('health.remedy', { remedy })}`;
}
