import { z } from 'zod';
import type { AuthorizedHttp } from '../runtime/authorized-http';
import type { Log } from '../runtime/log';

/** A group has a hundred owners at most (Microsoft Entra's limits). */
const OWNERS_A_PAGE = 100;
const PATIENCE_MS = 10_000;

const Owners = z.object({ value: z.array(z.object({ '@odata.type': z.string().optional(), 'id': z.string() })) });
const IS_USER = '#microsoft.graph.user';

/**
 * `GET /groups/{id}/owners`: the least permission that Graph asks for is `GroupMember.Read.All`, which tells ids and
 * kinds and nothing else. Apps may own a group as well and are left out.
 */
export function createEntraOwners(base: string, http: AuthorizedHttp, log: Log, entry?: string) {
  let told = false;

  return async function ownersOf(groupId: string): Promise<readonly string[] | undefined> {
    const answer = await http.send({
      what: 'owners of a team',
      method: 'GET',
      url: `${base}/v1.0/groups/${encodeURIComponent(groupId)}/owners?$select=id&$top=${OWNERS_A_PAGE}`,
      headers: () => ({}),
      lane: 'job',
      patienceMs: PATIENCE_MS,
    });
    if (!answer.answered) return undefined;
    if (answer.status === 404) return [];
    if ((answer.status === 401 || answer.status === 403) && !told) {
      told = true;
      log.warn(
        { status: answer.status, ...(entry === undefined ? {} : { entry }) },
        'The owners of the first team are not known, so whoever installed the bot there administers it: name ADMINS, or grant the Partner Center app GroupMember.Read.All on Graph.',
      );
    }
    const parsed = Owners.safeParse(answer.status < 300 ? answer.body : undefined);
    if (!parsed.success) return undefined;
    return parsed.data.value
      .filter((owner) => (owner['@odata.type'] ?? IS_USER) === IS_USER)
      .map(({ id }) => id.toLowerCase())
      .sort();
  };
}
