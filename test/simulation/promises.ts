import type { AccountRecord } from '../../src/domain/account';
import type { Decision } from '../../src/domain/decision';
import type { ConversationRecord, Document } from '../../src/domain/documents';
import { MOST_STEPS } from '../../src/domain/reminders';
import { shownIn, tellsOf } from './drawings';
import type { Ground } from './ground';
import type { Ledger } from './ledger';
import { CARDS } from './replica';
import type { SimMessage } from './sim-teams';
import { dayIn, minutesIn, shownAt } from './wall-clock';

/** Watches every write and every message; what breaks a promise is written into the ledger at once. */
export function watchPromises(ground: Ground, ledger: Ledger): void {
  const { database, teams, sources } = ground;
  database.watch(['account', 'lease', 'customer', 'conversation'], (after, before) => {
    if (after === undefined) {
      if (before?.kind !== 'lease') ledger.breaks('nothing is removed', before?.id ?? '');
      return;
    }
    if (after.kind === 'account') watchAccount(ground, ledger, after, before as AccountRecord | undefined);
    if (after.kind === 'customer' && after.goneAt !== undefined && sources.customers.has(after.customer.id))
      ledger.breaks('no customer is called gone that is there', after.id);
    if (after.kind === 'lease') watchLease(ledger, after, before);
    if (after.kind === 'conversation') noteGatherings(ledger, after);
  });
  teams.onShown = (message, content, isNew) => {
    if (isNew) watchNew(ground, ledger, message, content);
    else watchChanged(ground, ledger, message, content);
  };
  sources.onWritten = ({ tenantId, row }) => {
    const known = database.all('account').find((one) => one.tenantId === tenantId);
    if (known?.directoryRow?.etag !== row.etag)
      ledger.breaks('nobody’s mapping in Work 365 is overwritten unseen', row.rowId);
  };
  teams.onTooMuch = (what) => {
    ledger.breaks('no limit of Teams is broken', what);
  };
}

function watchLease(ledger: Ledger, after: Document, before: Document | undefined): void {
  if (after.kind !== 'lease' || before?.kind !== 'lease') return;
  const isNew = after.holder !== before.holder;
  if (after.term < before.term || (isNew && after.term === before.term))
    ledger.breaks('a lease has one holder a term', `${after.id}: ${before.holder} and ${after.holder}`);
}

function watchAccount(ground: Ground, ledger: Ledger, after: AccountRecord, before: AccountRecord | undefined): void {
  for (const { id, conversationId, reason, messageId } of after.notices) {
    if (reason === 'asked') continue;
    if (messageId !== undefined) ledger.noted.add(`${conversationId} ${messageId}`);
    const key = `${after.id} ${conversationId}`;
    ledger.wanted.set(key, (ledger.wanted.get(key) ?? new Set()).add(id));
  }
  if (before === undefined) return;
  if (after.acceptance.reseller.state === 'ended' && !ledger.left.has(after.tenantId))
    ledger.breaks('nobody is said to have left who is there', after.id);
  if (after.version < before.version) ledger.breaks('versions rise', after.id);
  keptDecisions(ground, ledger, after, before);
  const known = new Set(before.decisions.map(({ id }) => id));
  const added = after.decisions.filter(({ id }) => !known.has(id));
  if (added.length > 1) ledger.breaks('one decision at a time', after.id);
  for (const decision of added) madeBySomebody(ground, ledger, decision, after, before);
  const gone = before.notices.find(
    (n) => n.reason === 'announcement' && n.state === 'posted' && !after.notices.some(({ id }) => id === n.id),
  );
  if (gone !== undefined) ledger.breaks('no card is forgotten', `${after.id} in ${gone.conversationId}`);
}

/** What was decided stays in the story as it was. */
function keptDecisions(ground: Ground, ledger: Ledger, after: AccountRecord, before: AccountRecord): void {
  for (const decision of before.decisions) {
    const now = after.decisions.find(({ id }) => id === decision.id);
    if (now !== undefined) {
      if (JSON.stringify(now) !== JSON.stringify(decision)) ledger.breaks('decisions stay as they were', decision.id);
      continue;
    }
    const archived = ground.database.all('archive').some((page) => page.decisions.some(({ id }) => id === decision.id));
    if (!archived) ledger.breaks('no decision is lost', `${decision.id} of ${after.id}`);
  }
}

const VERDICTS = { create: 'mapped', pick: 'mapped', ignore: 'ignored', undo: 'undone', reopen: 'reopened' } as const;

/** Each decision is somebody's, who saw what it replaces. */
function madeBySomebody(
  { sources }: Ground,
  ledger: Ledger,
  decision: Decision,
  after: AccountRecord,
  before: AccountRecord,
): void {
  const standing = before.mapping.state === 'open' ? undefined : before.mapping.decisionId;
  const replaced = decision.before.state === 'open' ? undefined : decision.before.decisionId;
  if (standing !== replaced) ledger.breaks('a decision follows the one before', `${decision.id} of ${after.id}`);
  if (decision.by.kind === 'work365') {
    const history = sources.rowOf(after.tenantId)?.history ?? [];
    const isTheirs = history.some(({ by, customerId }) => {
      const said = decision.verdict === 'mapped' ? decision.customer?.id : undefined;
      return by === 'them' && customerId === said;
    });
    if (!isTheirs)
      ledger.breaks('what is adopted somebody did in Work 365', `${JSON.stringify(decision)} of ${after.id}`);
    return;
  }
  const click = ledger.clicks.get(decision.id);
  const { what } = click ?? {};
  if (click === undefined || what === undefined || what.verb === 'keep-ours') {
    ledger.breaks('a decision is somebody’s click', decision.id);
    return;
  }
  const isSame = what.verb === 'keep-theirs' || VERDICTS[what.verb] === decision.verdict;
  const isTheirs = click.personId === decision.by.person.id && click.accountId === after.id && isSame;
  if (!isTheirs) ledger.breaks('a decision is attributed to whoever made it', decision.id);
  if (what.verb === 'pick' && what.customerId !== decision.customer?.id)
    ledger.breaks('what was chosen is what is written down', decision.id);
  if (what.verb !== 'create' && what.asOf !== undefined && what.asOf !== before.mappingVersion)
    ledger.breaks('the first click wins', `${decision.id} saw ${what.asOf}, there was ${before.mappingVersion}`);
}

/** How long around a message its sender must have been undisturbed for a second one to be a fault. */
const AROUND = { before: 60_000, after: 90_000 };

export function isExcused(ledger: Ledger, { by, at }: SimMessage): boolean {
  return ledger.wasDisturbed(by.name, at - AROUND.before, at + AROUND.after);
}

function watchNew(ground: Ground, ledger: Ledger, message: SimMessage, content: unknown): void {
  const { teams, scheduler, database } = ground;
  const shown = shownIn(content);
  const { conversationId } = message;
  const isQuiet = ledger.areClocksRight && shown !== undefined && disturbsQuiet(ground, message, shown.shows);
  if (isQuiet && !isExcused(ledger, message))
    ledger.breaks('quiet hours are kept', `${shown.shows} in ${conversationId}`);
  const alike = (is: (other: NonNullable<ReturnType<typeof shownIn>>) => boolean): SimMessage[] =>
    [...teams.messages.values()].filter((other) => {
      const first = shownIn(other.contents[0]);
      return other.conversationId === conversationId && first !== undefined && is(first);
    });
  const twice = (others: readonly SimMessage[], most: number, what: string): void => {
    if (certain(ledger, others).length >= most) ledger.breaks('nobody is told twice', what);
  };
  watchTold(ground, ledger, { place: message, told: toldIn(shown) });
  if (shown?.shows === 'account') watchCards(ground, ledger, message, shown.accountId);
  if (shown?.shows === 'digest' || shown?.shows === 'reminder') {
    const day = dayIn(scheduler.now(), ground.zone);
    const others = alike(({ shows }) => shows === shown.shows).filter(({ at }) => dayIn(at, ground.zone) === day);
    twice(others, 1, `${shown.shows} in ${conversationId}`);
    if (shown.shows === 'reminder')
      watchReminder(
        ground,
        ledger,
        shown.about,
        alike(({ shows }) => shows === 'reminder'),
      );
  }
  if (shown?.shows === 'watch' || shown?.shows === 'invitation') {
    const { shows, about } = shown;
    const said = alike((one) => one.shows === shows && one.about === about);
    twice(said, about.startsWith('reminder') ? 2 : 1, about);
  }
  if (shown?.shows === 'board') {
    const boards = alike(({ shows }) => shows === 'board').filter(
      ({ contents }) => shownIn(contents.at(-1))?.shows === 'board',
    );
    // One that moved to the end of its conversation stays as it is until it says so.
    const moved = database.all('board').filter((one) => one.conversationId === conversationId && one.old !== undefined);
    twice(boards, 1 + moved.length, `board in ${conversationId}`);
  }
}

function toldIn(shown: ReturnType<typeof shownIn>): readonly string[] {
  if (shown?.shows === 'account') return [shown.accountId];
  return shown?.shows === 'gathered' ? shown.about.split(' ') : [];
}

/** A message that its document names is there for certain; of another nobody may know. */
function certain(ledger: Ledger, messages: readonly SimMessage[]): readonly SimMessage[] {
  return messages.filter(
    (one) => ledger.noted.has(`${one.conversationId} ${one.messageId}`) || !isExcused(ledger, one),
  );
}

function noteGatherings(ledger: Ledger, { conversationId, gatherings = [] }: ConversationRecord): void {
  for (const { post } of gatherings)
    if (post.messageId !== undefined) ledger.noted.add(`${conversationId} ${post.messageId}`);
}

/** No other message of the conversation tells of these. */
function watchTold(
  { teams }: Ground,
  ledger: Ledger,
  { place, told }: { readonly place: SimMessage; readonly told: readonly string[] },
): void {
  const { conversationId, messageId } = place;
  const others = [...teams.messages.values()].filter(
    (one) => one.conversationId === conversationId && one.messageId !== messageId,
  );
  for (const accountId of told) {
    const wanted = ledger.wanted.get(`${accountId} ${conversationId}`)?.size ?? 0;
    const tell = others.filter(({ contents }) => contents.some((content) => tellsOf(shownIn(content), accountId)));
    if (certain(ledger, tell).length >= wanted)
      ledger.breaks('nobody is told twice', `${accountId} in ${conversationId}`);
  }
}

/** In one conversation no more new accounts have a card each within an hour than are to. */
function watchCards({ database, scheduler }: Ground, ledger: Ledger, message: SimMessage, accountId: string): void {
  const { conversationId } = message;
  const notices = database.all('account').find(({ id }) => id === accountId)?.notices ?? [];
  const isNews = notices
    .filter((n) => n.conversationId === conversationId)
    .some(({ reason, state }) => reason === 'announcement' && state === 'posting');
  if (!isNews || isExcused(ledger, message) || !ledger.areClocksRight) return;
  const now = scheduler.now();
  // Posted twice, since its sender died, it is one card.
  const cards = (ledger.cards.get(conversationId) ?? []).filter((one) => one.accountId !== accountId);
  // Of their hour the clocks of replicas may lack a minute.
  const within = [...cards, { accountId, at: now }].filter(({ at }) => at > now - 58 * 60_000);
  ledger.cards.set(conversationId, within);
  if (within.length > CARDS)
    ledger.breaks('many new accounts are told together', `${within.length} in ${conversationId}`);
}

/** Well within its quiet, so that nothing that was on its way before is meant; an answer is no card of ours. */
function disturbsQuiet({ database, scheduler }: Ground, { conversationId }: SimMessage, shows: string): boolean {
  const { settings } = database.all('conversation').find((one) => one.conversationId === conversationId) ?? {};
  if (settings?.quiet?.on !== true) return false;
  if (settings.quiet.urgent === true && shows === 'endings') return false;
  const now = scheduler.now();
  const { from = '', to = '', timeZone = 'UTC' } = settings.quiet;
  return [now - 36_000, now + 1_000].every((at) => {
    const shown = shownAt(at, timeZone).slice(11);
    return from < to ? from <= shown && shown < to : shown >= from || shown < to;
  });
}

/** In the morning of a working day, and of an account that waits no more than three times. */
function watchReminder(
  { scheduler, zone, database }: Ground,
  ledger: Ledger,
  about: string,
  before: readonly SimMessage[],
): void {
  const at = scheduler.now();
  // The clocks of replicas may be wrong by minutes.
  const [from, to] = [9 * 60 - 10, 12 * 60 + 10];
  const isMorning = minutesIn(at, zone) >= from && minutesIn(at, zone) <= to;
  const isWorkday = ![0, 6].includes(new Date(`${dayIn(at, zone)}T12:00:00Z`).getUTCDay());
  if (!isMorning || !isWorkday) ledger.breaks('reminders come in the morning', shownAt(at, zone));
  // One that says only who is back after a snooze tells of nobody else.
  for (const accountId of about.split(' ').filter((id) => id !== '')) {
    // Opened again, it waits anew.
    const decided =
      database
        .all('account')
        .find(({ id }) => id === accountId)
        ?.decisions.at(-1)?.at ?? 0;
    const since = before.filter((one) => one.at > decided && !isExcused(ledger, one));
    if (since.filter((one) => aboutOf(one).includes(accountId)).length >= MOST_STEPS)
      ledger.breaks('an account is in three reminders at most', accountId);
  }
}

function aboutOf({ contents }: SimMessage): string {
  const shown = shownIn(contents[0]);
  return shown !== undefined && 'about' in shown ? shown.about : '';
}

function watchChanged(ground: Ground, ledger: Ledger, message: SimMessage, content: unknown): void {
  const [shown, before] = [shownIn(content), shownIn(message.contents.at(-1))];
  if (shown?.shows === 'gathered') {
    const known = toldIn(before);
    const told = toldIn(shown);
    watchTold(ground, ledger, { place: message, told: told.filter((id) => !known.includes(id)) });
    for (const id of known) if (!told.includes(id)) ledger.breaks('nobody is lost from what tells of several', id);
  }
  if (shown === undefined || before === undefined || !('version' in shown) || !('version' in before)) return;
  if (shown.shows === before.shows && shown.version < before.version)
    ledger.breaks('no older card over a newer one', `${message.messageId}: ${shown.version} over ${before.version}`);
}
