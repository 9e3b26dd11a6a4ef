import { prepareGround } from '../../test/drills/ground';
import type { Ground } from '../../test/drills/ground';
import { eventually } from '../../test/drills/eventually';
import { startNotifications } from '../../test/drills/notifications';
import { install } from '../../test/drills/people';

/**
 * `npm run bench -- events [count]`: from a notification at the door of Partner Center to the card at Teams' door, by a
 * bot in a process of its own that nothing else makes look: its intervals are those of production or longer.
 */
export async function benchEvents(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 30);
  const ground = await prepareGround({ seed: 1 });
  const notifications = await startNotifications();
  try {
    const env = { ...notifications.env, SYNC_INTERVAL_S: '14400', RECONCILE_INTERVAL_S: '2', LOG_LEVEL: 'warn' };
    const replica = await ground.start({ env });
    await install(ground);
    const acknowledged: number[] = [];
    const shown: number[] = [];
    for (let round = 0; round < count; round += 1) {
      const account = ground.accept();
      const before = ground.connector.requests.length;
      const told = performance.now();
      const status = await notifications.tell(replica, account.tenantId, Date.now());
      if (status !== 200) throw new Error(`the notification was answered with ${status}`);
      acknowledged.push(performance.now() - told);
      shown.push((await cardOf(ground, account.name, before)) - told);
    }
    console.log(`${count} notifications, one after the other`);
    console.log(`to the acknowledgement: ${summary(acknowledged)}`);
    console.log(`to the card:            ${summary(shown)}`);
  } finally {
    await ground.close();
    await notifications.close();
  }
}

/** When the announcement arrived at Teams' door. */
function cardOf(ground: Ground, name: string, from: number): Promise<number> {
  return eventually(
    `the card of ${name}`,
    () =>
      ground.connector.requests
        .slice(from)
        .find(({ kind, body }) => kind === 'create' && JSON.stringify(body).includes(name))?.at,
  );
}

function summary(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [median = NaN, most = NaN] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `p50 ${Math.round(median)} ms, slowest ${Math.round(most)} ms`;
}
