import { pickCustomer } from '../../src/domain/mapping';
import { DAY, MINUTE } from '../../src/domain/time';
import type { AccountRecord } from '../../src/domain/account';
import type { BoardRecord } from '../../src/domain/documents';
import type { Directory, MappingWriteOutcome } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import { createLog } from '../../src/runtime/log';
import { setState } from '../../src/records/keep-conversation';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { reportHealth } from '../../src/tasks/report-health';
import { tellStuck } from '../../src/reconcile/tell-stuck';
import { account, row, stamp } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  board: (board) => ({ text: `board, ${board.stuck ?? 0} stuck`, summary: 'board' }),
});

const failed: MappingWriteOutcome = {
  outcome: 'failed',
  trouble: { source: 'work365', kind: 'denied', detail: 'HTTP 403', remedy: 'Give the role.' },
};

let outcome: (rowId: string) => MappingWriteOutcome;
let stand: TaskStand;
let warnings: Record<string, unknown>[];
beforeEach(async () => {
  outcome = () => failed;
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    writeMapping: ({ rowId }) => Promise.resolve(outcome(rowId)),
  };
  stand = await taskStand({ directory });
  warnings = [];
});
afterEach(() => stand.close());

const ports = () => ({
  ...stand.ports,
  log: createLog('warn', {
    write: (line: string) => {
      const entry: Record<string, unknown> = JSON.parse(line);
      // That Work 365 as a whole takes nothing is told, too; here it is about what stays stuck.
      if (entry['level'] === 'warn' && /stuck/.test(String(entry['msg']))) warnings.push(entry);
    },
  }),
});

/** What the jobs do, again and again, for so long. */
async function live(ms: number): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 6 * 60 * MINUTE) {
    await reconcile(ports(), plain, { aborted: false });
    await tellStuck(ports(), 3 * DAY);
    await keepBoards(ports());
    await reconcile(ports(), plain, { aborted: false });
    stand.clock.move(6 * 60 * MINUTE);
  }
}

async function stored(id: string): Promise<AccountRecord> {
  const found = await stand.ports.store.read('account', id);
  if (found === undefined) throw new Error('the account is gone');
  return found.document;
}

async function board(): Promise<BoardRecord | undefined> {
  return (await stand.ports.store.read('board', 'board:channel-a'))?.document;
}

/** Decided here, so that Work 365 is owed a write. */
function mapped(tenantId = account().tenantId): AccountRecord {
  const open = account({ rows: [row()], tenantId });
  const ruling = pickCustomer(open, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
  if (ruling.ruling !== 'decided') throw new Error('not decided');
  return ruling.record;
}

describe('an account that has failed for days', () => {
  it('is told once, in the log and on the board, and not before its time', async () => {
    const record = mapped();
    await put(stand.ports, conversation(), record);

    await live(2 * DAY);
    const early = [warnings.length, (await stored(record.id)).stuckToldAt, await board()];
    await live(4 * DAY);

    expect(early).toEqual([0, undefined, undefined]);
    expect(warnings).toMatchObject([
      { account: record.id, reason: 'HTTP 403', msg: 'An account has been stuck for days; "health" lists them all' },
    ]);
    expect(await board()).toMatchObject({ state: 'posted', open: 0, stuck: 1 });
    expect((await reportHealth(ports())).stuck).toMatchObject([{ error: 'HTTP 403' }]);
  });

  it('is told once by two replicas that look at the same moment', async () => {
    await put(stand.ports, conversation(), mapped());
    await live(2.5 * DAY);
    stand.clock.move(DAY);

    await Promise.all([tellStuck(ports(), 3 * DAY), tellStuck(ports(), 3 * DAY)]);

    expect(warnings).toHaveLength(1);
  });

  it('is on the board no more once it is healed, and is told again when it fails again for days', async () => {
    const record = mapped();
    await put(stand.ports, conversation(), record);
    await live(4 * DAY);
    outcome = () => ({ outcome: 'written', row: row({ etag: 'W/"2"', customerId: 'c1' }) });

    await live(DAY);

    expect(await stored(record.id)).not.toHaveProperty('stuckToldAt');
    expect((await stored(record.id)).writeBack).not.toHaveProperty('failingSince');
    const healed = await board();
    expect(healed).not.toHaveProperty('stuck');
    expect(healed?.shownVersion).toBe(healed?.version);
    expect(stand.ports.courier.said.at(-1)?.message.text).toBe('board, 0 stuck');
    expect(warnings).toHaveLength(1);
  });

  it('counts a card that Teams keeps refusing', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    stand.ports.courier.answer = () => ({ sent: 'rejected', reason: 'MessageSizeTooBig' });

    await live(4 * DAY);

    expect(warnings).toMatchObject([{ account: record.id, reason: 'MessageSizeTooBig' }]);
  });

  it('counts a card whose post never gets an answer, and makes it more and more seldom', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    stand.ports.courier.answer = () => ({ sent: 'unsure', reason: 'ServiceError' });

    for (let second = 0; second < 3_600; second += 10) {
      await reconcile(ports(), plain, { aborted: false });
      stand.clock.move(10_000);
    }

    expect(stand.ports.courier.said.length).toBeLessThanOrEqual(12);
    expect((await stored(record.id)).notices[0]).toMatchObject({ state: 'posting', lastError: 'ServiceError' });
  });

  it('says nothing of cards that wait for a paused conversation: that one is told of as such', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    await setState(stand.ports, 'channel-a', 'paused', 'BotNotInConversationRoster');

    await live(6 * DAY);

    expect(warnings).toEqual([]);
    expect((await stored(record.id)).notices[0]).toMatchObject({ state: 'wanted', attempts: 0 });
  });
});
