import { createNoDirectory } from '../../src/directories/none';
import type { Directory, MappingWrite, MappingWriteOutcome } from '../../src/directory';
import type { AccountRecord } from '../../src/domain/account';
import { pickCustomer, undoDecision } from '../../src/domain/mapping';
import type { Look, Trouble } from '../../src/domain/source';
import { REFUSED_AGAIN_AFTER, WRITE_CLAIM_LAPSES_AFTER } from '../../src/domain/write-back';
import { beginWrite } from '../../src/domain/write-backs';
import { createLog } from '../../src/runtime/log';
import { readShared } from '../../src/reconcile/shared-record';
import type { Ports } from '../../src/ports';
import { writeBack } from '../../src/reconcile/write-back';
import { account, ana, row, stamp } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const CONTOSO = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };
const DOWN: Trouble = { source: 'work365', kind: 'unreachable', detail: 'HTTP 503', remedy: 'Wait.' };

let stand: TaskStand;
let ports: Ports;
let lines: string[];
let writes: MappingWrite[];
let outcome: MappingWriteOutcome;
let look: Look<ReturnType<typeof row>>;

beforeEach(async () => {
  writes = [];
  lines = [];
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    writeMapping: (write) => {
      writes.push(write);
      return Promise.resolve(outcome);
    },
    readRow: () => Promise.resolve(look),
  };
  stand = await taskStand({ directory });
  ports = { ...stand.ports, log: createLog('info', { write: (line: string) => void lines.push(line) }) };
});
afterEach(() => stand.close());

/** The records of the log: level and message. */
const logged = (): string[] =>
  lines.map((line) => {
    const { level, msg } = JSON.parse(line) as { level: string | number; msg: string };
    return `${String(level)} ${msg}`;
  });

function mapped(): AccountRecord {
  const ruling = pickCustomer(account({ rows: [row()] }), CONTOSO, stamp(ana));
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  return ruling.record;
}

/** What the record says after one attempt. */
async function attempt(record: AccountRecord = mapped()): Promise<AccountRecord> {
  if ((await ports.store.read('account', record.id)) === undefined) await put(ports, record);
  const shared = await readShared(ports, 'account', record.id);
  if (shared === undefined) throw new Error('the account is not there');
  await writeBack(ports, shared);
  return (await ports.store.read('account', record.id))!.document;
}

describe('a write-back', () => {
  it('is made in the name of the person who decided, to the version of the row that we know', async () => {
    outcome = { outcome: 'written', row: row({ etag: 'W/"2"', customerId: 'c1' }) };
    const after = await attempt();

    expect(writes).toEqual([{ work: 'write', rowId: 'row-1', etag: 'W/"1"', customerId: 'c1', onBehalfOf: idOf(ana) }]);
    expect(after.writeBack).toMatchObject({ state: 'written', at: stand.clock.now() });
    expect(after.directoryRow).toMatchObject({ etag: 'W/"2"', customerId: 'c1' });
  });

  it('that clears the row is made in nobody’s name', async () => {
    const record = account({ rows: [row()] });
    const picked = pickCustomer(record, CONTOSO, stamp(ana));
    if (picked.ruling !== 'decided') throw new Error(picked.ruling);
    const had = { ...picked.record, directoryRow: row({ customerId: 'c1' }) };
    const undone = undoDecision(had, picked.decision.id, stamp(ana));
    if (undone.ruling !== 'decided') throw new Error(undone.ruling);
    outcome = { outcome: 'written', row: row({ etag: 'W/"2"' }) };
    await attempt(undone.record);

    expect(writes).toEqual([{ work: 'write', rowId: 'row-1', etag: 'W/"1"', customerId: null }]);
  });

  it('that comes too late for somebody else’s change leaves it to a person', async () => {
    outcome = { outcome: 'changed', row: row({ etag: 'W/"9"', customerId: 'c9', customerName: 'Other Co' }) };

    expect((await attempt()).writeBack).toMatchObject({
      state: 'conflict',
      theirs: { customer: { id: 'c9', name: 'Other Co' }, replaced: false },
    });
  });

  it('to a row that is gone waits for another', async () => {
    outcome = { outcome: 'row-gone' };
    const after = await attempt();

    expect(after.writeBack.state).toBe('waiting-for-row');
    expect(after.directoryRow).toBeUndefined();
    expect(after.dueAt).toBeUndefined();
  });

  it('that is refused is told to operators when it begins and when it is over (S8)', async () => {
    const trouble: Trouble = { source: 'work365', kind: 'denied', detail: 'HTTP 400', remedy: 'Mend it.' };
    outcome = { outcome: 'refused', refusal: { kind: 'data', words: 'Choose a contract.' }, trouble };
    const refused = await attempt();
    expect(refused.writeBack).toMatchObject({
      state: 'refused',
      refusal: { kind: 'data', words: 'Choose a contract.' },
    });
    await attempt();
    stand.clock.move(REFUSED_AGAIN_AFTER);
    await attempt();
    expect(writes).toHaveLength(2);
    expect(logged()).toEqual([
      expect.stringContaining('Work 365 refuses a mapping; the card says why, and it is tried again now and then'),
    ]);
    expect(lines[0]).toContain('Choose a contract.');

    outcome = { outcome: 'written', row: row({ etag: 'W/"2"', customerId: 'c1' }) };
    stand.clock.move(REFUSED_AGAIN_AFTER);
    expect((await attempt()).writeBack.state).toBe('written');
    expect(logged()).toHaveLength(2);
    expect(logged()[1]).toContain('Work 365 does not refuse this mapping any more');
  });

  it('whose customer is gone says so', async () => {
    const trouble: Trouble = { source: 'work365', kind: 'bad-answer', detail: 'gone' };
    outcome = { outcome: 'refused', refusal: { kind: 'customer-gone' }, trouble };

    expect((await attempt()).writeBack).toMatchObject({ state: 'refused', refusal: { kind: 'customer-gone' } });
  });

  it('to a service that takes none is told to operators once, however often and for however many accounts (O14)', async () => {
    outcome = { outcome: 'failed', trouble: DOWN };
    for (let n = 0; n < 4; n += 1) {
      const after = await attempt();
      expect(after.writeBack).toMatchObject({ state: 'owed', lastError: 'HTTP 503' });
      look = { look: 'failed', trouble: DOWN };
      stand.clock.move(3_600_000);
    }
    expect(logged()).toEqual([
      expect.stringContaining('Work 365 takes no mappings now; they wait and are tried again'),
    ]);

    look = { look: 'seen', value: row() };
    await attempt();
    outcome = { outcome: 'written', row: row({ etag: 'W/"2"', customerId: 'c1' }) };
    stand.clock.move(3_600_000);
    expect((await attempt()).writeBack.state).toBe('written');
    expect(logged()).toHaveLength(2);
    expect(logged()[1]).toContain('Work 365 takes mappings again');
  });
});

describe('a write that was begun and whose end nobody noted', () => {
  const begun = (): AccountRecord => beginWrite(mapped(), stand.clock.now() - WRITE_CLAIM_LAPSES_AFTER);

  it.each<[string, () => Look<ReturnType<typeof row>>, object]>([
    ['arrived', () => ({ look: 'seen', value: row({ etag: 'W/"2"', customerId: 'c1' }) }), { state: 'written' }],
    ['did not arrive', () => ({ look: 'seen', value: row() }), { state: 'owed' }],
    [
      'was overtaken',
      () => ({ look: 'seen', value: row({ etag: 'W/"2"', customerId: 'c9', customerName: 'Other Co' }) }),
      { state: 'conflict' },
    ],
    ['found no row', () => ({ look: 'absent' }), { state: 'waiting-for-row' }],
    ['cannot be told yet', () => ({ look: 'failed', trouble: DOWN }), { state: 'owed', begun: { customerId: 'c1' } }],
  ])('is looked at, and not repeated blindly: it %s', async (_what, seen, state) => {
    look = seen();

    expect((await attempt(begun())).writeBack).toMatchObject(state);
    expect(writes).toEqual([]);
  });
});

function idOf(actor: typeof ana): string {
  return actor.kind === 'person' ? actor.person.id : '';
}
