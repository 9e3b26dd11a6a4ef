import type { Entra } from './entra';
import { goodsOf, peopleOf, profileOf, servicePlansOf } from './goods';
import { partnerRefusal } from './lacks';
import type { Lacks } from './lacks';
import type { SandboxTenant } from './state';
import type { Answer, Asked } from './wire';
import { createWebhookService } from './webhooks';
import type { World } from './world';

export interface PartnerCenterOptions {
  readonly world: World;
  readonly entra: Entra;
  readonly partnerTenantId: string;
  /** False for answers without byte order marks and changes of casing, for example in a benchmark. */
  readonly quirks: boolean;
  /** The customers of this tenant; all of the world's, with its crowd, without it. */
  readonly tenants?: () => readonly SandboxTenant[];
  readonly lacks?: Lacks;
}

export interface PartnerCenterService {
  answer(asked: Asked): Answer;
  /** From now on every page names itself as the next one. */
  repeatTokens(on: boolean): void;
}

/** Partner Center's REST API, version 1, as far as the bot asks it; its moods included. */
export function createPartnerCenterService(options: PartnerCenterOptions): PartnerCenterService {
  const webhooks = createWebhookService();
  let asked = 0;
  let repeating = false;
  return {
    repeatTokens(on) {
      repeating = on;
    },
    answer(request) {
      asked += 1;
      const bearer = options.entra.bearerOf(request, request.origin);
      if (bearer === undefined) return error(401, 400, 'Access denied.', asked);
      const isUser = bearer.kind === 'user';
      const lacking = partnerRefusal(options.lacks ?? new Set(), request.path, isUser);
      if (lacking !== undefined) return lacking;
      if (request.path.startsWith('/webhooks/')) return webhooks.answer(request);
      const answer = route(options, request, isUser, repeating, asked);
      const ids = {
        'MS-RequestId': request.headers['ms-requestid'] ?? '',
        'MS-CorrelationId': request.headers['ms-correlationid'] ?? '',
      };
      // The mark and the casing follow the number of the request, so that a run can be repeated.
      const moody = options.quirks && answer.status === 200;
      const body = moody && asked % 4 === 2 && !isLong(answer.body) ? inPascalCase(answer.body) : answer.body;
      return { ...answer, body, headers: { ...ids, ...answer.headers }, mark: options.quirks && asked % 3 === 0 };
    },
  };
}

function route(options: PartnerCenterOptions, asked: Asked, user: boolean, repeating: boolean, n: number): Answer {
  const { world } = options;
  const own = options.tenants?.() ?? world.state.tenants;
  if (asked.method !== 'GET') return error(405, 405, 'Method not allowed.', n);
  const [version, collection, id, ...rest] = asked.path.split('/').filter((part) => part !== '');
  if (version !== 'v1' || collection !== 'customers') return error(404, 404, 'Resource not found.', n);
  if (id === undefined)
    return asked.query.has('filter') ? found(own, asked, n) : page(options, own, asked, repeating, n);
  if (id === 'relationshiprequests') {
    return user ? { status: 200, body: invitation(options.partnerTenantId) } : needsUser(n);
  }
  if (!/^[0-9a-f-]{36}$/i.test(id)) return error(400, 900118, 'The customer id is not valid.', n);
  const tenant =
    options.tenants === undefined ? world.findTenant(id) : own.find(({ tenantId }) => tenantId === id.toLowerCase());
  if (tenant === undefined) return error(404, 60003, 'The tenant was not found.', n);
  if (tenant.relation === 'none') return error(403, 20002, 'No relationship between caller and account.', n);
  return ofTenant(tenant, rest.join('/'), user, n);
}

function ofTenant(tenant: SandboxTenant, part: string, user: boolean, n: number): Answer {
  switch (part) {
    case '':
      return { status: 200, body: fullCustomer(tenant) };
    case 'subscriptions':
      return collection(goodsOf(tenant).map((goods, i) => subscription(tenant, goods, i)));
    case 'customDomains':
      return { status: 200, body: [`${tenant.label}.onmicrosoft.com`, ...tenant.domains] };
    case 'subscribedskus':
      return user ? collection(goodsOf(tenant).map(sku)) : needsUser(n);
    case 'users':
      return user ? collection(peopleOf(tenant).map(person)) : needsUser(n);
    case 'agreements':
      return user ? collection(agreements(tenant)) : needsUser(n);
    case 'directSignedMicrosoftCustomerAgreementStatus':
      return user ? { status: 200, body: { isSigned: tenant.agreement === 'direct' } } : needsUser(n);
    default:
      return error(404, 404, 'Resource not found.', n);
  }
}

/** Pages: a `size` at first, then only a token in a header; the token remembers the size. */
function page(
  { world, tenants }: PartnerCenterOptions,
  all: readonly SandboxTenant[],
  asked: Asked,
  repeating: boolean,
  n: number,
): Answer {
  const token = asked.headers['ms-continuationtoken'];
  const start = token === undefined ? { offset: 0, size: Number(asked.query.get('size') ?? 100) } : readToken(token);
  if (start === undefined || (token !== undefined && asked.query.get('seekOperation') !== 'Next')) {
    return error(400, 3000, 'The continuation token is not valid.', n);
  }
  const own = all.filter((t) => t.relation !== 'none');
  const total = own.length + (tenants === undefined ? world.crowd.tenants : 0);
  const end = Math.min(start.offset + (start.size > 0 ? start.size : total), total);
  const items: object[] = [];
  for (let i = start.offset; i < end; i++) items.push(listed(own[i] ?? world.crowd.tenant(i - own.length)));
  const next = writeToken({ offset: repeating ? start.offset : end, size: start.size });
  // The token is in the body or only in the link, as it comes.
  const inBody = n % 2 === 0 ? { continuationToken: next } : {};
  const link = {
    uri: `/customers?size=${start.size}&seekOperation=Next`,
    method: 'GET',
    headers: [{ key: 'MS-ContinuationToken', value: next }],
  };
  return {
    status: 200,
    body: {
      totalCount: items.length,
      items,
      ...(end < total || repeating ? { ...inBody, links: { self: { uri: '/v1/customers' }, next: link } } : {}),
      attributes: { objectType: 'Collection' },
    },
  };
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

function writeToken(place: Place): string {
  return Buffer.from(`${place.offset}:${place.size}`).toString('base64');
}

function readToken(token: string): Place | undefined {
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8'));
  return match === null ? undefined : { offset: Number(match[1]), size: Number(match[2]) };
}

function found(all: readonly SandboxTenant[], asked: Asked, n: number): Answer {
  const filter: unknown = parse(asked.query.get('filter') ?? '');
  if (typeof filter !== 'object' || filter === null || !('Field' in filter) || !('Value' in filter)) {
    return error(400, 3000, 'The filter is not valid.', n);
  }
  if (!('Operator' in filter) || filter.Operator !== 'starts_with')
    return error(400, 3000, 'The operator is not supported.', n);
  const start = String(filter.Value).toLowerCase();
  const field = filter.Field === 'Domain' ? domainOf : (t: SandboxTenant) => t.name;
  const own = all.filter((t) => t.relation !== 'none');
  return collection(own.filter((t) => field(t).toLowerCase().startsWith(start)).map(listed));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function domainOf(tenant: SandboxTenant): string {
  return `${tenant.label}.onmicrosoft.com`;
}

/** Lists hold the id, the name, the initial domain and the relation, nothing more. */
function listed(tenant: SandboxTenant) {
  return {
    id: tenant.tenantId,
    companyProfile: {
      tenantId: tenant.tenantId,
      domain: domainOf(tenant),
      companyName: tenant.name,
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner: tenant.relation,
    attributes: { objectType: 'Customer' },
  };
}

/** Address and custom domains are shown only with delegated admin. */
function fullCustomer(tenant: SandboxTenant) {
  const list = listed(tenant);
  const admin = tenant.admin === 'active' || tenant.admin === 'expiring';
  const { contact, address } = profileOf(tenant);
  return {
    ...list,
    companyProfile: { ...list.companyProfile, ...(admin ? { address, email: contact.email } : {}) },
    billingProfile: { id: tenant.tenantId, companyName: tenant.name, ...contact, defaultAddress: address },
    allowDelegatedAccess: false,
    ...(admin ? { customDomains: [domainOf(tenant), ...tenant.domains] } : {}),
  };
}

function subscription(tenant: SandboxTenant, goods: ReturnType<typeof goodsOf>[number], i: number) {
  return {
    id: tenant.tenantId.slice(0, -1) + String(i),
    offerName: goods.product.name,
    friendlyName: goods.product.name,
    quantity: goods.quantity,
    unitType: 'Licenses',
    status: goods.status,
    creationDate: new Date(goods.startedAt).toISOString(),
    commitmentEndDate: new Date(goods.endsAt).toISOString(),
    autoRenewEnabled: goods.renews,
    isTrial: false,
    billingCycle: 'monthly',
    termDuration: goods.term,
    attributes: { objectType: 'Subscription' },
  };
}

function sku(goods: ReturnType<typeof goodsOf>[number]) {
  return {
    totalUnits: goods.quantity,
    consumedUnits: goods.used,
    availableUnits: goods.quantity - goods.used,
    productSku: { name: goods.product.name, skuPartNumber: goods.product.part },
    servicePlans: servicePlansOf(goods),
    capabilityStatus: goods.status === 'active' ? 'Enabled' : 'Suspended',
  };
}

function person(who: ReturnType<typeof peopleOf>[number]) {
  return { displayName: who.name, userPrincipalName: who.login, state: who.active ? 'active' : 'inactive' };
}

function agreements(tenant: SandboxTenant) {
  if (tenant.agreement !== 'attested') return [];
  return [
    {
      type: 'MicrosoftCustomerAgreement',
      dateAgreed: new Date(tenant.acceptedAt).toISOString(),
      templateId: '998b88de',
    },
  ];
}

function invitation(partnerTenantId: string) {
  const query = `invType=ResellerRelationship&partnerId=${partnerTenantId}&msppId=0&DAP=false`;
  const url = `https://admin.microsoft.com/Adminportal/Home?${query}#/BillingAccounts/partner-invitation`;
  return { url, attributes: { objectType: 'RelationshipRequest' } };
}

function collection(items: readonly object[]): Answer {
  return { status: 200, body: { totalCount: items.length, items, attributes: { objectType: 'Collection' } } };
}

function needsUser(n: number): Answer {
  return error(403, 2032, 'Access denied: the call needs a user.', n);
}

/** The code is a number in some answers and text in others. */
function error(status: number, code: number, description: string, n: number): Answer {
  return { status, body: { code: n % 2 === 0 ? code : String(code), description, data: [], source: 'PartnerFD' } };
}

function isLong(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items) && body.items.length > 100
  );
}

function inPascalCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPascalCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), inPascalCase(inner)]),
  );
}
