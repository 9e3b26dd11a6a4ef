import { z } from 'zod';
import { LRUCache } from 'lru-cache';
import type { Groups } from '../groups';
import { createAuthorizedHttp } from '../runtime/authorized-http';
import type { Tokens } from '../runtime/entra';
import { createHttp, HTTP_DEFAULTS } from '../runtime/http';
import type { HttpDeps, HttpSettings } from '../runtime/http';
import type { Log } from '../runtime/log';
import { createEntraOwners } from './entra-owners';
import { atMost } from '../runtime/at-most';

export interface EntraGroupsSettings {
  /** Graph's address, without `/v1.0`. */
  readonly baseUrl: string;
  /** Of the entry in PROVIDERS_FILE whose app asks. */
  readonly entry?: string;
  readonly http?: Partial<HttpSettings>;
}

/** Graph takes so many groups in one `checkMemberGroups` (Microsoft Graph documentation). */
const GROUPS_A_REQUEST = 20;
/** Somebody is waiting for an answer. */
const PATIENCE_MS = 4_000;
const YES_FOR_MS = 3 * 60_000;
const NO_FOR_MS = 60_000;
const REMEMBERED = 5_000;

const memberGroups = z.object({ value: z.array(z.string()) });

/** `POST /users/{id}/checkMemberGroups`: takes ids of groups, nested ones count, and leaves out what is no group. */
export function createEntraGroups(
  settings: EntraGroupsSettings,
  tokens: Tokens,
  deps: HttpDeps & { readonly log: Log },
): Groups {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const http = createHttp(
    { ...HTTP_DEFAULTS, ...settings.http, source: 'graph', addressSetting: 'GRAPH_BASE_URL' },
    deps,
  );
  const authorized = createAuthorizedHttp(http, tokens, `${base}/.default`);
  let told = false;
  const known = new LRUCache<string, { readonly has: boolean; readonly until: number }>(atMost(REMEMBERED));

  function tellOnce(status: number): void {
    if (told) return;
    told = true;
    deps.log.warn(
      { status, ...(settings.entry === undefined ? {} : { entry: settings.entry }) },
      'Ids in MAPPERS and READERS count as people only: for groups grant the Partner Center app GroupMember.Read.All on Graph.',
    );
  }

  async function ask(groupIds: readonly string[], personId: string): Promise<boolean | undefined> {
    const answer = await authorized.send({
      what: 'groups of a person',
      method: 'POST',
      url: `${base}/v1.0/users/${encodeURIComponent(personId)}/checkMemberGroups`,
      headers: () => ({}),
      body: { groupIds },
      lane: 'person',
      patienceMs: PATIENCE_MS,
    });
    if (!answer.answered) return undefined;
    if (answer.status === 404) return false;
    if (answer.status === 401 || answer.status === 403) {
      tellOnce(answer.status);
      // Not a moment's trouble: until an administrator grants it, ids in the settings count as people only.
      return false;
    }
    const parsed = memberGroups.safeParse(answer.status < 300 ? answer.body : undefined);
    return parsed.success ? parsed.data.value.length > 0 : undefined;
  }

  return {
    ownersOf: createEntraOwners(base, authorized, deps.log, settings.entry),
    async hasMember(groupIds, personId) {
      const key = `${personId.toLowerCase()} ${[...groupIds].sort().join(' ')}`;
      const copy = known.get(key);
      if (copy !== undefined && deps.clock.now() < copy.until) return copy.has;
      let has: boolean | undefined = false;
      for (let from = 0; from < groupIds.length && has === false; from += GROUPS_A_REQUEST) {
        has = await ask(groupIds.slice(from, from + GROUPS_A_REQUEST), personId);
      }
      if (has === undefined) return undefined;
      known.set(key, { has, until: deps.clock.now() + (has ? YES_FOR_MS : NO_FOR_MS) });
      return has;
    },
  };
}

/** Without an app in Entra there are no groups: only named people and teams count, and no owners are known. */
export function createNoGroups(): Groups {
  return { hasMember: () => Promise.resolve(false), ownersOf: () => Promise.resolve(undefined) };
}
