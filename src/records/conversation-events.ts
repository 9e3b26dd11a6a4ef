import type { ConversationRecord } from '../domain/documents';
import { keptConversation } from '../domain/retention';
import type { Instant } from '../domain/time';
import type { Place, Turn } from '../turn';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

type Removed = Extract<Turn['input'], { kind: 'removed' }>['why'];

/** What Teams tells of conversations comes late, twice, or in another order than it happened: its time stamp tells. */
function isLate({ eventAt }: ConversationRecord, at: Instant): boolean {
  return eventAt !== undefined && at < eventAt;
}

/** Whether something that happened later than this installation has taken us out of there again. */
export function isOverInstallation({ register }: Pick<Ports, 'register'>, place: Place, at: Instant): boolean {
  const known = register.conversation(place.conversationId);
  return known !== undefined && known.state === 'removed' && isLate(known, at);
}

/**
 * The bot left a whole team, or the team is gone: every channel of it; or one channel that is deleted, or that lets the
 * bot in and out by itself.
 */
export async function leaveTeam(
  ports: Ports,
  place: Place,
  why: Removed,
  at: Instant = ports.clock.now(),
): Promise<void> {
  const ofChannel = why === 'channel-deleted' || why === 'channel-left';
  const gone = [...ports.register.allConversations()].filter(
    (c) =>
      c.conversationId === place.conversationId ||
      (!ofChannel && place.teamId !== undefined && c.teamId === place.teamId),
  );
  const state = why === 'team-archived' ? 'paused' : 'removed';
  for (const { id } of gone) {
    await changeDocument(ports, 'conversation', id, (c) => {
      if (isLate(c, at) || c.state === state) return { result: undefined };
      const next = { ...c, state, stateReason: why, since: ports.clock.now(), eventAt: at } as const;
      return { document: keptConversation(next), result: undefined };
    });
  }
}

const BACK: ReadonlySet<string | undefined> = new Set(['team-deleted', 'team-archived', 'channel-deleted']);
/** An installation is about the whole team; only what a channel did by itself stays as it is. */
const ONE_BY_ONE: ReadonlySet<string | undefined> = new Set(['channel-left', 'channel-deleted']);

/** A team or a channel is back, and with it the conversations that ended with it; no other becomes known by that. */
export async function restoreConversations(ports: Ports, place: Place, at: Instant = ports.clock.now()): Promise<void> {
  for (const { id } of conversationsIn(ports, place)) {
    await bringBack(ports, id, { place, at, which: (c) => BACK.has(c.stateReason) });
  }
}

/** The bot is installed in a team anew: what an uninstallation, or Teams' refusals, had silenced there may speak again. */
export async function resumeTeam(ports: Ports, place: Place, at: Instant): Promise<void> {
  if (place.teamId === undefined || place.channel !== undefined) return;
  for (const { id, teamId, state } of [...ports.register.allConversations()]) {
    if (teamId !== place.teamId || state === 'active') continue;
    await bringBack(ports, id, { place, at, which: (c) => !ONE_BY_ONE.has(c.stateReason) });
  }
}

async function bringBack(
  ports: Ports,
  id: string,
  { place, at, which }: { place: Place; at: Instant; which: (c: ConversationRecord) => boolean },
): Promise<void> {
  await changeDocument(ports, 'conversation', id, (c) => {
    if (c.state === 'active' || !which(c) || isLate(c, at)) return { result: undefined };
    const { stateReason: _over, ...rest } = c;
    const active = { serviceUrl: place.serviceUrl, state: 'active', since: ports.clock.now(), eventAt: at } as const;
    return { document: keptConversation({ ...rest, ...active }), result: undefined };
  });
}

/** A team or a channel has another name. A channel where nobody has spoken to us stays unknown. */
export async function renameConversations(
  ports: Ports,
  place: Place,
  of: 'team' | 'channel',
  at: Instant = ports.clock.now(),
): Promise<void> {
  for (const known of conversationsIn(ports, place)) {
    const news = of === 'team' ? given('teamName', place.teamName) : given('name', place.name);
    await changeDocument(ports, 'conversation', known.id, (c) => {
      if (c.renamedAt !== undefined && at < c.renamedAt) return { result: undefined };
      const next = { ...c, ...news, serviceUrl: place.serviceUrl };
      const same = next.name === c.name && next.teamName === c.teamName && next.serviceUrl === c.serviceUrl;
      return same ? { result: undefined } : { document: { ...next, renamedAt: at }, result: undefined };
    });
  }
}

/** An event of a team comes through the conversation that has the team's id, and means every channel of it. */
function conversationsIn({ register }: Ports, place: Place): ConversationRecord[] {
  const wholeTeam = place.teamId !== undefined && place.conversationId === place.teamId;
  return [...register.allConversations()].filter(
    (c) => c.conversationId === place.conversationId || (wholeTeam && c.teamId === place.teamId),
  );
}

function given<K extends 'name' | 'teamName'>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined) found[key] = value;
  return found;
}
