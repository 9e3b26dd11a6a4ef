import { needsCustomer } from '../../src/domain/account';
import type { AccountRecord } from '../../src/domain/account';
import { wantedCustomerId } from '../../src/domain/settle';
import { snoozeOf } from '../../src/domain/snooze';
import { reportHealth } from '../../src/tasks/report-health';
import { CHANNELS } from './cast';
import { checkKept } from './clicks';
import { shownIn, tellsOf } from './drawings';
import type { Stage } from './happen';
import { isExcused } from './promises';
import type { SimMessage } from './sim-teams';

const SOON = 10 * 60_000;

/** All is healed and nobody has done anything for hours: everything agrees with the record, and nothing is owed. */
export async function checkAtRest(stage: Stage): Promise<void> {
  const { ground, ledger, crew } = stage;
  for (const id of ledger.acknowledged) checkKept(ground, ledger, id);
  owesNothing(stage);
  const accounts = ground.database.all('account');
  for (const account of accounts) {
    cardsAgree(stage, account);
    work365Agrees(stage, account);
  }
  allKnown(stage, accounts);
  allLeft(stage, accounts);
  allTold(stage, accounts);
  invitationsAnswered(stage, accounts);
  madeOnce(stage, accounts);
  leasesHeld(stage);
  allBounded(stage);
  gatheringsAgree(stage, accounts);
  // An account is called new for a day, and then the board changes by itself, for each that came: it has a moment to show that.
  for (let moment = 0; moment < 4 && boardsApart(stage).length > 0; moment += 1) await stage.front.pause(20_000);
  for (const apart of boardsApart(stage)) ledger.breaks('every board agrees', apart);
  jobsRun(stage);
  for (const replica of crew.up()) {
    if (!replica.isReady()) ledger.breaks('every replica comes up', replica.name);
  }
  const [replica] = crew.up();
  if (replica === undefined) return;
  const health = await stage.front.ask('health', ({ ports }) => reportHealth(ports));
  if (health.asked !== 'answered') {
    ledger.breaks('health is answered', replica.name);
    return;
  }
  const { freshness, stuck, failing, unread } = health.answer;
  const troubled = freshness.filter(({ trouble, overdue }) => trouble !== undefined || overdue === true);
  if (troubled.length + stuck.length + failing.length + unread.count > 0)
    ledger.breaks('health says that all is well', JSON.stringify({ troubled, stuck, failing }));
}

function owesNothing({ ground, ledger }: Stage): void {
  const now = ground.scheduler.now();
  for (const kind of ['account', 'board', 'watch', 'invitation', 'event'] as const) {
    for (const document of ground.database.all(kind)) {
      if ((document.dueAt ?? Infinity) <= now - 30_000) ledger.breaks('there is no debt for ever', document.id);
      const isWaiting = document.kind === 'event' && document.state === 'waiting' && document.dueAt! < now - SOON;
      if (isWaiting) ledger.breaks('every notification is worked off', document.id);
    }
  }
}

function cardsAgree({ ground, ledger }: Stage, account: AccountRecord): void {
  const { messages } = ground.teams;
  const tracked = new Set<SimMessage>();
  for (const { conversationId, messageId, state, reason, shownVersion } of account.notices) {
    if (state === 'wanted' || state === 'posting')
      ledger.breaks('every card is there', `${account.id} in ${conversationId} is ${state}`);
    const message = messages.get(`${conversationId} ${messageId ?? ''}`);
    if (state !== 'posted') continue;
    if (message === undefined) {
      ledger.breaks('every card is there', `${account.id} in ${conversationId}: ${reason}`);
      continue;
    }
    tracked.add(message);
    const shown = shownIn(message.contents.at(-1));
    // The answer to a question, as it was given: it may be the newest.
    if (shown === undefined && shownVersion === account.version) continue;
    const version = shown?.shows === 'account' ? shown.version : undefined;
    if (version !== account.version || shownVersion !== account.version)
      ledger.breaks(
        'every card agrees with the record',
        `${account.id} in ${conversationId} ${message.messageId} shows ${version}, is noted as ${shownVersion}, the record is ${account.version}`,
      );
  }
  for (const message of messages.values()) {
    const first = shownIn(message.contents[0]);
    if (first?.shows !== 'account' || first.accountId !== account.id || tracked.has(message)) continue;
    // Of answers and of news only the last ones are kept up to date; an announcement is watched at every write.
    if (ledger.noted.has(`${message.conversationId} ${message.messageId}`)) continue;
    if (account.notices.filter(({ reason }) => reason === 'asked').length >= 10) continue;
    if (!isExcused(ledger, message)) ledger.breaks('no card is forgotten', `${account.id}: ${message.messageId}`);
  }
}

function work365Agrees({ ground, ledger }: Stage, account: AccountRecord): void {
  const known = ground.sources.rowOf(account.tenantId);
  const { writeBack } = account;
  if (known === undefined) return;
  const last = known.history.at(-1);
  if (writeBack.state === 'conflict') {
    if (!known.history.some(({ by }) => by === 'them')) ledger.breaks('a conflict has two sides', account.id);
    return;
  }
  if (known.row.customerId !== wantedCustomerId(account))
    ledger.breaks(
      'Work 365 agrees with the record',
      `${account.id}: ${known.row.customerId ?? 'nobody'} by ${last?.by ?? 'nobody'}, record ${wantedCustomerId(account) ?? 'nobody'} (${writeBack.state})`,
    );
}

function allKnown({ ground, ledger }: Stage, accounts: readonly AccountRecord[]): void {
  for (const { tenant } of ground.sources.tenants.values()) {
    const account = accounts.find(({ tenantId }) => tenantId === tenant.tenantId);
    if (account === undefined) ledger.breaks('every account is known', tenant.name);
    else if (account.tenant.name !== tenant.name) ledger.breaks('names are those of the source', tenant.name);
  }
}

function allLeft({ ledger }: Stage, accounts: readonly AccountRecord[]): void {
  for (const { id, tenantId, acceptance } of accounts) {
    // Who had left before we first looked was never there for us: Work 365 alone knows of them.
    if (ledger.left.has(tenantId) && !['ended', 'not-listed'].includes(acceptance.reseller.state))
      ledger.breaks('whoever has left is known to have left', `${id} is ${acceptance.reseller.state}`);
  }
}

/** Who came well after a channel had the bot was announced there. */
function allTold({ ground, ledger }: Stage, accounts: readonly AccountRecord[]): void {
  for (const [tenantId, joinedAt] of ledger.joined) {
    const account = accounts.find((one) => one.tenantId === tenantId);
    const { reseller } = account?.acceptance ?? {};
    if (account === undefined || reseller?.state !== 'accepted' || reseller.since.basis === 'before-first-look')
      continue;
    for (const { conversationId } of CHANNELS) {
      if ((ledger.installed.get(conversationId) ?? Infinity) > joinedAt - 60_000) continue;
      if (ground.sources.rowOf(tenantId)?.history[0]?.by === 'them') continue;
      const settings = ground.database
        .all('conversation')
        .find((one) => one.conversationId === conversationId)?.settings;
      // What was decided before the quiet hours were over is told no more.
      const wasDecided = account.decisions.length > 0 || account.snooze !== undefined;
      if (settings?.quiet !== undefined && wasDecided) continue;
      const isThere = [...ground.teams.messages.values()].some(
        (message) =>
          message.conversationId === conversationId &&
          message.contents.some((content) => tellsOf(shownIn(content), account.id)),
      );
      if (!isThere) ledger.breaks('everybody is told', `${account.id} in ${conversationId}`);
    }
  }
}

/** The messages that tell of several accounts are there, and count what is open of them. */
function gatheringsAgree({ ground, ledger }: Stage, accounts: readonly AccountRecord[]): void {
  for (const { id, conversationId, gatherings = [] } of ground.database.all('conversation')) {
    for (const { key, post } of gatherings) {
      const all = accounts.filter(({ notices }) => notices.some(({ gathered }) => gathered?.in === key));
      const open = all.filter((one) => needsCustomer(one) && snoozeOf(one) === undefined).length;
      const shown = shownIn(ground.teams.messages.get(`${conversationId} ${post.messageId ?? ''}`)?.contents.at(-1));
      const isSame = shown?.shows === 'gathered' && shown.open === open && shown.about.split(' ').length === all.length;
      if (!isSame && (post.messageId !== undefined || open > 0))
        ledger.breaks(
          'every message of several agrees',
          `${id}: ${all.length} of which ${open} are open, ${JSON.stringify(shown)}`,
        );
    }
  }
}

/** The boards that do not show what is open. */
function boardsApart({ ground }: Stage): readonly string[] {
  const accounts = ground.database.all('account');
  const open = accounts.filter((one) => one.mapping.state === 'open' && snoozeOf(one) === undefined).length;
  return ground.database.all('board').flatMap((board) => {
    const message = ground.teams.messages.get(`${board.conversationId} ${board.messageId ?? ''}`);
    const shown = shownIn(message?.contents.at(-1));
    if (shown?.shows !== 'board') return [`${board.id} is not there`];
    const isSame = shown.open === open && shown.version === board.version;
    return isSame ? [] : [`${board.id}: shows ${shown.open} of version ${shown.version}; ${open}, ${board.version}`];
  });
}

/** A company that accepts after it was invited is not waited for any longer. */
function invitationsAnswered({ ground, ledger }: Stage, accounts: readonly AccountRecord[]): void {
  const invitations = ground.database.all('invitation');
  for (const company of ledger.invited)
    if (!invitations.some((one) => one.company === company)) ledger.breaks('no invitation is lost', company);
  for (const { company, state, by } of invitations) {
    const invitedAt = Math.max(...by.map(({ at }) => at));
    const namesakes = accounts.filter(({ tenant }) => tenant.name === company);
    const [answer] = namesakes;
    // Of several that are called so only a person knows which one is meant.
    if (state !== 'waiting' || answer === undefined || namesakes.length > 1) continue;
    const { reseller } = answer.acceptance;
    const isSeen = reseller.state === 'accepted' && reseller.since.basis !== 'before-first-look';
    if (isSeen && (ledger.joined.get(answer.tenantId) ?? 0) > invitedAt + 60_000)
      ledger.breaks('an invitation is answered', company);
  }
}

/** Each customer that was made is somebody's wish, and made once. */
function madeOnce({ ground, ledger }: Stage, accounts: readonly AccountRecord[]): void {
  const { made } = ground.sources;
  for (const [id, tenants] of made) {
    const account = accounts.find(({ tenantId }) => tenantId === tenants[0]);
    if (tenants.length !== 1 || account === undefined || account.decisions.length === 0)
      ledger.breaks('a customer is made once, and its account is decided', `${id} for ${tenants.join()}`);
  }
  for (const { id, creation } of accounts)
    if (creation?.state === 'owed') ledger.breaks('there is no debt for ever', `the customer of ${id}`);
}

function leasesHeld({ ground, ledger }: Stage): void {
  for (const { id, until } of ground.database.all('lease'))
    if (until <= ground.scheduler.now()) ledger.breaks('every lease is held', id);
}

/** What is kept does not grow with what happens. */
const MOST = { decisions: 20, notices: 40, bytes: 40_000 };

function allBounded({ ground, ledger }: Stage): void {
  for (const account of ground.database.all('account')) {
    const { decisions, notices } = account;
    const size = JSON.stringify(account).length;
    if (decisions.length > MOST.decisions || notices.length > MOST.notices || size > MOST.bytes)
      ledger.breaks('documents are bounded', `${account.id}: ${decisions.length}, ${notices.length}, ${size}`);
  }
}

/** Each job has run lately, somewhere. */
function jobsRun({ ground, ledger, crew }: Stage): void {
  const now = ground.scheduler.now();
  const up = crew.up();
  const lately = new Map<string, number>();
  for (const { ran } of up) for (const [name, at] of ran) lately.set(name, Math.max(at, lately.get(name) ?? 0));
  for (const [name, within] of EXPECTED) {
    const at = lately.get(name);
    if (at === undefined || now - at > within)
      ledger.breaks('no job is dead', `${name}: ${at === undefined ? 'never' : now - at}`);
  }
  for (const job of ground.database.all('job')) {
    if (job.failure !== undefined) ledger.breaks('no job fails', `${job.name}: ${job.failure.reason}`);
  }
}

const EXPECTED: readonly (readonly [string, number])[] = [
  ['follow', 10_000],
  ['announce', 30_000],
  ['events', 20_000],
  ['reconcile', 20_000],
  ['boards and watches', 40_000],
  ['digests and reminders', 130_000],
];
