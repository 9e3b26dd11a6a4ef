import type { Action } from '../../src/actions/action';
import type { AccountRecord } from '../../src/domain/account';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { cardOf, textOf } from './card-text';
import { eventually, inTime } from './eventually';
import { PEOPLE, prepareGround } from './ground';
import type { Ground } from './ground';
import { click, install } from './people';
import type { Replica } from './replica';
import { announced, announcements, expectTruth, recordOf } from './truth';

const LIMIT = 300_000;

/** Each is done by Ada; a replica dies as it is saved, before or after. */
const DEEDS = [
  { deed: 'a claim', verb: 'assign', kept: 'assignment', said: 'You are on' },
  { deed: 'a snooze', verb: 'snooze', kept: 'snooze', said: 'is snoozed until' },
] as const;

let ground: Ground;
let channel: string;
beforeAll(async () => {
  ground = await prepareGround({ seed: 1_919 });
  await running(1);
  channel = await install(ground);
}, LIMIT);
afterAll(() => ground.close(), LIMIT);

/** So many replicas, whatever the drill before has left. */
async function running(count: number): Promise<readonly Replica[]> {
  for (const replica of ground.living().slice(count)) await replica.stop();
  while (ground.living().length < count) await ground.start();
  return ground.living();
}

/** Everything that waits for a day has come back. */
async function untilAllAreAwake(): Promise<void> {
  const records = await Promise.all(ground.accepted.map(({ accountId }) => recordOf(ground, accountId)));
  const ends = records.flatMap((record) => [record?.assignment?.until ?? 0, record?.snooze?.until ?? 0]);
  ground.clock.move(Math.max(0, ...ends) + 1_000 - ground.clock.now());
}

/** The record once Work 365 has a row of the account: it comes some time later by itself, and changes the record. */
async function withRow(accountId: string): Promise<AccountRecord> {
  ground.sandbox.control('sync');
  return eventually(`the row of ${accountId}`, async () => {
    const record = await recordOf(ground, accountId);
    return record?.directoryRow !== undefined && record;
  });
}

let clicks = 0;
const press = (replica: Replica, by: number, action: Action, id = `claims-${(clicks += 1)}`) =>
  click(ground, replica, { id, channel, by, action });

async function newAccount(): Promise<Ground['accepted'][number]> {
  const account = ground.accept();
  await announced(ground, account);
  return account;
}

const actionOf = (verb: 'assign' | 'snooze', accountId: string): Action =>
  verb === 'assign' ? { verb, accountId } : { verb, accountId, when: 'tomorrow', day: undefined, reason: undefined };

/** What people see of it in the channel, once it shows what its record says. */
async function shownOf({ accountId, name }: Ground['accepted'][number], says: string): Promise<string> {
  return eventually(`the card of ${name} says "${says}"`, async () => {
    const notice = (await recordOf(ground, accountId))?.notices.find((one) => one.conversationId === channel);
    const text = textOf(
      cardOf(ground.connector.shown.get(`${notice?.threadId ?? channel} ${notice?.messageId ?? ''}`)),
    );
    return text.includes(says) && text;
  });
}

it(
  'a replica that is killed as a claim or a snooze is saved loses none that was acknowledged, and none is made twice',
  async () => {
    await running(1);
    for (const { verb, kept, said } of DEEDS) {
      for (const when of ['before', 'after'] as const) {
        const account = await newAccount();
        const action = actionOf(verb, account.accountId);
        const [replica] = ground.living();
        const id = `${verb}-${when}`;
        const dead = ground.fallAtSave(when, new RegExp(`"id":"${account.accountId}".*"${kept}":\\{"by"`));
        const unanswered = press(replica!, 0, action, id);
        await inTime(`the death ${when} ${kept} is saved`, dead);
        expect([id, await unanswered]).toEqual([id, undefined]);
        await replica!.kill();
        const saved = (await recordOf(ground, account.accountId))?.[kept];
        expect([id, saved?.by.name]).toEqual([id, when === 'after' ? PEOPLE[0]!.name : undefined]);
        ground.clock.move(LEASE_LASTS);
        const next = await ground.start();
        // Teams delivers it again.
        const answer = await press(next, 0, action, id);
        expect([id, answer?.text]).toEqual([id, expect.stringContaining(said)]);
        const record = (await recordOf(ground, account.accountId))!;
        expect([id, record[kept]?.by.name]).toEqual([id, PEOPLE[0]!.name]);
        if (when === 'after') expect([id, record[kept]?.at]).toEqual([id, saved!.at]);
      }
    }
    await untilAllAreAwake();
    expect(await expectTruth(ground, [])).toEqual([]);
  },
  LIMIT,
);

it(
  'of two people who claim at once at two replicas one is on it, and the other reads who',
  async () => {
    const [one, other] = await running(2);
    for (let round = 0; round < 3; round += 1) {
      const account = await newAccount();
      const action = actionOf('assign', account.accountId);
      const answers = await Promise.all([press(one!, 1, action), press(other!, 2, action)]);
      const by = (await recordOf(ground, account.accountId))?.assignment?.by.name;
      const winner = PEOPLE.findIndex(({ name }) => name === by);
      expect([1, 2]).toContain(winner);
      const textFor = (person: number): string => answers[person - 1]?.text ?? '';
      expect(textFor(winner)).toContain(`You are on ${account.name}`);
      expect(textFor(3 - winner)).toContain(`${by!} has been on it since`);
    }
  },
  LIMIT,
);

it(
  'a claim lapses and a snooze ends once, also where the replica that was about to say so dies',
  async () => {
    const both = await running(2);
    const [claimed, asleep] = [await newAccount(), await newAccount()];
    const holder = await eventually('somebody holds the lease', () =>
      ground.living().find((replica) => replica.holds('reconcile')),
    );
    await press(holder, 0, actionOf('assign', claimed.accountId));
    await press(holder, 1, actionOf('snooze', asleep.accountId));
    await shownOf(claimed, 'Ada has been on it since');
    await shownOf(asleep, 'Snoozed until');
    const [before, slept] = [await withRow(claimed.accountId), await withRow(asleep.accountId)];
    const dead = ground.fallAtSave('before', /"lapsedAt":|"overAt":/);
    await untilAllAreAwake();
    await inTime('the death before it is saved', dead);
    // Mostly it is the holder; what was decided lately any replica may go on with.
    const fallen = await eventually('the one that was about to save is gone', () => both.find(({ gone }) => gone));
    await fallen.kill();
    await shownOf(claimed, 'Anybody can take it');
    await shownOf(asleep, 'It is back: Ben had snoozed it');

    expect(await expectTruth(ground, [])).toEqual([]);
    const rose = async (record: AccountRecord) => (await recordOf(ground, record.id))!.version - record.version;
    expect([await rose(before), await rose(slept)]).toEqual([1, 1]);
    for (const account of [claimed, asleep]) expect(announcements(ground, account, channel)).toHaveLength(1);
  },
  LIMIT,
);
