import { z } from 'zod';
import { createBoundedMap } from './bounded-map';
import type { Verdict } from './outcomes';
import { membersRequest } from './outgoing';
import type { Sender } from './sender';
import type { Timer } from './timer';

export interface Roster {
  /** Whether the person belongs to it and is no guest; `undefined` when it could not be read. */
  has(of: RosterOf, personId: string): Promise<boolean | undefined>;
}

export interface RosterOf {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly conversationId: string;
  /** The team for channels, else the conversation. */
  readonly rosterId: string;
}

/** Somebody who was taken out of the team keeps the right to decide for at most this long. */
const FRESH_MS = 3 * 60_000;
/** A person who is not on our copy may just have been added: then it is read again, but not at every click. */
const RECHECK_MS = 15_000;
const MAX_ROSTERS = 500;
const MAX_PAGES = 200;

const MembersPage = z
  .object({
    members: z
      .array(
        z.object({
          id: z.string(),
          aadObjectId: z.string().nullish(),
          objectId: z.string().nullish(),
          userRole: z.string().nullish(),
          userPrincipalName: z.string().nullish(),
          tenantId: z.string().nullish(),
        }),
      )
      .nullish(),
    continuationToken: z.string().nullish(),
  })
  .transform((page) => ({
    continuation: page.continuationToken === '' ? undefined : (page.continuationToken ?? undefined),
    members: (page.members ?? []).map((member) => ({
      ids: [member.id, member.aadObjectId, member.objectId].filter((id) => typeof id === 'string'),
      guest: member.userRole?.toLowerCase() === 'guest' || (member.userPrincipalName ?? '').includes('#EXT#'),
      tenantId: member.tenantId ?? undefined,
    })),
  }));

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly readAt: number;
}

export function createRoster(deps: { readonly sender: Sender; readonly timer: Timer }): Roster {
  const known = createBoundedMap<string, Known>(MAX_ROSTERS);
  const reading = new Map<string, Promise<Known | undefined>>();

  async function readAll(of: RosterOf): Promise<Known | undefined> {
    const ids = new Set<string>();
    let continuation: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const page = parsePage(await deps.sender.send(job(of, continuation)));
      if (page === undefined) return undefined;
      for (const member of page.members) {
        if (member.guest || (member.tenantId ?? of.tenantId) !== of.tenantId) continue;
        for (const id of member.ids) ids.add(id.toLowerCase());
      }
      if (page.continuation === undefined) return { ids, readAt: deps.timer.now() };
      continuation = page.continuation;
    }
    return undefined;
  }

  async function read(of: RosterOf): Promise<Known | undefined> {
    const key = keyOf(of);
    let running = reading.get(key);
    if (running === undefined) {
      running = readAll(of).finally(() => reading.delete(key));
      reading.set(key, running);
    }
    const fresh = await running;
    if (fresh !== undefined) known.set(key, fresh);
    return fresh;
  }

  return {
    async has(of, personId) {
      const id = personId.toLowerCase();
      const copy = known.get(keyOf(of));
      const age = copy === undefined ? Infinity : deps.timer.now() - copy.readAt;
      if (copy !== undefined && age < FRESH_MS && (copy.ids.has(id) || age < RECHECK_MS)) return copy.ids.has(id);
      return (await read(of))?.ids.has(id);
    },
  };
}

function job(of: RosterOf, continuation: string | undefined) {
  return {
    tenantId: of.tenantId,
    conversationId: of.conversationId,
    // Somebody has clicked and is waiting for the answer.
    lane: 'turn',
    purpose: 'read',
    request: () => membersRequest(of, continuation),
  } as const;
}

function parsePage(verdict: Verdict): z.infer<typeof MembersPage> | undefined {
  if (verdict.verdict !== 'done') return undefined;
  const page = MembersPage.safeParse(verdict.body);
  return page.success ? page.data : undefined;
}

function keyOf(of: RosterOf): string {
  return `${of.tenantId} ${of.rosterId}`;
}
