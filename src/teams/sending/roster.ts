import { z } from 'zod';
import { LRUCache } from 'lru-cache';
import type { Identified } from '../../courier';
import { atMost } from '../../runtime/at-most';
import type { SendVerdict } from './outcomes';
import { memberRequest } from './outgoing';
import type { Sender } from './sender';
import type { Timer } from '../timer';

export interface Roster {
  /** Whether the person belongs to it and is no guest; `undefined` when we could not look. */
  has(of: RosterOf, personId: string, fresh?: 'fresh'): Promise<boolean | undefined>;
  /** Who the member with this id is; `undefined` when nobody has it, when it has no Entra object, or we could not look. */
  identify(of: RosterOf, memberId: string): Promise<Identified | undefined>;
}

export interface RosterOf {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly conversationId: string;
  /** The team for channels, else the conversation. */
  readonly rosterId: string;
}

/** Somebody who was taken out of the team keeps what membership gives for at most this long. */
const YES_FOR_MS = 3 * 60_000;
/** A *no* is remembered too, or every click of a stranger would ask every team; who has just been added waits so long. */
const NO_FOR_MS = 60_000;
const REMEMBERED = 20_000;

/** Teams' word for "this conversation is there, that person is not in it". */
const NO_MEMBER = 'membernotfoundinconversation';

const Member = z
  .object({
    id: z.string(),
    userRole: z.string().nullish(),
    userPrincipalName: z.string().nullish(),
    tenantId: z.string().nullish(),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    objectId: z.string().nullish(),
  })
  .transform((member) => ({
    guest: member.userRole?.toLowerCase() === 'guest' || (member.userPrincipalName ?? '').includes('#EXT#'),
    tenantId: member.tenantId ?? undefined,
    name: member.name ?? undefined,
    // Teams' name for it is another one in rosters than in activities.
    objectId: member.aadObjectId ?? member.objectId ?? undefined,
  }));

/** One person is asked for, never the whole roster: a team may have ten thousand members. */
export function createRoster(deps: { readonly sender: Sender; readonly timer: Timer }): Roster {
  const known = new LRUCache<string, { readonly has: boolean; readonly until: number }>(atMost(REMEMBERED));
  const asking = new Map<string, Promise<boolean | undefined>>();
  const people = new LRUCache<string, { readonly who: Identified | undefined; readonly until: number }>(
    atMost(REMEMBERED),
  );

  async function ask(of: RosterOf, key: string, personId: string): Promise<boolean | undefined> {
    const has = belongs(await deps.sender.send(job(of, personId)), of);
    if (has !== undefined) known.set(key, { has, until: deps.timer.now() + (has ? YES_FOR_MS : NO_FOR_MS) });
    return has;
  }

  return {
    async has(of, personId, fresh) {
      const key = `${of.tenantId} ${of.rosterId} ${personId.toLowerCase()}`;
      const copy = known.get(key);
      if (fresh === undefined && copy !== undefined && deps.timer.now() < copy.until) return copy.has;
      const running = asking.get(key) ?? ask(of, key, personId).finally(() => asking.delete(key));
      asking.set(key, running);
      return running;
    },
    async identify(of, memberId) {
      const key = `${of.tenantId} ${of.rosterId} ${memberId}`;
      const copy = people.get(key);
      if (copy !== undefined && deps.timer.now() < copy.until) return copy.who;
      const verdict = await deps.sender.send(job(of, memberId));
      const who = identityIn(verdict, of);
      const isSettled = verdict.verdict === 'done' || verdict.verdict === 'not-found';
      if (isSettled) people.set(key, { who, until: deps.timer.now() + (who === undefined ? NO_FOR_MS : YES_FOR_MS) });
      return who;
    },
  };
}

function job(of: RosterOf, personId: string) {
  return {
    tenantId: of.tenantId,
    conversationId: of.conversationId,
    // Somebody is waiting for the answer.
    lane: 'turn',
    purpose: 'read',
    request: () => memberRequest(of, personId),
  } as const;
}

function belongs(verdict: SendVerdict, of: RosterOf): boolean | undefined {
  if (verdict.verdict === 'not-found') return verdict.reason.toLowerCase() === NO_MEMBER ? false : undefined;
  if (verdict.verdict !== 'done') return undefined;
  const member = Member.safeParse(verdict.body);
  if (!member.success) return undefined;
  return !member.data.guest && (member.data.tenantId ?? of.tenantId) === of.tenantId;
}

function identityIn(verdict: SendVerdict, of: RosterOf): Identified | undefined {
  const member = verdict.verdict === 'done' ? Member.safeParse(verdict.body).data : undefined;
  if (member?.objectId === undefined) return undefined;
  const { guest, name, objectId: id, tenantId = of.tenantId } = member;
  const elsewhere = tenantId.toLowerCase() !== of.tenantId.toLowerCase();
  return { id, ...(name === undefined ? {} : { name }), standing: guest ? 'guest' : elsewhere ? 'outsider' : 'member' };
}
