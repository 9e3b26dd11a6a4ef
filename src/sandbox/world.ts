import { MINUTE, SECOND } from '../domain/time';
import type { Clock, Instant } from '../domain/time';
import { SYNC_JOB, beginning, sandboxTenant } from './beginning';
import type { CastTenant } from './cast';
import { createCrowd } from './crowd';
import type { Crowd, CrowdSize } from './crowd';
import { guidOf } from './random';
import { joinSecond, unseenInSecond } from './several';
import type { SandboxCustomer, SandboxProvider, SandboxRow, SandboxTenant, State } from './state';

export const FIRST_ACCEPTANCE = 20 * SECOND;
export const EVERY_ACCEPTANCE = MINUTE;
export const SYNC_AFTER = 30 * SECOND;

/** Something that was to be changed is not there, or the change makes no sense; `problem` says it in words. */
export type ChangeResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export interface WorldOptions {
  readonly seed: string;
  readonly clock: Clock;
  /** A state that was kept; otherwise the world begins. */
  readonly state?: State;
  /** So many further tenants and customers, made when somebody reads them. */
  readonly crowd?: CrowdSize;
  /** Called after every change. */
  readonly changed?: (state: State) => void;
  /** Hears in a sentence what happens by itself. */
  readonly told?: (sentence: string) => void;
}

/** The truth that the sandbox's services tell in their own words. */
export class World {
  readonly state: State;
  readonly crowd: Crowd;
  readonly #clock: Clock;
  readonly #changed: (state: State) => void;
  readonly #told: (sentence: string) => void;

  constructor(options: WorldOptions) {
    this.#clock = options.clock;
    this.#changed = options.changed ?? (() => undefined);
    this.#told = options.told ?? (() => undefined);
    this.state = options.state ?? beginning(options.seed, options.clock.now());
    this.crowd = createCrowd(this.state.seed, options.crowd ?? { tenants: 0, customers: 0 }, options.clock.now());
  }

  /** Lets time pass from here on: what was due while nobody ran the sandbox comes as if it had been started anew. */
  begin(): void {
    const now = this.#clock.now();
    this.state.nextAcceptance = now + FIRST_ACCEPTANCE;
    this.state.syncs = this.state.syncs.map((sync) => ({ ...sync, at: now + SYNC_AFTER }));
    this.#changed(this.state);
  }

  /** Does everything that is due by now. */
  advance(): void {
    const now = this.#clock.now();
    while (this.state.nextAcceptance !== undefined && this.state.nextAcceptance <= now) {
      const at = this.state.nextAcceptance;
      this.state.nextAcceptance = at + EVERY_ACCEPTANCE;
      const next = this.state.invited[0];
      if (next === undefined) delete this.state.nextAcceptance;
      else this.#accept(next, at);
    }
    for (const { tenantId } of this.state.syncs.filter((sync) => sync.at <= now)) this.#sync(tenantId, now);
  }

  /** An invited company accepts now: the next one, the one of this name, or one that nobody has heard of. */
  accept(name?: string): ChangeResult<SandboxTenant> {
    const wanted = name?.toLowerCase();
    const invited = this.state.invited.find((t) => wanted === undefined || t.name.toLowerCase() === wanted);
    if (invited !== undefined) return { ok: true, value: this.#accept(invited, this.#clock.now()) };
    if (name === undefined) return { ok: false, problem: 'nobody is invited any more; give a name' };
    const former = this.findTenant(name);
    if (former !== undefined && former.relation === 'reseller') return { ok: false, problem: 'has accepted already' };
    if (former !== undefined) {
      former.relation = 'reseller';
      former.acceptedAt = this.#clock.now();
      this.#changed(this.state);
      return { ok: true, value: former };
    }
    return { ok: true, value: this.#accept(strangerOf(name), this.#clock.now()) };
  }

  /** The same in the partner's second Partner Center tenant, if it has one. */
  acceptInSecond(name: string): ChangeResult<SandboxTenant> {
    const joined = joinSecond(this.state, name, this.#clock.now());
    return this.#change(joined, 'there is no second tenant, or it has accepted there already', () => undefined);
  }

  #accept(cast: CastTenant, at: Instant): SandboxTenant {
    const tenant = sandboxTenant(this.state, cast, at);
    this.state.invited = this.state.invited.filter((other) => other !== cast);
    this.state.tenants.push(tenant);
    this.state.syncs.push({ at: at + SYNC_AFTER, tenantId: tenant.tenantId });
    this.#changed(this.state);
    this.#told(`${tenant.name} accepted the invitation`);
    return tenant;
  }

  /** The reseller relationship ends; Work 365 keeps its row. */
  leave(tenant: string): ChangeResult<SandboxTenant> {
    return this.#change(this.findTenant(tenant), 'no such tenant', (found) => (found.relation = 'none'));
  }

  rename(tenant: string, name: string): ChangeResult<SandboxTenant> {
    return this.#change(this.findTenant(tenant), 'no such tenant', (found) => (found.name = name));
  }

  ownGroup(group: string, owners: readonly string[]): ChangeResult<readonly string[]> {
    this.state.owners = { ...this.state.owners, [group.toLowerCase()]: [...owners] };
    this.#changed(this.state);
    return { ok: true, value: owners };
  }

  setAgreement(tenant: string, agreement: SandboxTenant['agreement']): ChangeResult<SandboxTenant> {
    return this.#change(this.findTenant(tenant), 'no such tenant', (found) => (found.agreement = agreement));
  }

  setAdmin(tenant: string, admin: SandboxTenant['admin']): ChangeResult<SandboxTenant> {
    return this.#change(this.findTenant(tenant), 'no such tenant', (found) => (found.admin = admin));
  }

  /** Work 365's job runs now: every tenant that it has not seen gets a row. */
  sync(): readonly SandboxRow[] {
    const seen = new Set(this.state.rows.filter(isOfPartnerCenter).map((row) => row.tenantId));
    const unseen = this.state.tenants.filter((t) => t.relation === 'reseller' && !seen.has(t.tenantId));
    const now = this.#clock.now();
    const first = unseen.map((tenant) => this.#sync(tenant.tenantId, now)).filter((row) => row !== undefined);
    return [...first, ...unseenInSecond(this.state).map((row) => this.#addRow(row, now))];
  }

  #sync(tenantId: string, at: Instant): SandboxRow | undefined {
    this.state.syncs = this.state.syncs.filter((sync) => sync.tenantId !== tenantId);
    const tenant = this.state.tenants.find((t) => t.tenantId === tenantId);
    const known = this.state.rows.some((r) => isOfPartnerCenter(r) && r.tenantId === tenantId);
    if (tenant === undefined || known) return undefined;
    const row = this.#addRow({ id: guidOf(this.state.seed, 'row', tenantId), tenantId, name: tenant.name }, at);
    this.#told(`Work 365 has seen ${tenant.name}`);
    return row;
  }

  #addRow(row: Pick<SandboxRow, 'id' | 'tenantId' | 'name' | 'providerId'>, at: Instant): SandboxRow {
    const whole: SandboxRow = {
      ...row,
      createdAt: at,
      modifiedAt: at,
      modifiedBy: SYNC_JOB,
      version: this.#nextVersion(),
      customerId: null,
      syncEnabled: true,
      active: true,
    };
    this.state.rows.push(whole);
    this.#changed(this.state);
    return whole;
  }

  /** Work 365 gets a further provider. */
  addProvider(name: string, kind: string): ChangeResult<SandboxProvider> {
    const provider = { id: guidOf(this.state.seed, 'provider', name), name, kind };
    this.state.providers = [...(this.state.providers ?? []), provider];
    this.#changed(this.state);
    return { ok: true, value: provider };
  }

  /** A row of a tenant that may have one already, or of an account of another provider under an id of its own. */
  addRow(given: {
    readonly tenant: string;
    readonly provider?: string;
    readonly id?: string;
  }): ChangeResult<SandboxRow> {
    const tenant = this.findTenant(given.tenant);
    const provider = this.state.providers?.find(({ name }) => name === given.provider);
    const tenantId = given.id ?? tenant?.tenantId;
    if (given.provider !== undefined && provider === undefined) return { ok: false, problem: 'no such provider' };
    if (tenantId === undefined) return { ok: false, problem: 'no such tenant; give an id' };
    const id = guidOf(this.state.seed, 'row', `${tenantId} ${this.state.rows.length}`);
    const name = tenant?.name ?? given.tenant;
    const row = { id, tenantId, name, ...(provider === undefined ? {} : { providerId: provider.id }) };
    return { ok: true, value: this.#addRow(row, this.#clock.now()) };
  }

  /** Sets or clears the account of a row, as a person or an app does in Work 365. */
  map(row: SandboxRow, customerId: string | null, by: string): SandboxRow {
    row.customerId = customerId;
    row.modifiedBy = by;
    row.modifiedAt = this.#clock.now();
    row.version = this.#nextVersion();
    this.#changed(this.state);
    return row;
  }

  deleteRow(tenant: string, provider?: string): ChangeResult<SandboxRow> {
    return this.#change(this.rowOf(tenant, provider), 'Work 365 has no such row', (row) => {
      this.state.rows = this.state.rows.filter((other) => other !== row);
    });
  }

  /** Somebody, or an app, makes a customer in Dataverse. */
  addCustomer(customer: Omit<SandboxCustomer, 'version' | 'active'>): SandboxCustomer {
    const whole = { ...customer, active: true, version: this.#nextVersion() };
    this.state.customers = [...this.state.customers, whole];
    this.#changed(this.state);
    return whole;
  }

  deleteCustomer(name: string): ChangeResult<SandboxCustomer> {
    return this.#change(this.findCustomer(name), 'no such customer', (customer) => {
      this.state.customers = this.state.customers.filter((other) => other !== customer);
      // Dataverse clears the look-ups that pointed to a deleted record.
      for (const row of this.state.rows.filter((r) => r.customerId === customer.id)) this.map(row, null, 'SYSTEM');
    });
  }

  renameCustomer(name: string, to: string): ChangeResult<SandboxCustomer> {
    return this.#change(this.findCustomer(name), 'no such customer', (customer) => {
      customer.name = to;
      customer.version = this.#nextVersion();
    });
  }

  /** By tenant id or by name, case ignored. */
  findTenant(idOrName: string): SandboxTenant | undefined {
    const wanted = idOrName.toLowerCase();
    const own = this.state.tenants.find((t) => t.tenantId === wanted || t.name.toLowerCase() === wanted);
    return own ?? this.crowd.tenantById(wanted);
  }

  findCustomer(idOrName: string): SandboxCustomer | undefined {
    const wanted = idOrName.toLowerCase();
    const own = this.state.customers.find((c) => c.id === wanted || c.name.toLowerCase() === wanted);
    return own ?? this.crowd.customerById(wanted);
  }

  /** By its own id, or by tenant or name; of Partner Center, or of the provider of this name. */
  rowOf(idOrName: string, provider?: string): SandboxRow | undefined {
    const byId = this.state.rows.find(({ id }) => id === idOrName);
    if (byId !== undefined) return byId;
    const tenantId = this.findTenant(idOrName)?.tenantId;
    if (provider === undefined) return this.state.rows.find((r) => isOfPartnerCenter(r) && r.tenantId === tenantId);
    const providerId = this.state.providers?.find(({ name }) => name === provider)?.id;
    const rows = this.state.rows.filter((r) => r.providerId !== undefined && r.providerId === providerId);
    return rows.find((r) => r.tenantId === tenantId || r.tenantId === idOrName || r.name === idOrName);
  }

  #change<T>(found: T | undefined, problem: string, change: (found: T) => void): ChangeResult<T> {
    if (found === undefined) return { ok: false, problem };
    change(found);
    this.#changed(this.state);
    return { ok: true, value: found };
  }

  #nextVersion(): number {
    this.state.version += 1;
    return this.state.version;
  }
}

function isOfPartnerCenter({ providerId }: SandboxRow): boolean {
  return providerId === undefined;
}

function strangerOf(name: string): CastTenant {
  const label = name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'stranger';
  return { name, label, country: 'GB', state: 'invited', admin: 'none', agreement: 'unsigned' };
}
