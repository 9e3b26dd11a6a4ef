import type { ConversationRecord, TeamRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import type { Person } from '../domain/person';
import { keptTeam } from '../domain/retention';
import type { Register } from '../register/register';
import type { Place } from '../turn';
import { changeDocument } from './change-document';
import { setState } from './keep-conversation';
import type { Ports } from '../ports';

/** Why a conversation is silent while its team waits. */
export const TEAM_NOT_APPROVED = 'the team is not approved';

type Deps = Pick<Ports, 'register' | 'circles' | 'rehearsal'>;

/** Whether facts may be told in this conversation as far as its team goes; what belongs to no team always may. */
export function isApproved(
  { register, circles }: Deps,
  place: Pick<ConversationRecord, 'type' | 'teamId' | 'fromBeforeApproval'>,
): boolean {
  if (place.type !== 'channel' || circles.approvedTeams === 'all') return true;
  const { teamId } = place;
  if (teamId === undefined) return false;
  const record = register.team(teamId);
  const named = [teamId, record?.groupId].some((id) => id !== undefined && isNamed(circles, id.toLowerCase()));
  if (named || record?.state === 'approved') return true;
  if (record !== undefined && record.state === 'refused') return false;
  if (place.fromBeforeApproval === true) return true;
  for (const other of register.allConversations()) {
    if (other.teamId === teamId && other.fromBeforeApproval === true) return true;
  }
  return false;
}

/** A team is approved by name, or because its members are named as mappers or readers. */
function isNamed({ approvedTeams, mappers, readers }: Deps['circles'], id: string): boolean {
  if (approvedTeams !== 'all' && approvedTeams.has(id)) return true;
  return mappers.teams.has(id) || readers.teams.has(id);
}

/** Where a question may be told of news: active, asked for, of an approved team, and not only rehearsed. */
export function hearsNews(deps: Deps, conversation: ConversationRecord): boolean {
  const { state, settings, conversationId } = conversation;
  if (rehearsesIn(deps.rehearsal ?? NO_REHEARSAL, conversationId)) return false;
  return state === 'active' && settings.notifications && isApproved(deps, conversation);
}

/** One channel of each approved team, the conversation itself first: whoever is a member there is a member of the team. */
export function approvedPlaces(deps: Deps, conversationId: string): readonly ConversationRecord[] {
  const { register } = deps;
  const here = register.conversation(conversationId);
  const teams = new Map<string, ConversationRecord>();
  if (here?.type === 'channel' && isApproved(deps, here)) teams.set(here.teamId ?? here.conversationId, here);
  for (const place of register.allConversations()) {
    if (place.type !== 'channel' || place.state === 'removed') continue;
    const key = place.teamId ?? place.conversationId;
    if (!teams.has(key) && isApproved(deps, place)) teams.set(key, place);
  }
  return [...teams.values()];
}

/**
 * Administrators as long as the settings name none: the owners of the first team, or whoever installed the bot there
 * where Entra does not tell of any. Lower case.
 */
export function firstAdministrators(register: Pick<Register, 'allTeams'>): ReadonlySet<string> {
  const first = [...register.allTeams()].filter((team) => team.basis === 'first');
  const ids = first.flatMap(({ owners = [], installedBy: by }): readonly string[] =>
    owners.length > 0 || by === undefined ? owners : [by.id.toLowerCase()],
  );
  return new Set(ids);
}

/**
 * The bot was added to a team. The very first team is approved by that as long as nobody is named as administrator, since
 * somebody has to begin; an administrator's own team is approved as well.
 */
export async function noteTeam(
  ports: Ports,
  place: Place,
  person: Person | undefined,
  isAdmin: boolean,
): Promise<void> {
  const { register, circles } = ports;
  const { teamId } = place;
  if (place.type !== 'channel' || teamId === undefined || circles.approvedTeams === 'all') return;
  const known = register.team(teamId);
  if (known !== undefined || isApproved(ports, place)) return;
  const isFirst = circles.administrators === 'owners' && ![...register.allTeams()].some((t) => t.state === 'approved');
  const by: Person | undefined = person === undefined ? undefined : { id: person.id, name: person.name };
  const approval: Pick<TeamRecord, 'state' | 'basis' | 'by'> = isAdmin
    ? { state: 'approved', basis: 'administrator', ...(by === undefined ? {} : { by }) }
    : isFirst && by !== undefined
      ? { state: 'approved', basis: 'first' }
      : { state: 'waiting' };
  await insertTeam(ports, place, { ...approval, ...(by === undefined ? {} : { installedBy: by }) });
}

/** Somebody speaks to the bot in a team of which no installation was told, or is kept any more: it waits. */
export async function noteUnknownTeam(ports: Ports, place: Place): Promise<void> {
  const { register, circles } = ports;
  if (place.type !== 'channel' || place.teamId === undefined || circles.approvedTeams === 'all') return;
  if (register.team(place.teamId) !== undefined || isApproved(ports, place)) return;
  await insertTeam(ports, place, { state: 'waiting' });
}

async function insertTeam(
  ports: Ports,
  place: Place,
  approval: Pick<TeamRecord, 'state' | 'basis' | 'by' | 'installedBy'>,
): Promise<void> {
  const { teamId } = place;
  if (teamId === undefined) return;
  const team: TeamRecord = {
    kind: 'team',
    id: documentId('team', teamId),
    partnerId: ports.partnerId,
    format: 1,
    teamId,
    ...(place.teamName === undefined ? {} : { name: place.teamName }),
    ...(place.groupId === undefined ? {} : { groupId: place.groupId }),
    ...approval,
    since: ports.clock.now(),
  };
  const document = keptTeam(team);
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome === 'saved') ports.register.apply(document);
}

export type TeamRuling =
  | { readonly ruling: 'approved' | 'refused'; readonly team: TeamRecord; readonly changed: boolean }
  | { readonly ruling: 'unknown' };

/** An administrator lets the bot speak in a team, or not; what waited there goes on at once. */
export async function ruleTeam(ports: Ports, teamId: string, yes: boolean, by: Person): Promise<TeamRuling> {
  const state = yes ? 'approved' : 'refused';
  const changed = await changeDocument(ports, 'team', documentId('team', teamId), (team) =>
    team.state === state
      ? { result: undefined }
      : {
          document: keptTeam({ ...team, state, basis: 'administrator', by: { id: by.id, name: by.name } }),
          result: undefined,
        },
  );
  if (changed.changed === 'not-there') return { ruling: 'unknown' };
  if (yes) await resume(ports, teamId);
  return { ruling: state, team: changed.document, changed: changed.changed === 'saved' };
}

async function resume(ports: Ports, teamId: string): Promise<void> {
  for (const conversation of [...ports.register.allConversations()]) {
    if (conversation.teamId !== teamId || conversation.stateReason !== TEAM_NOT_APPROVED) continue;
    await setState(ports, conversation.conversationId, 'active', 'approved');
  }
  ports.nudge('reconcile');
}

/** Teams that wait for an administrator, the longest first. */
export function waitingTeams({ register, circles }: Deps): readonly TeamRecord[] {
  if (circles.approvedTeams === 'all') return [];
  return [...register.allTeams()].filter((t) => t.state === 'waiting').sort((a, b) => a.since - b.since);
}
