import type { AccountRecord } from '../../src/domain/account';
import type { Recorded } from '../doubles/connector';
import { cardOf, textOf } from './card-text';
import { eventually } from './eventually';
import type { Ground } from './ground';
import { standing } from './people';
import type { Ledger } from './people';

const FAR = Number.MAX_SAFE_INTEGER;
const KINDS = ['account', 'board', 'watch'] as const;
/** Without any change for so many looks, what is left waits for the clock: a lease, a claim or a backoff. */
const LOOKS_UNTIL_MOVED = 20;
/** Longer than a lease and a claim last. */
const STEP_MS = 61_000;

type Account = Ground['accepted'][number];

/** The record of an account as it is in the database. */
export async function recordOf(ground: Ground, accountId: string): Promise<AccountRecord | undefined> {
  return (await ground.store.read('account', accountId))?.document;
}

/** Announcements of an account that Teams took, in one channel; a card that names a person tells that person something. */
export function announcements(ground: Ground, account: Account, channel: string): readonly Recorded[] {
  const says = (text: string): boolean =>
    text.includes(`Which customer is ${account.name}?`) || text.includes(`${account.name} is mapped to`);
  const isAnnouncement = (card: unknown): boolean =>
    says(textOf(card)) && !JSON.stringify(card).includes('"type":"mention"');
  return ground.connector.requests.filter(
    (request) =>
      request.kind === 'create' && request.conversationId === channel && isAnnouncement(cardOf(request.body)),
  );
}

/** Resolves when the account has its card in every channel, and its record knows where. */
export async function announced(ground: Ground, account: Account): Promise<void> {
  await eventually(`the cards of ${account.name}`, async () => {
    const posted = (await recordOf(ground, account.accountId))?.notices.filter((notice) => notice.state === 'posted');
    return posted?.length === ground.channels.length;
  });
}

/** Everything that somebody is still owed, in words; empty when the world is as it should be. */
export async function owed(ground: Ground, ledger: Ledger): Promise<readonly string[]> {
  const found: string[] = [];
  for (const kind of KINDS) {
    for (const { document } of (await ground.store.due(kind, FAR, { limit: 1_000 })).items)
      found.push(`${document.id} is due`);
  }
  for (const account of ground.accepted) {
    const record = await recordOf(ground, account.accountId);
    if (record === undefined) found.push(`${account.name} has no record`);
    const wanted = standing(ledger, account.accountId)?.customer?.id ?? null;
    const row = ground.sandbox.world.rowOf(account.tenantId);
    if (row === undefined) found.push(`${account.name} has no row`);
    else if (row.customerId !== wanted) found.push(`${account.name} is not written to Work 365`);
  }
  return found;
}

/** Lets the replicas finish, moving the clock whenever all that is left waits for it. */
export async function settle(ground: Ground, ledger: Ledger): Promise<void> {
  ground.sandbox.control('sync', {});
  let before = '';
  let left: readonly string[] = [];
  let looks = 0;
  await eventually(
    () => `nothing is owed any more; left: ${left.join('; ')}`,
    async () => {
      left = await owed(ground, ledger);
      if (left.length === 0) return true;
      const now = `${left.join()} ${ground.connector.requests.length}`;
      looks = now === before ? looks + 1 : 0;
      before = now;
      if (looks >= LOOKS_UNTIL_MOVED) {
        looks = 0;
        ground.clock.move(STEP_MS);
      }
      return false;
    },
    60_000,
  );
}

/**
 * What must hold after every drill, whatever happened in it. Gives the names of the accounts with a card more than
 * there should be, one for each: for the drill to judge.
 */
export async function expectTruth(ground: Ground, ledger: Ledger): Promise<readonly string[]> {
  await settle(ground, ledger);
  const faults: string[] = [];
  for (const deed of ledger) {
    const record = await recordOf(ground, deed.accountId);
    const story = record === undefined ? [] : await wholeStory(ground, record);
    const kept = deed.decisionIds.some((id) => story.includes(id));
    if (!kept) faults.push(`lost: the decision ${deed.decisionIds.join(' or ')} on ${deed.accountId}`);
    const strange = story.filter((id) => id.startsWith('work365:'));
    if (strange.length > 0) faults.push(`taken for decisions made in Work 365: ${strange.join()} on ${deed.accountId}`);
    if (new Set(story).size !== story.length) faults.push(`twice in the story of ${deed.accountId}: ${story.join()}`);
  }
  const doubles: string[] = [];
  for (const account of ground.accepted) {
    const record = (await recordOf(ground, account.accountId))!;
    faults.push(...wrongMapping(record, ledger), ...wrongCards(ground, account, record));
    for (const channel of ground.channels) {
      const count = announcements(ground, account, channel).length;
      if (count === 0) faults.push(`never announced: ${account.name} in ${channel}`);
      for (let more = 1; more < count; more++) doubles.push(account.name);
    }
  }
  expect(faults).toEqual([]);
  return doubles;
}

async function wholeStory(ground: Ground, record: AccountRecord): Promise<string[]> {
  const archive = (await ground.store.list('archive', { limit: 1_000 })).items.map((item) => item.document);
  const older = archive.filter((page) => page.accountId === record.id).flatMap((page) => page.decisions);
  return [...older, ...record.decisions].map((decision) => decision.id);
}

function wrongMapping(record: AccountRecord, ledger: Ledger): string[] {
  const { mapping } = record;
  const deed = standing(ledger, record.id);
  const is = mapping.state === 'mapped' ? mapping.customer.id : mapping.state;
  const should = deed?.customer?.id ?? 'open';
  return is === should ? [] : [`${record.tenant.name} is ${is} and should be ${should}`];
}

/** The card of each channel that the record knows of, compared with what people see there. */
function wrongCards(ground: Ground, account: Account, record: AccountRecord): string[] {
  const { mapping } = record;
  const should =
    mapping.state === 'mapped'
      ? `${account.name} is mapped to ${mapping.customer.name}`
      : `Which customer is ${account.name}?`;
  return ground.channels.flatMap((channel) => {
    const notice = record.notices.find((one) => one.conversationId === channel && one.reason === 'announcement');
    if (notice?.state !== 'posted') return [`${account.name} in ${channel}: the notice is ${String(notice?.state)}`];
    const card = ground.connector.shown.get(`${notice.threadId ?? channel} ${notice.messageId ?? ''}`);
    const text = textOf(cardOf(card));
    const faults: string[] = [];
    if (!text.includes(should))
      faults.push(`${account.name} in ${channel} should say "${should}": ${text.slice(0, 80)}`);
    if (notice.shownVersion !== record.version) {
      faults.push(`${account.name} in ${channel} shows ${notice.shownVersion} of ${record.version}`);
    }
    return faults;
  });
}
