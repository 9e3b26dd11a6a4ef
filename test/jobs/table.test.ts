import { jobTable } from '../../src/jobs/table';
import type { Job, RunStop } from '../../src/jobs/table';
import { createNoDirectory } from '../../src/directories/none';
import type { Directory } from '../../src/directory';
import { pickCustomer } from '../../src/domain/mapping';
import type { Provider } from '../../src/provider';
import { ALONE } from '../../src/records/hold-lease';
import type { Ports } from '../../src/ports';
import { account, PROVIDER, stamp } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';
import { listingProvider } from '../doubles/listing-provider';

const message = { text: 'text', summary: 'summary' };
const drawings = plainDrawings();

let listed: string[];
let stand: TaskStand;
beforeEach(async () => {
  listed = ['a', 'b'];
  const directory: Directory = {
    ...createNoDirectory(),
    async *listCustomers() {
      yield await Promise.resolve(listed.map((id) => ({ id, name: `Customer ${id}` })));
    },
  };
  stand = await taskStand({ directory });
});
afterEach(() => stand.close());

const provider = listingProvider(() => []);

function jobNamed(name: string, providers: readonly Provider[] = []): Job {
  const ports: Ports = { ...stand.ports, providers };
  jobs ??= jobTable({
    ports,
    drawings,
    drawDigest: () => message,
    drawReminder: () => message,
    drawEndings: () => message,
    drawGathered: () => message,
    drawTeamQuestion: () => message,
    drawAlarm: () => message,
    catchUp: () => Promise.resolve(0),
    syncEveryMs: 1_000,
    reconcileEveryMs: 1_000,
  });
  const found = jobs.find((job) => job.name === name);
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
}
let jobs: readonly Job[] | undefined;
beforeEach(() => (jobs = undefined));

function stop(news: Partial<RunStop> = {}): RunStop {
  return { ...ALONE, signal: new AbortController().signal, until: Infinity, onNews: () => undefined, ...news };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the jobs', () => {
  it('show what was decided at another replica as soon as the tail tells of it, whoever is being waited for', async () => {
    const { ports } = stand;
    const [slow, decided] = [1, 2].map((n) => `33333333-3333-4333-8333-00000000000${n}`);
    const record = account({ tell: ['channel-b'], writesBack: false, tenantId: decided! });
    await put(ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
    await jobNamed('reconcile').run(stop());
    await put(ports, account({ tell: ['channel-a'], writesBack: false, tenantId: slow! }));
    let letGo = (): void => undefined;
    ports.courier.answer = (id) =>
      id === 'channel-b'
        ? { sent: 'sent', messageId: 'm' }
        : new Promise((resolve) => {
            letGo = () => {
              resolve({ sent: 'sent', messageId: 'late' });
            };
          });
    const running = jobNamed('reconcile').run(stop());
    await until(() => ports.courier.said.length === 2);

    const stored = (await ports.store.read('account', record.id))!;
    const ruling = pickCustomer(stored.document, { customer: { id: 'c', name: 'C' }, evidence: [] }, stamp());
    if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
    await ports.store.write({ write: 'replace', document: ruling.record, etag: stored.etag });
    ports.register.apply(ruling.record);
    stand.clock.move(60_000);
    await jobNamed('follow').run(stop());
    await until(() => ports.courier.said.length === 3);

    expect(ports.courier.said[2]).toMatchObject({ conversationId: 'channel-b', message: { text: 'account v2' } });
    letGo();
    await running;
  });

  it.each([
    ['lasts, mark what is listed no more', true, ['a']],
    ['is over, mark nothing', false, ['a', 'b']],
  ])('that sync, while their lease %s', async (_what, isHeld, expected) => {
    await jobNamed(`sync ${PROVIDER}`, [provider]).run(stop());
    listed = ['a'];
    await jobNamed(`sync ${PROVIDER}`, [provider]).run(stop({ confirm: () => Promise.resolve(isHeld) }));

    expect(['a', 'b'].filter((id) => stand.ports.register.isCurrentCustomer(id))).toEqual(expected);
  });
});
