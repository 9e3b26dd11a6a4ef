import type { AccountRecord } from '../../src/domain/account';
import type { Acceptance } from '../../src/domain/acceptance';
import type { AccountLine, AccountPicture, CandidateLine, Freshness } from '../../src/domain/answers';
import type { Customer } from '../../src/domain/customer';
import type { Decision, Mapping } from '../../src/domain/decision';
import type { ConversationRecord, WatchRecord } from '../../src/domain/documents';
import type { Evidence } from '../../src/domain/evidence';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time';
import type { WriteBack } from '../../src/domain/write-back';

/** Values that views draw, with believable defaults. All times hang on this one. */
export const NOW = Date.UTC(2026, 4, 12, 9, 30);

export const TENANT = '4c2a7a5e-9d3b-4f61-8a57-0d1f6b7c2e90';
export const PROVIDER = 'b7d1c8f2-3e54-4a89-9c10-5f2e7d6a8b43';
export const ACCOUNT = `account:${PROVIDER}:${TENANT}`;

export const ANA = { kind: 'person', person: { id: 'ana', name: 'Ana Kovač' } } as const;
export const TOM = { kind: 'person', person: { id: 'tom', name: 'Tom Wieland' } } as const;

export const CONTOSO: Customer = {
  id: 'c-10482',
  name: 'Contoso Maschinenbau GmbH',
  number: 'AC-10482',
  website: 'www.contoso-mb.de',
  city: 'Stuttgart',
  country: 'DE',
};
export const CONTOSO_AT: Customer = {
  id: 'c-10977',
  name: 'Contoso Handels GmbH',
  number: 'AC-10977',
  website: 'contoso-handel.at',
  city: 'Linz',
  country: 'AT',
};
export const CONTI: Customer = {
  id: 'c-20119',
  name: 'Conti Machinery Ltd',
  number: 'AC-20119',
  city: 'Leeds',
  country: 'GB',
};

export const reasons: readonly Evidence[] = [
  { code: 'same-domain', side: 'for', weight: 4.1, domain: 'contoso-mb.de' },
  { code: 'same-name-but-legal-form', side: 'for', weight: 2.2, account: '', customer: 'gmbh' },
  { code: 'same-country', side: 'for', weight: 0.4, country: 'DE' },
];

export function candidate(
  customer: Customer,
  probability: number,
  evidence: readonly Evidence[] = reasons,
): CandidateLine {
  return { customer, probability, evidence, mappedAccounts: 0 };
}

export const CANDIDATES: readonly CandidateLine[] = [
  candidate(CONTOSO, 0.985),
  candidate(CONTOSO_AT, 0.31, [
    { code: 'similar-name', side: 'for', weight: 1.4, shared: ['contoso'] },
    { code: 'other-country', side: 'against', weight: -1.2, account: 'DE', customer: 'AT' },
  ]),
  candidate(CONTI, 0.06, [
    { code: 'similar-spelling', side: 'for', weight: 0.7, account: 'Contoso', customer: 'Conti' },
    { code: 'missing-word', side: 'against', weight: -1.9, word: 'Maschinenbau', on: 'customer' },
  ]),
];

const checked = { checkedAt: NOW - 2 * MINUTE, source: 'partner-center' } as const;

export const ACCEPTED: Acceptance = {
  reseller: { state: 'accepted', since: { at: NOW - 40 * MINUTE, basis: 'event' }, ...checked },
  agreement: { state: 'not-signed', ...checked },
  admin: { state: 'active', until: Date.UTC(2026, 7, 12), checkedAt: NOW - HOUR, source: 'graph' },
};

export const UNKNOWN: Acceptance = {
  reseller: {
    state: 'could-not-look',
    trouble: { source: 'partner-center', kind: 'unreachable', detail: 'ECONNREFUSED' },
    at: NOW - MINUTE,
  },
  agreement: { state: 'not-checked' },
  admin: { state: 'not-configured' },
};

export const FRESH: readonly Freshness[] = [
  { source: 'partner-center', part: 'accounts', asOf: NOW - 2 * MINUTE },
  { source: 'work365', part: 'rows', asOf: NOW - 3 * MINUTE },
  { source: 'work365', part: 'customers', asOf: NOW - 3 * MINUTE },
];

export const TROUBLED: readonly Freshness[] = [
  {
    source: 'partner-center',
    part: 'accounts',
    asOf: NOW - 3 * HOUR,
    trouble: {
      source: 'partner-center',
      kind: 'denied',
      detail: '401',
      remedy: 'Renew PARTNER_CENTER_CLIENT_SECRET.',
    },
    troubleSince: NOW - 170 * MINUTE,
  },
  { source: 'work365', part: 'rows', asOf: NOW - 3 * MINUTE },
  { source: 'work365', part: 'customers' },
];

export function account(changes: Partial<AccountRecord> = {}): AccountRecord {
  return {
    kind: 'account',
    id: ACCOUNT,
    partnerId: 'partner',
    format: 1,
    version: 3,
    providerId: PROVIDER,
    tenantId: TENANT,
    tenant: {
      tenantId: TENANT,
      name: 'Contoso Maschinenbau',
      defaultDomain: 'contosomb.onmicrosoft.com',
      domains: ['contoso-mb.de'],
      country: 'DE',
    },
    firstSeenAt: NOW - 38 * MINUTE,
    acceptance: ACCEPTED,
    mapping: { state: 'open' },
    mappingVersion: 1,
    decisions: [],
    decisionsArchived: 0,
    notices: [],
    writeBack: { state: 'idle', writtenVersion: 1, attempts: 0 },
    ...changes,
  };
}

export function picture(changes: Partial<AccountRecord> = {}, more: Partial<AccountPicture> = {}): AccountPicture {
  return {
    record: account(changes),
    verdict: 'this-one',
    candidates: CANDIDATES,
    freshness: FRESH,
    now: NOW,
    ...more,
  };
}

export const MAPPED: Mapping = {
  state: 'mapped',
  customer: { id: CONTOSO.id, name: CONTOSO.name },
  by: ANA,
  at: NOW - 4 * SECOND,
  decisionId: 'd-2',
  teaches: true,
};

export const PICKED: Decision = {
  id: 'd-2',
  at: NOW - 4 * SECOND,
  by: ANA,
  verdict: 'mapped',
  customer: { id: CONTOSO.id, name: CONTOSO.name },
  evidence: reasons,
  before: { state: 'open' },
};

const ROW = { rowId: 'r1', name: 'Contoso Maschinenbau', etag: 'W/"1"', createdAt: NOW - 20 * MINUTE } as const;

export function mapped(
  writeBack: Partial<WriteBack> = {},
  changes: Partial<AccountRecord> = {},
): Partial<AccountRecord> {
  return {
    mapping: MAPPED,
    mappingVersion: 3,
    decisions: [PICKED],
    directoryRow: ROW,
    writeBack: { state: 'written', writtenVersion: 3, attempts: 0, at: NOW - 2 * SECOND, ...writeBack },
    ...changes,
  };
}

export function line(changes: Partial<AccountLine> = {}): AccountLine {
  return {
    accountId: ACCOUNT,
    name: 'Contoso Maschinenbau',
    domain: 'contoso-mb.de',
    tenantId: TENANT,
    state: 'open',
    accepted: { at: NOW - 3 * DAY, basis: 'event' },
    firstSeenAt: NOW - 3 * DAY,
    ...changes,
  };
}

const NAMES = [
  ['Tailspin Toys', 'tailspintoys.com'],
  ['Fourth Coffee (UK) Ltd', 'fourthcoffee.co.uk'],
  ['Wide World Importers', 'wwi.onmicrosoft.com'],
  ['Adatum Corporation', 'adatum.com'],
  ['Bäckerei Müller & Söhne KG', 'baeckerei-mueller.de'],
  ['VanArsdel, Ltd.', 'vanarsdel.nl'],
  ['Proseware', 'proseware.onmicrosoft.com'],
  ['Lucerne Publishing SA', 'lucerne-publishing.ch'],
  ['Humongous Insurance', 'humongous.example'],
  ['Coho Vineyard', 'cohovineyard.fr'],
] as const;

const BASES = ['event', 'first-seen', 'before-first-look'] as const;

export function lines(count: number): readonly AccountLine[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, domain] = NAMES[index % NAMES.length]!;
    const at = NOW - (count - index) * 2 * DAY;
    return line({
      accountId: `account:${PROVIDER}:t-${index}`,
      name,
      domain,
      accepted: { at, basis: BASES[index % BASES.length]! },
      firstSeenAt: at,
    });
  });
}

export function watch(changes: Partial<WatchRecord> = {}): WatchRecord {
  return {
    kind: 'watch',
    id: 'watch:1',
    partnerId: 'partner',
    format: 1,
    person: { id: 'ana', name: 'Ana Kovač' },
    conversationId: 'a:1',
    query: 'fabrikam.com',
    language: 'en',
    since: NOW - 8 * DAY,
    state: 'waiting',
    asked: [],
    ...changes,
  };
}

export const ROUTING = {
  countries: { of: ['DE', 'AT'] },
  letters: { of: ['A-K', '#'] },
  languages: { of: ['fr'], not: true },
  size: { by: 'seats', from: 10, to: 50 },
  rest: true,
} as const satisfies ConversationRecord['settings']['routing'];

export const SETTINGS: ConversationRecord['settings'] = {
  notifications: true,
  digest: { on: true, when: 'monday', time: '08:30' },
};
