import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentId } from '../../src/domain/documents';
import type { ConversationRecord } from '../../src/domain/documents';
import { firstSight } from '../../src/domain/observe';
import { Register } from '../../src/register/register';
import { createLog } from '../../src/runtime/log';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { noteSource } from '../../src/records/note-source';
import type { Desk } from '../../src/turn';
import { createDesk } from '../../src/turns/desk';
import { portsOf } from '../ports';

const ACCOUNTS = 20_000;
const CONVERSATIONS = 5_000;

/** The real desk over a memory of 20,000 accounts, with every conversation of the bench known already. */
export async function realDesk(serviceUrl: string): Promise<Desk> {
  const log = createLog('warn');
  const clock = { now: () => Date.now() };
  const register = new Register();
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  const store = await openEmbeddedStore({ dir, partnerId: 'bench', log });
  const ports = portsOf({
    partnerId: 'bench',
    store,
    register,
    log,
    courier: {
      post: () => Promise.reject(new Error('nothing is posted here')),
      update: () => Promise.reject(new Error('nothing is redrawn here')),
      isMember: () => Promise.resolve(true),
      identify: () => Promise.resolve(undefined),
    },
  });
  const now = clock.now();
  for (let n = 0; n < ACCOUNTS; n++) register.apply(account(n, now));
  for (let n = 0; n < CONVERSATIONS; n++) register.apply(conversation(n, now, serviceUrl));
  await noteSource(ports, 'accounts:bench', { complete: true, count: ACCOUNTS });
  return createDesk(ports);
}

function account(n: number, at: number) {
  const tenantId = `22222222-2222-4222-8222-${String(n).padStart(12, '0')}`;
  const name = n === 0 ? 'Contoso Ltd' : `Company ${n} of ${['Leeds', 'Lyon', 'Graz', 'Oslo', 'Porto'][n % 5] ?? ''}`;
  const checked = { checkedAt: at, source: 'partner-center' as const };
  return firstSight({
    partnerId: 'bench',
    providerId: 'bench',
    tenantId,
    tenant: { tenantId, name, defaultDomain: `company${n}.onmicrosoft.com` },
    acceptance: {
      reseller: { ...checked, state: 'accepted', since: { at, basis: 'first-seen' } },
      agreement: { ...checked, state: 'signed' },
      admin: { checkedAt: at, source: 'graph', state: 'none' },
    },
    writesBack: true,
    tell: [],
    at,
  });
}

function conversation(n: number, since: number, serviceUrl: string): ConversationRecord {
  const conversationId = `a:${n}`;
  return {
    kind: 'conversation',
    id: documentId('conversation', conversationId),
    partnerId: 'bench',
    format: 1,
    conversationId,
    type: 'personal',
    serviceUrl,
    tenantId: '11111111-1111-4111-8111-111111111111',
    botId: '28:bot',
    state: 'active',
    since,
    settings: { notifications: false },
  };
}
