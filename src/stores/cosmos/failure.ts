import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import type { ServerClock } from './server-clock';

/**
 * What a request to Cosmos came to when it did not succeed, sorted by what we do about it.
 * - `absent`: there is no such document
 * - `conflict`: the condition of the write does not hold, nothing was written
 * - `busy`: refused before anything was done (429, 449); worth another try, after `waitMs` if it says so
 * - `unclear`: no answer, or one that leaves open whether the write was done; worth another try
 * - `denied`: key, identity or firewall
 * - `no-container`: the database or the container is not there
 * - `refused`: anything else; the same request would be refused again
 */
export interface CosmosFailure {
  readonly failure: 'absent' | 'conflict' | 'busy' | 'unclear' | 'denied' | 'no-container' | 'refused';
  readonly status?: number;
  readonly substatus?: number;
  readonly waitMs?: number;
  readonly cause: unknown;
}

const SESSION_NOT_READY = 1002;
const OWNER_MISSING = 1003;
/** The region no longer takes writes, or left the account: the SDK then looks up the regions anew. */
const REGION_MOVED: readonly (number | undefined)[] = [3, 1008];

/**
 * An answer, or the lack of one, that the SDK would repeat by its own rules (up to 120 times for a lost connection).
 * As an error that those rules do not know it comes straight to us: retries are decided in retry.ts alone.
 */
export class Unanswered extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    readonly substatus: number | undefined,
    readonly waitMs: number | undefined,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Unanswered';
  }
}

/** The SDK asks for a plan beside every query. Queries within one partition are answered without. */
const PLAN_REQUEST = 'x-ms-cosmos-is-query-plan-request';
/** What a query that cannot do without a plan is answered, as `additionalErrorInfo`. */
const NEEDS_PLAN = 'partitionedQueryExecutionInfoVersion';

/**
 * Wraps the HTTP client of the SDK so that what its retry rules react to becomes `Unanswered`, and so that a query is
 * one request and not two. Notes the time of every answer, too.
 */
export function withoutSdkRetries(inner: HttpClient, serverClock: ServerClock): HttpClient {
  let plansNeeded = false;

  async function send(request: PipelineRequest): Promise<PipelineResponse> {
    try {
      return await inner.sendRequest(request);
    } catch (error) {
      throw new Unanswered('no answer from Cosmos DB', undefined, undefined, undefined, { cause: error });
    }
  }

  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      if (request.headers.has(PLAN_REQUEST) && !plansNeeded) {
        throw new Unanswered('plans of queries are not needed', undefined, undefined, undefined);
      }
      const response = await send(request);
      serverClock.note(response.headers.get('date'));
      if (response.status === 400 && !plansNeeded && response.bodyAsText?.includes(NEEDS_PLAN) === true) {
        plansNeeded = true;
        throw new Unanswered('this query needs a plan', undefined, undefined, undefined);
      }
      if (isRetriedBySdk(response)) throw unanswered(response);
      return response;
    },
  };
}

function isRetriedBySdk(response: PipelineResponse): boolean {
  if (response.status === 404) return substatusOf(response) === SESSION_NOT_READY;
  // Gateways answer with pages of their own; the SDK would fail on them with a syntax error.
  return response.status === 429 || response.status >= 500 || (response.status >= 400 && !isJson(response));
}

function isJson(response: PipelineResponse): boolean {
  return response.headers.get('content-type')?.includes('json') === true;
}

function unanswered(response: PipelineResponse): Unanswered {
  const wait = numberOf(response.headers.get('x-ms-retry-after-ms'));
  return new Unanswered(`Cosmos DB answered ${response.status}`, response.status, substatusOf(response), wait);
}

function substatusOf(response: PipelineResponse): number | undefined {
  return numberOf(response.headers.get('x-ms-substatus'));
}

function numberOf(text: string | undefined): number | undefined {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) ? undefined : value;
}

/** The SDK gives every 404 of a point read as "no such document", also when it is the container that is not there. */
export function throwIfOwnerMissing(status: number, substatus: number | undefined): void {
  if (substatus !== OWNER_MISSING) return;
  throw new Unanswered('the container is not there', status, substatus, undefined);
}

/** What @azure/identity throws when it finds no identity, or when the one that it finds is refused. */
const CREDENTIAL_ERRORS: readonly (string | undefined)[] = [
  'CredentialUnavailableError',
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
];

const sdkError = z.object({
  name: z.string().optional().catch(undefined),
  code: z.number().optional().catch(undefined),
  substatus: z.number().optional().catch(undefined),
  retryAfterInMs: z.number().optional().catch(undefined),
});

/** Sorts an error of the SDK by its status codes. */
export function classifyFailure(error: unknown): CosmosFailure {
  if (error instanceof Unanswered) return sort(error.status, error.substatus, error.waitMs, error);
  const { name, code, substatus, retryAfterInMs } = sdkError.catch({}).parse(error);
  if (CREDENTIAL_ERRORS.includes(name)) return { failure: 'denied', cause: error };
  return sort(code, substatus, retryAfterInMs, error);
}

function sort(
  status: number | undefined,
  substatus: number | undefined,
  waitMs: number | undefined,
  cause: unknown,
): CosmosFailure {
  const facts = {
    ...(status === undefined ? {} : { status }),
    ...(substatus === undefined ? {} : { substatus }),
    ...(waitMs === undefined ? {} : { waitMs }),
    cause,
  };
  return { failure: kindOf(status, substatus), ...facts };
}

function kindOf(status: number | undefined, substatus: number | undefined): CosmosFailure['failure'] {
  switch (status) {
    case 404:
      if (substatus === OWNER_MISSING) return 'no-container';
      return substatus === SESSION_NOT_READY ? 'unclear' : 'absent';
    case 409:
    case 412:
      return 'conflict';
    case 429:
    case 449:
      return 'busy';
    case 401:
      return 'denied';
    case 403:
      return REGION_MOVED.includes(substatus) ? 'unclear' : 'denied';
    case undefined:
    case 408:
    case 410:
      return 'unclear';
    default:
      return status >= 500 ? 'unclear' : 'refused';
  }
}
