import type { AccountRecord } from '../../src/domain/account';
import { documentId, type ConversationRecord, type CustomerRecord, type Document } from '../../src/domain/documents';
import type { Notice } from '../../src/domain/notice';
import { firstSight } from '../../src/domain/observe';
import { settle } from '../../src/domain/settle';
import type { Register } from '../../src/register/register';
import { createCrowd } from '../../src/sandbox/crowd';
import type { Store } from '../../src/store';

export const PARTNER = 'bench';
const PROVIDER = '11111111-1111-4111-8111-111111111111';
const CHANNELS = 200;
const PEOPLE = 5_000;
const OUTAGE_MS = 12 * 3_600_000;
const AT_ONCE = 1_000;

/**
 * What a total outage leaves behind: so many open accounts, one card owed for each, all due since a while ago. Half of
 * the cards are for one of 200 channels and half for one of 5,000 chats; half are to be posted, half redrawn.
 */
export async function layDebts(store: Store, register: Register, accounts: number, serviceUrl: string): Promise<void> {
  const since = Date.now() - OUTAGE_MS;
  const crowd = createCrowd('recovery', { tenants: accounts, customers: accounts }, since);
  const documents: Document[] = [];
  for (let n = 0; n < CHANNELS; n += 1) documents.push(conversation(channelId(n), 'channel', since, serviceUrl));
  for (let n = 0; n < PEOPLE; n += 1) documents.push(conversation(chatId(n), 'personal', since, serviceUrl));
  for (let n = 0; n < accounts; n += 1) {
    const { version: _version, active: _active, mail: _mail, ...known } = crowd.customer(n);
    documents.push(customer(known), owing(n, crowd.tenant(n), since + n));
  }
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.slice(from, from + AT_ONCE);
    for (const document of some) register.apply(document);
    await store.writeAll(some.map((document) => ({ write: 'insert', document })));
  }
}

function channelId(n: number): string {
  return `19:channel-${n % CHANNELS}@thread.tacv2`;
}

function chatId(n: number): string {
  return `a:chat-${n % PEOPLE}`;
}

function owing(n: number, tenant: ReturnType<ReturnType<typeof createCrowd>['tenant']>, at: number): AccountRecord {
  const { tenantId, name, label, country } = tenant;
  const seen = firstSight({
    partnerId: PARTNER,
    providerId: PROVIDER,
    tenantId,
    tenant: { tenantId, name, defaultDomain: `${label}.onmicrosoft.com`, country },
    acceptance: {
      reseller: {
        state: 'accepted',
        since: { at, basis: 'first-seen' },
        checkedAt: at,
        source: 'partner-center',
      },
      agreement: { state: 'not-checked' },
      admin: { state: 'not-checked' },
    },
    writesBack: true,
    tell: [],
    at,
  });
  const [group, isRedraw] = [Math.floor(n / 4), n % 4 >= 2];
  const conversationId = n % 2 === 0 ? channelId(group) : chatId(group);
  const notice: Notice = {
    id: conversationId,
    conversationId,
    reason: 'announcement',
    wantedAt: at,
    attempts: 0,
    shownVersion: isRedraw ? 1 : 0,
    state: isRedraw ? 'posted' : 'wanted',
    ...(isRedraw ? { messageId: `old-${n}` } : {}),
  };
  return settle({ ...seen, version: 2, notices: [notice] }, at);
}

function customer(known: CustomerRecord['customer']): CustomerRecord {
  return {
    kind: 'customer',
    id: documentId('customer', known.id),
    partnerId: PARTNER,
    format: 1,
    customer: known,
  };
}

function conversation(
  conversationId: string,
  type: ConversationRecord['type'],
  since: number,
  serviceUrl: string,
): ConversationRecord {
  return {
    kind: 'conversation',
    id: documentId('conversation', conversationId),
    partnerId: PARTNER,
    format: 1,
    conversationId,
    type,
    serviceUrl,
    tenantId: 'tenant',
    botId: '28:bot',
    state: 'active',
    since,
    settings: { notifications: true },
  };
}
