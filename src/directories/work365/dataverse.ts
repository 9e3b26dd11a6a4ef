import type { z } from 'zod';
import { SourceFailure } from '../../domain/source';
import type { Hear, Look, Trouble } from '../../domain/source';
import { MINUTE } from '../../domain/time';
import { createAuthorizedHttp } from '../../runtime/authorized-http';
import type { Tokens } from '../../runtime/entra';
import { createHttp, HTTP_DEFAULTS } from '../../runtime/http';
import type { HttpAnswer, HttpDeps, HttpRequest, HttpSettings } from '../../runtime/http';
import { nextAddress } from '../../runtime/next-link';
import { errorSchema, pageSchema } from './schema';
import type { ForeignRow } from './schema';

export interface DataverseQuery {
  /** For logs; free of customers' data. */
  readonly what: string;
  /** Relative to the service's root, encoded. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly hear?: Hear | undefined;
}

export interface Patch extends DataverseQuery {
  readonly etag: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly onBehalfOf?: string | undefined;
}

export interface DataversePost extends DataverseQuery {
  readonly body: Readonly<Record<string, unknown>>;
  /** Also where Dataverse's rules find a duplicate. */
  readonly despiteDuplicates: boolean;
  readonly onBehalfOf?: string | undefined;
}

/** A page of a list; undefined stands in the place of an item that is no row. */
export type RowPage = readonly (ForeignRow | undefined)[];

/** Dataverse's Web API, 9.2, as the application user. */
export interface Dataverse {
  get<T extends z.ZodType>(query: DataverseQuery, schema: T): Promise<Look<z.infer<T>>>;
  /** Every row of a query, a page in memory at a time; throws `SourceFailure`. */
  pages(query: DataverseQuery): AsyncGenerator<RowPage>;
  /** The raw answer: what its status means depends on what was written. */
  patch(patch: Patch): Promise<HttpAnswer>;
  /** Makes a row. The raw answer, too; without one it may have arrived all the same. */
  post(post: DataversePost): Promise<HttpAnswer>;
}

const PAGE_SIZE = 1000;
const MAX_PAGES = 5000;
/** A list starts again from its first page, so it outwaits a throttling. */
const LIST_PATIENCE = 3 * MINUTE;
const ANNOTATIONS = 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"';
const HEADERS = { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0', 'If-None-Match': 'null' };

export function createDataverse(
  url: string,
  tokens: Tokens,
  deps: HttpDeps,
  settings?: Partial<HttpSettings>,
): Dataverse {
  const origin = url.replace(/\/+$/, '');
  const root = `${origin}/api/data/v9.2/`;
  const http = createHttp(
    // Dataverse allows 52 at a time and 6000 in five minutes.
    {
      ...HTTP_DEFAULTS,
      rates: { job: { perSecond: 15, burst: 40 }, person: { perSecond: 5, burst: 20 } },
      ...settings,
      source: 'work365',
      addressSetting: 'DATAVERSE_URL',
    },
    deps,
  );
  const authorized = createAuthorizedHttp(http, tokens, `${origin}/.default`);

  async function ask<T extends z.ZodType>(
    query: DataverseQuery,
    request: Partial<HttpRequest>,
    schema: T,
    prefer: string,
  ) {
    const headers = { ...HEADERS, Prefer: prefer };
    const answer = await authorized.send({
      what: query.what,
      method: 'GET',
      url: root + query.path,
      headers: () => headers,
      signal: query.signal,
      hear: query.hear,
      ...request,
    });
    return readAs(query.what, answer, schema);
  }

  return {
    get: (query, schema) => ask(query, {}, schema, ANNOTATIONS),
    async *pages(query) {
      let address = root + query.path;
      const been = new Set([address]);
      for (let page = 0; page < MAX_PAGES; page++) {
        const request = { url: address, patienceMs: LIST_PATIENCE };
        const look = await ask(query, request, pageSchema, `odata.maxpagesize=${PAGE_SIZE},${ANNOTATIONS}`);
        if (look.look === 'absent') throw new SourceFailure(strange(query.what, 'HTTP 404'));
        if (look.look === 'failed') throw new SourceFailure(look.trouble);
        const { rows, next } = look.value;
        yield rows;
        if (next === undefined) return;
        const goesOn = nextAddress(next, root.slice(0, -1));
        if (goesOn === undefined) throw new SourceFailure(strange(query.what, 'a next link to another place'));
        if (been.has(goesOn)) throw new SourceFailure(strange(query.what, 'the same next link again'));
        been.add(goesOn);
        address = goesOn;
      }
      throw new SourceFailure(strange(query.what, `more than ${MAX_PAGES} pages`));
    },
    patch: (patch) =>
      authorized.send({
        what: patch.what,
        method: 'PATCH',
        url: root + patch.path,
        headers: () => ({
          ...HEADERS,
          'If-Match': patch.etag,
          'Prefer': `return=representation,${ANNOTATIONS}`,
          ...(patch.onBehalfOf === undefined ? {} : { CallerObjectId: patch.onBehalfOf }),
        }),
        body: patch.body,
        // The version is in If-Match: a repetition of one that arrived is refused, not done twice.
        repeatable: true,
        signal: patch.signal,
      }),
    post: (post) =>
      authorized.send({
        what: post.what,
        method: 'POST',
        url: root + post.path,
        headers: () => ({
          ...HEADERS,
          'Prefer': `return=representation,${ANNOTATIONS}`,
          // Without this header Dataverse looks for no duplicates.
          'MSCRM.SuppressDuplicateDetection': String(post.despiteDuplicates),
          ...(post.onBehalfOf === undefined ? {} : { CallerObjectId: post.onBehalfOf }),
        }),
        body: post.body,
        // Its rules of duplicates are documented to answer with the status of a failure.
        isRefusal: (body) => errorSchema.safeParse(body).data?.code === FOUND_DUPLICATES,
        signal: post.signal,
      }),
  };
}

function readAs<T extends z.ZodType>(what: string, answer: HttpAnswer, schema: T): Look<z.infer<T>> {
  if (!answer.answered) return { look: 'failed', trouble: answer.trouble };
  if (isGone(answer)) return { look: 'absent' };
  if (answer.status >= 300) return { look: 'failed', trouble: refusal(what, answer) };
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return { look: 'seen', value: parsed.data };
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return { look: 'failed', trouble: strange(what, `not the expected shape (at "${where}")`) };
}

/** What Dataverse answers, as a 500 or a 412, when a rule of duplicates has found one. */
export const FOUND_DUPLICATES = '0x80040333';

/** `0x80040217`: the row is not there. Other 404s say that a name or the address is wrong. */
export function isGone(answer: HttpAnswer): boolean {
  if (!answer.answered || answer.status !== 404) return false;
  return errorSchema.safeParse(answer.body).data?.code === '0x80040217';
}

/** What a refused request means, with the remedy. */
export function refusal(what: string, answer: Extract<HttpAnswer, { answered: true }>): Trouble {
  const error = errorSchema.safeParse(answer.body).data;
  const detail = `${what}: HTTP ${answer.status}${error === undefined ? '' : `, code ${error.code}`}`;
  const source = 'work365';
  switch (answer.status) {
    case 401: {
      const remedy = 'Check DATAVERSE_CLIENT_ID and DATAVERSE_URL, and that the app is an application user there.';
      return { source, kind: 'denied', detail, remedy };
    }
    case 403: {
      const lacking = error?.privilege === undefined ? '' : ` (it lacks ${error.privilege})`;
      const remedy =
        `Give the application user a security role with read on provider accounts, providers and accounts, and ` +
        `write, append and append-to on provider accounts and accounts${lacking}.`;
      return { source, kind: 'denied', detail: detail + lacking, remedy };
    }
    case 400:
    case 404: {
      const remedy = 'A table or column has another name here: see the set-up check, and set WORK365_SCHEMA.';
      return { source, kind: error === undefined ? 'bad-answer' : 'misconfigured', detail, remedy };
    }
    default:
      return strange(what, `HTTP ${answer.status}`);
  }
}

export function strange(what: string, why: string): Trouble {
  const remedy = 'Check DATAVERSE_URL; if it is right, report this with the log line.';
  return { source: 'work365', kind: 'bad-answer', detail: `${what}: ${why}`, remedy };
}
