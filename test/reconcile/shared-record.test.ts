import type { AccountRecord } from '../../src/domain/account';
import type { Store } from '../../src/store';
import { changeAccount } from '../../src/records/change-document';
import { shareRecord } from '../../src/reconcile/shared-record';
import type { SharedRecord } from '../../src/reconcile/shared-record';
import type { Ports } from '../../src/ports';
import { account } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
let ports: Ports;
let asked: string[];
beforeEach(async () => {
  stand = await taskStand();
  asked = [];
  ports = { ...stand.ports, store: listening(stand.ports.store) };
});
afterEach(() => stand.close());

function listening(store: Store): Store {
  return {
    ...store,
    read: (kind, id) => {
      asked.push('read');
      return store.read(kind, id);
    },
    write: (write) => {
      asked.push(write.write);
      return store.write(write);
    },
  };
}

async function sharedRecordOf(record: AccountRecord): Promise<SharedRecord> {
  await put(stand.ports, record);
  const stored = (await stand.ports.store.read('account', record.id))!;
  return shareRecord(ports, stored, stand.clock.now());
}

const raised = (r: AccountRecord): AccountRecord => ({ ...r, version: r.version + 1 });

describe('a shared record', () => {
  it('saves the changes of several at the same time with one replace each', async () => {
    const shared = await sharedRecordOf(account());

    const saved = await Promise.all([shared.change(raised), shared.change(raised), shared.change(raised)]);

    expect(saved.map((one) => one.changed)).toEqual(['saved', 'saved', 'saved']);
    expect(shared.latest().document.version).toBe(4);
    expect(asked).toEqual(['replace', 'replace', 'replace']);
  });

  it('lets a change decide again on what somebody else saved meanwhile', async () => {
    const shared = await sharedRecordOf(account());
    await changeAccount(stand.ports, shared.latest().document.id, raised);

    await shared.change(raised);

    expect(shared.latest().document.version).toBe(3);
    expect(asked).toEqual(['replace', 'read', 'replace']);
  });

  it('reads first when it was told that somebody else has saved', async () => {
    const shared = await sharedRecordOf(account());
    await changeAccount(stand.ports, shared.latest().document.id, raised);
    shared.forget();

    await shared.change(raised);
    await shared.change(raised);

    expect(shared.latest().document.version).toBe(4);
    expect(asked).toEqual(['read', 'replace', 'replace']);
  });

  it('goes on after a change that failed', async () => {
    const shared = await sharedRecordOf(account());
    const failed = shared.change(() => {
      throw new Error('poison');
    });

    const next = shared.change(raised);

    await expect(failed).rejects.toThrow('poison');
    expect((await next).changed).toBe('saved');
  });

  it('says that the record is not there any more', async () => {
    const record = account();
    const shared = await sharedRecordOf(record);
    await stand.ports.store.write({ write: 'remove', ...shared.latest() });

    expect((await shared.change(raised)).changed).toBe('not-there');
  });
});
