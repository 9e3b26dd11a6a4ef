import type { AdminFact } from '../../domain/acceptance';
import type { SourceLane, Trouble } from '../../domain/source';
import { createAuthorizedHttp } from '../../runtime/authorized-http';
import type { Tokens } from '../../runtime/entra';
import { createHttp, HTTP_DEFAULTS } from '../../runtime/http';
import type { HttpAnswer, HttpDeps, HttpSettings } from '../../runtime/http';
import { nextAddress } from '../../runtime/next-link';
import { adminFactOf } from './acceptance';
import { adminRelationshipsSchema } from './schema';
import type { AdminRelationship } from './schema';

export interface Graph {
  /** Delegated admin (GDAP) of one tenant. It exists apart from the reseller relationship. */
  readAdmin(tenantId: string, lane: SourceLane, signal?: AbortSignal): Promise<AdminFact>;
}

export interface GraphSettings {
  /** Without `/v1.0`. */
  readonly baseUrl: string;
  readonly http?: Partial<HttpSettings>;
}

/** A tenant has a handful of relationships; more pages than this are not an answer about one tenant. */
const MAX_PAGES = 20;
const WHAT = 'delegated admin of a customer';

export function createGraph(settings: GraphSettings, tokens: Tokens, deps: HttpDeps): Graph {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const http = createHttp(
    { ...HTTP_DEFAULTS, ...settings.http, source: 'graph', addressSetting: 'GRAPH_BASE_URL' },
    deps,
  );
  const authorized = createAuthorizedHttp(http, tokens, `${base}/.default`);

  return {
    async readAdmin(tenantId, lane, signal) {
      const filter = encodeURIComponent(`customer/tenantId eq '${tenantId}'`);
      let url: string | undefined = `${base}/v1.0/tenantRelationships/delegatedAdminRelationships?$filter=${filter}`;
      const found: AdminRelationship[] = [];
      for (let page = 0; url !== undefined && page < MAX_PAGES; page++) {
        const answer: HttpAnswer = await authorized.send({
          what: WHAT,
          method: 'GET',
          url,
          headers: () => ({}),
          subject: tenantId,
          lane,
          signal,
        });
        const failed = troubleOf(answer);
        if (failed !== undefined) return { state: 'could-not-look', trouble: failed, at: deps.clock.now() };
        const parsed = adminRelationshipsSchema.safeParse(answer.answered ? answer.body : undefined);
        const next: string | undefined = parsed.data?.['@odata.nextLink'] || undefined;
        url = next === undefined ? undefined : nextAddress(next, `${base}/v1.0`);
        // Of relationships that cannot be read nobody can say that they are none.
        if (!parsed.success || parsed.data.value.bad.length > 0 || (next !== undefined && url === undefined)) {
          return { state: 'could-not-look', trouble: strange(), at: deps.clock.now() };
        }
        found.push(...parsed.data.value.items);
      }
      return adminFactOf(found, deps.clock);
    },
  };
}

function troubleOf(answer: HttpAnswer): Trouble | undefined {
  if (!answer.answered) return answer.trouble;
  if (answer.status < 300) return undefined;
  if (answer.status !== 401 && answer.status !== 403) return strange(answer.status);
  const remedy = 'Grant the app DelegatedAdminRelationship.Read.All on Microsoft Graph, with admin consent.';
  return { source: 'graph', kind: 'denied', detail: `${WHAT}: HTTP ${answer.status}`, remedy };
}

function strange(status?: number): Trouble {
  const detail = status === undefined ? `${WHAT}: not the expected shape` : `${WHAT}: HTTP ${status}`;
  return { source: 'graph', kind: 'bad-answer', detail, remedy: 'Check GRAPH_BASE_URL (without /v1.0).' };
}
