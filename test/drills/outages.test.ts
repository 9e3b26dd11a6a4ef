import { eventually } from './eventually';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { install, map, undo } from './people';
import type { Ledger } from './people';
import type { Tap } from './tap';
import { announced, announcements, expectTruth, recordOf } from './truth';
import { isMappingWrite, isPost, isRedraw } from './wire-points';

const LIMIT = 300_000;

let ground: Ground;
let ledger: Ledger;
/** Accounts whose card may be there twice. */
const doubled: string[] = [];

beforeAll(async () => {
  ledger = [];
  ground = await prepareGround({ seed: 8_080 });
  await ground.start();
  await install(ground);
}, LIMIT);
afterAll(() => ground.close(), LIMIT);
afterEach(() => Promise.all([ground.teams, ground.dataverse, ground.partnerCenter].map((tap) => tap.heal())));

async function expectAllRight(): Promise<void> {
  expect(await expectTruth(ground, ledger)).toEqual(doubled);
}

interface Outage {
  readonly how: string;
  readonly begin: (tap: Tap) => unknown;
}

/** What a service does while it is down. */
const OUTAGES: readonly Outage[] = [
  { how: 'cannot be connected to', begin: (tap) => tap.refuse() },
  {
    how: 'answers 503',
    begin: (tap) => {
      tap.answer(503);
    },
  },
];
const THROTTLED: Outage = {
  how: 'answers 429 with Retry-After',
  begin: (tap) => {
    tap.answer(429, { 'retry-after': '1' });
  },
};

/** Announced, mapped, and written to Work 365. */
async function settledAccount(): Promise<Ground['accepted'][number]> {
  const account = ground.accept();
  await announced(ground, account);
  await map(ground, ledger, account);
  return account;
}

describe('while Teams', () => {
  it.each(OUTAGES)(
    '$how, decisions are taken, and every card comes right afterwards, once',
    async ({ begin }) => {
      const known = await settledAccount();
      await expectAllRight();
      await begin(ground.teams);
      const news = ground.accept();

      await undo(ground, ledger, known);
      await map(ground, ledger, known);
      await map(ground, ledger, news);
      await eventually('somebody tried to post', async () => {
        const notice = (await recordOf(ground, news.accountId))?.notices[0];
        return notice?.state === 'posting' || (notice?.attempts ?? 0) > 0;
      });
      expect(announcements(ground, news, ground.channels[0]!)).toHaveLength(0);

      await ground.teams.heal();
      await expectAllRight();
    },
    LIMIT,
  );

  it(
    'takes a post and a redraw and breaks off before it answers, one card may be there twice',
    async () => {
      const posted = ground.teams.trip('after', isPost, () => undefined);
      const news = ground.accept();
      doubled.push(news.name);
      await posted;
      const redrawn = ground.teams.trip('after', isRedraw, () => undefined);
      await map(ground, ledger, news);
      // The claim of the first card has to lapse before it is posted again and can be redrawn.
      await eventually('the card', () => announcements(ground, news, ground.channels[0]!).length === 1);
      ground.clock.move(61_000);
      await eventually('the second card', () => announcements(ground, news, ground.channels[0]!).length === 2);
      await undo(ground, ledger, news);
      await redrawn;

      await expectAllRight();
    },
    LIMIT,
  );
});

describe('while Partner Center', () => {
  it.each(OUTAGES)(
    '$how, people go on mapping, and who accepted meanwhile is announced afterwards',
    async ({ begin }) => {
      const known = await settledAccount();
      await begin(ground.partnerCenter);
      const news = ground.accept();
      await undo(ground, ledger, known);
      await map(ground, ledger, known);
      expect(await recordOf(ground, news.accountId)).toBeUndefined();

      await ground.partnerCenter.heal();
      await expectAllRight();
    },
    LIMIT,
  );
});

describe('while Work 365', () => {
  it.each([...OUTAGES, THROTTLED])(
    '$how, decisions are taken, shown, and written there afterwards',
    async ({ begin }) => {
      const known = await settledAccount();
      await expectAllRight();
      await begin(ground.dataverse);
      await undo(ground, ledger, known);
      await map(ground, ledger, known);
      await eventually('the card says that it waits', async () => {
        const record = await recordOf(ground, known.accountId);
        return record?.writeBack.lastError !== undefined && record.notices[0]?.shownVersion === record.version;
      });

      await ground.dataverse.heal();
      await expectAllRight();
    },
    LIMIT,
  );

  it(
    'takes a mapping and breaks off before it answers, it is looked at and not written over',
    async () => {
      const account = await settledAccount();
      await expectAllRight();
      const lost = ground.dataverse.trip('after', isMappingWrite, () => undefined);
      await undo(ground, ledger, account);
      await lost;

      await expectAllRight();
      expect((await recordOf(ground, account.accountId))?.decisions.filter((d) => d.by.kind === 'work365')).toEqual([]);
    },
    LIMIT,
  );
});
