import { CARDS_AN_HOUR } from '../../src/domain/gathering';
import { HOUR, SECOND } from '../../src/domain/time';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { tellGathered } from '../../src/reconcile/tell-gathered';
import { drawGathered, drawings } from '../../src/turns/drawings';
import { account } from '../../test/builders';
import { conversation, put, taskStand } from '../../test/tasks/stand';

const START = Date.UTC(2026, 9, 5, 9);
const EVERY = 10 * SECOND;

/**
 * `npm run bench -- bursts [accounts]`: so many new accounts come within an hour, evenly, and are told in one channel; what
 * Teams is asked for, with a card for each and with a card for the first ones only. The hour is the clock's, not ours.
 */
export async function benchBursts(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 2_000);
  for (const cardsAnHour of [0, CARDS_AN_HOUR]) await hourOf(count, cardsAnHour);
}

async function hourOf(count: number, cardsAnHour: number): Promise<void> {
  const stand = await taskStand();
  const ports = { ...stand.ports, cardsAnHour };
  stand.clock.move(START - stand.clock.now());
  await put(ports, conversation());
  const began = process.cpuUsage();
  let came = 0;
  // Once all have come, until nothing changes any more.
  for (let round = 0; round < HOUR / EVERY + 3; round += 1) {
    const due = Math.min(count, Math.round(((round + 1) * count * EVERY) / HOUR));
    for (; came < due; came += 1) await put(ports, newAccount(came, stand.clock.now()));
    await reconcile(ports, drawings, { aborted: false });
    await tellGathered(ports, drawGathered);
    await keepBoards(ports);
    stand.clock.move(EVERY);
  }
  const { said } = ports.courier;
  const posts = said.filter(({ messageId }) => messageId === undefined).length;
  const { user, system } = process.cpuUsage(began);
  const cpu = ((user + system) / 1_000_000).toFixed(1);
  console.log(
    `${count} new accounts in an hour, ${cardsAnHour === 0 ? 'a card each' : `${cardsAnHour} with a card each`}: ` +
      `${posts} messages and ${said.length - posts} redraws; CPU ${cpu} s`,
  );
  await stand.close();
}

function newAccount(n: number, at: number) {
  const tenantId = `22222222-2222-4222-8222-${String(n).padStart(12, '0')}`;
  const tenant = { tenantId, name: `Customer ${n}`, defaultDomain: `customer${n}.onmicrosoft.com` };
  return account({ tenantId, tenant, tell: ['channel-a'], at, writesBack: false });
}
