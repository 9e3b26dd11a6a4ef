import type { Circles } from '../src/domain/circles';
import type { Acceptance } from '../src/domain/acceptance';
import type { AccountRecord, DirectoryRow } from '../src/domain/account';
import type { Customer } from '../src/domain/customer';
import type { DecisionStamp } from '../src/domain/mapping';
import { firstSight } from '../src/domain/observe';
import type { FirstSight } from '../src/domain/observe';
import type { Actor } from '../src/domain/person';

/** Facts with sensible defaults; a test names only what it is about. */

export const T0 = Date.UTC(2026, 4, 3, 9, 0, 0);
export const PROVIDER = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';

export const ana: Actor = { kind: 'person', person: { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' } };
export const ben: Actor = { kind: 'person', person: { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Ben Ito' } };

export function acceptance(news: Partial<Acceptance> = {}): Acceptance {
  return {
    reseller: { state: 'accepted', since: { at: T0, basis: 'first-seen' }, checkedAt: T0, source: 'partner-center' },
    agreement: { state: 'not-checked' },
    admin: { state: 'not-checked' },
    ...news,
  };
}

export function account(news: Partial<FirstSight> = {}): AccountRecord {
  const tenantId = news.tenantId ?? TENANT;
  return firstSight({
    partnerId: 'partner',
    providerId: PROVIDER,
    tenantId,
    tenant: { tenantId, name: 'Contoso Ltd', defaultDomain: 'contoso.onmicrosoft.com', country: 'GB' },
    acceptance: acceptance(),
    writesBack: true,
    tell: [],
    at: T0,
    ...news,
  });
}

export function row(news: Partial<DirectoryRow> = {}): DirectoryRow {
  return { rowId: 'row-1', name: 'Contoso Ltd', etag: 'W/"1"', createdAt: T0, ...news };
}

export function customer(news: Partial<Customer> = {}): Customer {
  return { id: 'customer-1', name: 'Contoso Limited', website: 'contoso.com', country: 'GB', ...news };
}

let stamps = 0;

/** A decision stamp; each call makes a new id unless one is given. */
export function stamp(by: Actor = ana, news: Partial<DecisionStamp> = {}): DecisionStamp {
  stamps += 1;
  return { id: `decision-${stamps}`, at: T0 + stamps * 1000, by, ...news };
}

/** As in local mode: the members of every team that has the bot decide, everybody reads. */
export const LOCAL_CIRCLES: Circles = (() => {
  const nobody = { everyone: false, team: false, people: new Set<string>(), groups: new Set<string>() };
  const team = { ...nobody, team: true, teams: new Set<string>() };
  return { administrators: team, mappers: team, readers: { ...team, everyone: true }, approvedTeams: 'all' };
})();
