import type { z } from 'zod';
import type { SourceLane, Look } from '../../domain/source';
import { guidIn, idIn } from '../../domain/one-form';
import type { Clock } from '../../domain/time';
import type { Provider } from '../../provider';
import { createTokens } from '../../runtime/entra';
import type { Credential } from '../../runtime/entra';
import type { HttpDeps, HttpSettings } from '../../runtime/http';
import type { Ids } from '../../runtime/ids';
import type { Secret } from '../../runtime/secret';
import { readAgreement } from './acceptance';
import { createClient } from './client';
import type { Client, Question } from './client';
import { createGraph } from './graph';
import { findPath, listCustomers } from './listing';
import type { BadItems } from './listing';
import { profileSchema } from './profile';
import { listPages } from './pages';
import { servicesIn } from './service-plans';
import {
  customerPageSchema,
  customerSchema,
  invitationSchema,
  licencesSchema,
  servicePlansSchema,
  subscriptionsSchema,
  usersSchema,
} from './schema';

export interface PartnerCenterConfig {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** Adds the calls that need a user (agreement, licences, users, invitation link). */
  readonly refreshToken?: Secret;
  /** Where the newest form of that consent is kept. */
  readonly newestToken?: (again: boolean) => Promise<Secret | undefined>;
  /** How we call this provider; where there is one, it needs no other name. */
  readonly name?: string;
  readonly work365Provider?: string;
  readonly conversations?: readonly string[];
  readonly baseUrl: string;
  /** A host without the tenant. */
  readonly authority: string;
  /** Without `/v1.0`. */
  readonly graphBaseUrl: string;
  /** The bot gives up a list that is longer than so many pages of 500. */
  readonly maxPages?: number;
  readonly http?: Partial<HttpSettings>;
}

export interface PartnerCenterDeps extends HttpDeps {
  readonly ids: Ids;
}

const MAX_PAGES = 2000;

export function createPartnerCenter(config: PartnerCenterConfig, deps: PartnerCenterDeps): Provider {
  const tokens = createTokens({ ...config, source: 'partner-center', prefix: 'PARTNER_CENTER' }, deps);
  const http = config.http === undefined ? {} : { http: config.http };
  const client = createClient({ baseUrl: config.baseUrl, ...http }, tokens, deps);
  // Graph answers 403 about itself; its source and its remedies are its own.
  const graphTokens = createTokens({ ...config, source: 'graph', prefix: 'PARTNER_CENTER' }, deps);
  const graph = createGraph({ baseUrl: config.graphBaseUrl, ...http }, graphTokens, deps);
  let bad: BadItems = [];
  const asking = (by: Client): Provider => ({
    id: idIn(config.tenantId).toLowerCase(),
    name: config.name ?? 'Partner Center',
    ...(config.work365Provider === undefined ? {} : { work365Provider: config.work365Provider }),
    ...(config.conversations === undefined ? {} : { conversations: config.conversations }),
    listTenants: (signal, hear) => {
      const noteBad = (found: BadItems): void => {
        bad = found;
      };
      return listCustomers(client, config.maxPages ?? MAX_PAGES, { signal, hear, noteBad });
    },
    badItems: () => bad,
    ...lookups(by, deps.clock, config.refreshToken !== undefined),
    readAdmin: (tenantId, signal, lane = 'person') =>
      isGuid(tenantId) ? graph.readAdmin(idIn(tenantId), lane, signal) : Promise.resolve({ state: 'not-checked' }),
    askedBy: (personId) => asking(client.askedBy(personId)),
  });
  return asking(client);
}

type Lookups = Omit<Provider, 'id' | 'name' | 'listTenants' | 'badItems' | 'readAdmin' | 'askedBy'>;

function isGuid(text: string): boolean {
  return guidIn(text) !== undefined;
}

function lookups(client: Client, clock: Clock, hasUser: boolean): Lookups {
  return {
    readTenant: (tenantId, signal, lane: SourceLane = 'person') =>
      ask(client, tenantId, { what: 'customer', path: '', schema: customerSchema, signal, lane }),
    readProfile: (tenantId, signal) =>
      ask(client, tenantId, { what: 'profile of a customer', path: '', schema: profileSchema, signal, lane: 'person' }),
    async findTenants(by, startsWith, signal) {
      const path = findPath(by, startsWith);
      return items(await client.ask({ what: 'search for customers', path, schema: customerPageSchema, signal }));
    },
    readSubscriptions: async (tenantId, signal, lane = 'person') =>
      listPages(SUBSCRIPTIONS.path, (path, token) =>
        ask(client, tenantId, { ...SUBSCRIPTIONS, path, ...token, schema: subscriptionsSchema, signal, lane }),
      ),
    readLicences: async (tenantId, signal) =>
      items(await ask(client, tenantId, { ...LICENCES, schema: licencesSchema, as: 'user', signal })),
    readServices: async (tenantId, signal) =>
      servicesIn(items(await ask(client, tenantId, { ...SERVICES, schema: servicePlansSchema, as: 'user', signal }))),
    readUsers: async (tenantId, signal) =>
      listPages(USERS.path, (path, token) =>
        ask(client, tenantId, { ...USERS, path, ...token, schema: usersSchema, as: 'user', signal }),
      ),
    readAgreement: (tenantId, signal, lane = 'person') => {
      if (!hasUser) return Promise.resolve({ state: 'not-configured' });
      if (!isGuid(tenantId)) return Promise.resolve({ state: 'not-checked' });
      return readAgreement(client, clock, idIn(tenantId), { lane, signal });
    },
    async invitationLink(signal) {
      const path = '/v1/customers/relationshiprequests';
      const question = { what: 'invitation link', path, schema: invitationSchema, as: 'user' as const, signal };
      const link = await client.ask(question);
      return link.look === 'seen' ? { look: 'seen', value: link.value.url } : link;
    },
  };
}

const SUBSCRIPTIONS = { what: 'subscriptions of a customer', path: '/subscriptions' };
const LICENCES = { what: 'licences of a customer', path: '/subscribedskus' };
const SERVICES = { what: 'services of a customer', path: '/subscribedskus' };
const USERS = { what: 'users of a customer', path: '/users?size=500' };

/** A question about one customer; `path` is what follows its tenant id. */
function ask<T extends z.ZodType>(client: Client, tenantId: string, question: Question<T>): Promise<Look<z.infer<T>>> {
  const id = guidIn(tenantId);
  if (id !== undefined) return client.ask({ ...question, path: `/v1/customers/${id}${question.path}`, subject: id });
  const detail = `${question.what}: not asked, the tenant id is not a GUID`;
  const remedy = 'Use the id that Partner Center shows as "Microsoft ID".';
  return Promise.resolve({
    look: 'failed',
    trouble: { source: 'partner-center', kind: 'bad-answer', detail, remedy },
  });
}

function items<T>(look: Look<{ readonly items: readonly T[] }>): Look<readonly T[]> {
  return look.look === 'seen' ? { look: 'seen', value: look.value.items } : look;
}
