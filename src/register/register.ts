import { taughtBy, taughtName, type AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import type { BoardRecord, ConversationRecord, Document } from '../domain/documents';
import type { SourceRecord, TeamRecord, WatchRecord } from '../domain/documents';
import { CustomerIndex, type Assessment } from '../matching/customer-index';
import type { NameMatch, Resolution } from '../matching/name-index';
import type { Parts } from '../matching/parts';
import { AccountMemory } from './account-memory';
import { AnnouncedLately } from './announced-lately';
import { CustomerMemory } from './customer-memory';
import { CompanyNames, isMappedOtherwise, isNamedOtherwise } from './company-names';
import { DecidedLately } from './decided-lately';
import { EndingsMemory } from './endings-memory';
import { InvitationMemory } from './invitation-memory';
import { JobMemory } from './job-memory';
import { Kin } from './kin';
import { OperatorMemory } from './operator-memory';
import { PlaceMemory } from './place-memory';

/**
 * What this replica remembers of the store, so that a question is answered without asking it, with the indices over names.
 * Filled and kept fresh by `follow` from the store's change tail; `apply` may see the same state twice, or an older one
 * after a newer one.
 */
export class Register {
  readonly jobs = new JobMemory();
  readonly invitations = new InvitationMemory();
  readonly endings = new EndingsMemory();
  readonly operators = new OperatorMemory();
  readonly announcedLately = new AnnouncedLately();
  /** The accounts of one company under several providers. */
  readonly kin = new Kin(this);
  readonly customers = new CustomerMemory();
  readonly accounts = new AccountMemory((id) => this.customers.get(id));
  private readonly places = new PlaceMemory();
  private readonly watches = new Map<string, WatchRecord>();
  private readonly sources = new Map<string, SourceRecord>();
  private readonly decided = new DecidedLately();
  private readonly names = new CompanyNames();
  private readonly matcher = new CustomerIndex();

  apply(document: Document): void {
    switch (document.kind) {
      case 'account':
        this.applyAccount(document);
        return;
      case 'customer':
        this.applyCustomer(document.customer, document.goneAt !== undefined);
        return;
      case 'watch':
        // What has ended stays in the store for a while, and is not asked about.
        if (document.ttl === undefined) this.watches.set(document.id, document);
        else this.watches.delete(document.id);
        return;
      case 'source':
        this.sources.set(document.id, document);
        return;
      default:
        this.places.apply(document);
        this.invitations.apply(document);
        this.endings.apply(document);
        this.jobs.apply(document);
        // The rest is asked of the store when it is needed.
        this.operators.apply(document);
    }
  }

  account(id: string): AccountRecord | undefined {
    return this.accounts.get(id);
  }

  customer(id: string): Customer | undefined {
    return this.customers.get(id);
  }

  customerIds(): IterableIterator<string> {
    return this.customers.ids();
  }

  /** False for a customer that the directory no longer has. */
  isCurrentCustomer(id: string): boolean {
    return this.customers.isCurrent(id);
  }

  conversation(conversationId: string): ConversationRecord | undefined {
    return this.places.conversations.get(conversationId);
  }

  allConversations(): IterableIterator<ConversationRecord> {
    return this.places.conversations.values();
  }

  board(conversationId: string): BoardRecord | undefined {
    return this.places.boards.get(conversationId);
  }

  team(teamId: string): TeamRecord | undefined {
    return this.places.teams.get(teamId);
  }

  allTeams(): IterableIterator<TeamRecord> {
    return this.places.teams.values();
  }

  allWatches(): IterableIterator<WatchRecord> {
    return this.watches.values();
  }

  allSources(): IterableIterator<SourceRecord> {
    return this.sources.values();
  }

  source(id: string): SourceRecord | undefined {
    return this.sources.get(id);
  }

  accountIds(): IterableIterator<string> {
    return this.accounts.ids();
  }

  allAccounts(): IterableIterator<AccountRecord> {
    return this.accounts.all();
  }

  /** Accounts that nobody has decided and that need a customer, the longest known first. */
  openAccounts(): readonly AccountRecord[] {
    return this.accounts.undecided.whoWait();
  }

  /** Accounts that nobody has decided and that need no customer. */
  accountsWithoutNeed(): AccountRecord[] {
    return this.accounts.undecided.whoNeedNone();
  }

  /** Accounts of which we heard that somebody decided, the last ones only, the latest last. */
  decidedLately(): string[] {
    return this.decided.ids();
  }

  /** Customers that the directory no longer has are not counted; `unread` are open, accepted and never looked at one by one. */
  get counts(): Record<'accounts' | 'customers' | 'open' | 'unread', number> {
    const { size: accounts, undecided } = this.accounts;
    return { accounts, customers: this.customers.count, open: undecided.count, unread: undecided.unreadCount };
  }

  /** Accounts of the same tenant under any provider. */
  accountsOfTenant(tenantId: string): AccountRecord[] {
    return this.accounts.ofTenant(tenantId);
  }

  accountsOfCustomer(customerId: string): AccountRecord[] {
    return this.accounts.ofCustomer(customerId);
  }

  /** The ids of whoever is called so but for case, accents and legal form. */
  namesakes(of: 'accounts' | 'customers', name: string): readonly string[] {
    return this.names[of].namesakes(name);
  }

  /** What a person means by a name: one account, several, near ones, or none. */
  resolveAccount(query: string, limit?: number): Resolution {
    return this.names.accounts.resolve(query, limit);
  }

  resolveCustomer(query: string, limit?: number): Resolution {
    return this.names.customers.resolve(query, limit);
  }

  find(of: 'accounts' | 'customers', query: string, limit?: number): NameMatch[] {
    return this.names[of].lookup(query, limit);
  }

  suggest(of: 'accounts' | 'customers', fragment: string, limit: number): NameMatch[] {
    return this.names[of].typeahead(fragment, limit);
  }

  /** Whether a name, exactly but for case and accents, is one of an account or customer. */
  knowsName(name: string): boolean {
    return this.names.know(name);
  }

  /** The customers that this account may be, with evidence: the best `limit` of them, and `including` wherever it stands. */
  assess(record: AccountRecord, limit: number, including?: string): Assessment {
    return this.matcher.candidates(record.tenant, { limit, including, ...this.kin.decidedFor(record) });
  }

  /** What speaks for candidates without what the account's own mapping taught, which would speak for itself. */
  assessAnew(record: AccountRecord, limit: number): Assessment {
    const known = this.accounts.get(record.id);
    if (known?.mapping.state !== 'mapped' || !known.mapping.teaches) return this.assess(record, limit);
    const taught: Parameters<CustomerIndex['learn']> = [known.mapping.customer.id, taughtName(known), taughtBy(known)];
    return this.matcher.without(taught, () => this.assess(record, limit));
  }

  mappedCount(customerId: string, exceptAccountId: string): number {
    return this.accountsOfCustomer(customerId).filter(({ id }) => id !== exceptAccountId).length;
  }

  /** The indices, to be written down or put back one after the other. */
  get indices(): readonly { pass(parts: Parts): void }[] {
    return [this.names.accounts, this.names.customers, this.matcher, this.announcedLately];
  }

  /** Grows with every change of the indices. */
  get changes(): number {
    return this.names.accounts.table.changes + this.names.customers.table.changes + this.matcher.changes;
  }

  private applyAccount(told: AccountRecord): void {
    const known = this.accounts.get(told.id);
    if (known !== undefined && known.version > told.version) return;
    if (told.takenInWrongly === true && known !== undefined) this.forgetAccount(known);
    if (told.takenInWrongly === true) return;
    const record = this.accounts.put(told);
    this.announcedLately.apply(record);
    if (known?.version === record.version) return;
    if (known !== undefined && known.decisions.at(-1)?.id !== record.decisions.at(-1)?.id) this.decided.note(record.id);
    if (isMappedOtherwise(known, record)) {
      if (known !== undefined) this.forgetMapping(known);
      this.rememberMapping(record);
    }
    this.kin.put(record);
    if (known === undefined || isNamedOtherwise(known, record)) this.names.putAccount(record);
  }

  private forgetAccount(record: AccountRecord): void {
    this.accounts.remove(record);
    this.announcedLately.remove(record.id);
    this.forgetMapping(record);
    this.names.removeAccount(record.id);
    this.kin.remove(record);
  }

  private rememberMapping(record: AccountRecord): void {
    const { mapping } = record;
    if (mapping.state !== 'mapped') return;
    this.accounts.map(mapping.customer.id, record.id);
    if (!mapping.teaches) return;
    this.matcher.learn(mapping.customer.id, taughtName(record), taughtBy(record));
    this.teachNames(mapping.customer.id);
  }

  private forgetMapping(record: AccountRecord): void {
    const { mapping } = record;
    if (mapping.state !== 'mapped') return;
    this.accounts.unmap(mapping.customer.id, record.id);
    if (!mapping.teaches) return;
    this.matcher.unlearn(mapping.customer.id, taughtName(record), taughtBy(record));
    this.teachNames(mapping.customer.id);
  }

  private applyCustomer(customer: Customer, gone: boolean): void {
    if (!this.customers.keep(customer, gone)) return;
    this.kin.putCustomer(customer.id);
    if (gone) {
      this.matcher.remove(customer.id);
      this.names.customers.remove(customer.id);
      return;
    }
    this.matcher.add(customer);
    this.names.putCustomer(customer, this.teachersOf(customer.id));
  }

  private teachNames(customerId: string): void {
    const customer = this.customers.get(customerId);
    if (customer !== undefined) this.names.teachCustomer(customer, this.teachersOf(customerId));
  }

  private teachersOf(customerId: string): AccountRecord[] {
    return this.accountsOfCustomer(customerId).filter(({ mapping }) => mapping.state === 'mapped' && mapping.teaches);
  }
}
