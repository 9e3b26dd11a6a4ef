import type { z } from 'zod';
import type { Hear, SourceLane, Look } from '../../domain/source';
import { createAuthorizedHttp } from '../../runtime/authorized-http';
import type { Caller } from '../../runtime/authorized-http';
import type { Tokens } from '../../runtime/entra';
import { createHttp, HTTP_DEFAULTS } from '../../runtime/http';
import type { HttpDeps, HttpRequest, HttpSettings } from '../../runtime/http';
import { MINUTE } from '../../domain/time';
import type { Ids } from '../../runtime/ids';
import { classifyAnswer } from './classify';

export interface Question<T extends z.ZodType> {
  /** For logs; free of customers' data. */
  readonly what: string;
  /** Below the base URL, beginning with `/v1/`. */
  readonly path: string;
  readonly schema: T;
  readonly as?: Caller;
  readonly continuationToken?: string;
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** A person waits for it, unless it says otherwise. */
  readonly lane?: SourceLane;
  /** The tenant that it is about, if it is about one. */
  readonly subject?: string;
  readonly hear?: Hear | undefined;
}

export interface Client {
  ask<T extends z.ZodType>(question: Question<T>): Promise<Look<z.infer<T>>>;
  /** The same, for one person. */
  askedBy(personId: string): Client;
}

export interface ClientSettings {
  readonly baseUrl: string;
  readonly http?: Partial<HttpSettings>;
}

/**
 * Published: 500 requests a minute. Jobs and people have a share each; what is left is for whatever else calls in the
 * name of the same tenant. A list of 100,000 customers takes 200 requests; what people ask takes three or four.
 */
const RATES = { job: { requests: 280, withinMs: MINUTE }, person: { requests: 170, withinMs: MINUTE } };
/** Of what people ask, one of them has half at most: whoever asks next gets an answer. */
const ONE_PERSON = { requests: 85, withinMs: MINUTE };

export function createClient(settings: ClientSettings, tokens: Tokens, deps: HttpDeps & { readonly ids: Ids }): Client {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const http = createHttp(
    {
      ...HTTP_DEFAULTS,
      rates: RATES,
      onePerson: ONE_PERSON,
      ...settings.http,
      source: 'partner-center',
      addressSetting: 'PARTNER_CENTER_BASE_URL',
    },
    deps,
  );
  const authorized = createAuthorizedHttp(http, tokens, `${base}/.default`);

  async function ask<T extends z.ZodType>(question: Question<T>, asker?: string): Promise<Look<z.infer<T>>> {
    const correlationId = deps.ids.next();
    const request: HttpRequest = {
      what: question.what,
      method: 'GET',
      url: base + question.path,
      headers: headersOf(question, correlationId, deps.ids),
      signal: question.signal,
      lane: question.lane ?? 'person',
      hear: question.hear,
      ...(asker === undefined ? {} : { asker }),
      ...(question.subject === undefined ? {} : { subject: question.subject }),
      ...(question.patienceMs === undefined ? {} : { patienceMs: question.patienceMs }),
    };
    const look = classifyAnswer(question.what, await authorized.send(request, question.as));
    const read = look.look === 'seen' ? readAs(question, look.value) : look;
    if (read.look === 'failed') {
      const { kind, detail } = read.trouble;
      deps.log.info({ what: question.what, correlationId, kind, detail }, 'Partner Center gave no usable answer');
    }
    return read;
  }

  const askedBy = (personId: string): Client => ({ ask: (question) => ask(question, personId), askedBy });
  return { ask: (question) => ask(question), askedBy };
}

function headersOf(
  question: { readonly continuationToken?: string },
  correlationId: string,
  ids: Ids,
): HttpRequest['headers'] {
  let requestId = ids.next();
  return (last) => {
    // The request id makes a repetition harmless: the same one after silence, a new one after any answer.
    if (last === 'answered') requestId = ids.next();
    return {
      'MS-RequestId': requestId,
      'MS-CorrelationId': correlationId,
      'MS-Contract-Version': 'v1',
      'MS-PartnerCenter-Application': 'Handshake',
      'X-Locale': 'en-US',
      ...(question.continuationToken === undefined ? {} : { 'MS-ContinuationToken': question.continuationToken }),
    };
  };
}

function readAs<T extends z.ZodType>(question: Question<T>, body: unknown): Look<z.infer<T>> {
  const parsed = question.schema.safeParse(body);
  if (parsed.success) return { look: 'seen', value: parsed.data };
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  const detail = `${question.what}: the answer has another shape than expected (at "${where}")`;
  const remedy = 'Check PARTNER_CENTER_BASE_URL; if it is right, report this with the log line.';
  return { look: 'failed', trouble: { source: 'partner-center', kind: 'bad-answer', detail, remedy } };
}
