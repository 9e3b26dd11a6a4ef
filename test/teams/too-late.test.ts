import net from 'node:net';
import { conversation, startStand, text, type Stand } from './stand';
import { createVirtualTimer, finish, type VirtualTimer } from './virtual-timer';

/** The wall clock and the timer of a process: a suspended machine may stop the one and not the other. */
let wall: { at: number };
let timer: VirtualTimer;
let stand: Stand;
beforeEach(async () => {
  wall = { at: 1_000_000 };
  timer = createVirtualTimer();
  stand = await startStand({ timer, clock: { now: () => wall.at } });
});
afterEach(async () => {
  const stopped = stand.stop();
  await timer.advance(60_000);
  await stopped;
});

const to = () => conversation(stand.connector);
const post = (notAfter?: number) => stand.outbound.courier.post(to(), text('news'), notAfter);

/** As many as a conversation takes at once, so that the next one has to wait for a second. */
async function fill(): Promise<void> {
  await finish(Promise.all(Array.from({ length: 7 }, () => post())), timer, stand.outbound);
}

describe('a card that replaces another', () => {
  const update = (notAfter?: number) => stand.outbound.courier.update(to(), { messageId: 'm' }, text('news'), notAfter);

  it('does not leave when its process slept after what it shows was read: a newer one may be there by now', async () => {
    const notAfter = wall.at + 10_000;
    wall.at += 10_000;

    expect(await update(notAfter)).toEqual({ sent: 'too-late' });
    expect(stand.connector.requests).toHaveLength(0);
    expect(await update(notAfter + 1)).toMatchObject({ sent: 'sent' });
    expect(await update()).toMatchObject({ sent: 'sent' });
  });
});

describe('a post that must have left by a certain time', () => {
  it('leaves in time', async () => {
    expect(await post(wall.at + 1)).toMatchObject({ sent: 'sent' });
  });

  it('does not leave at that moment or later, and counts for no limit', async () => {
    for (let n = 0; n < 20; n += 1) expect(await post(wall.at)).toEqual({ sent: 'too-late' });

    expect(await post(wall.at + 1)).toMatchObject({ sent: 'sent' });
    expect(stand.connector.requests).toHaveLength(1);
    expect(timer.now()).toBe(0);
  });

  it('does not leave after a suspension in the queue of the limits, of which the timer knows nothing', async () => {
    await fill();
    const waiting = post(wall.at + 45_000);
    await timer.settle();
    wall.at += 60_000;
    await timer.advance(1_500);

    expect(await waiting).toEqual({ sent: 'too-late' });
    expect(stand.connector.requests).toHaveLength(7);
  });

  it('leaves after a wait that was short enough', async () => {
    await fill();
    const waiting = post(wall.at + 45_000);
    wall.at += 44_999;

    expect(await finish(waiting, timer, stand.outbound)).toMatchObject({ sent: 'sent' });
  });

  it('does not leave after a suspension while the connection was being made', async () => {
    const heard: string[] = [];
    const server = net.createServer((socket) => {
      socket.on('data', (data) => heard.push(data.toString()));
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const sent = stand.outbound.courier.post(
      { ...to(), serviceUrl: `http://127.0.0.1:${port}/` },
      text('news'),
      wall.at + 1,
    );
    // Everything up to the connection happens in microtasks; the connection itself needs the loop to turn.
    await Promise.resolve();
    wall.at += 60_000;

    expect(await sent).toEqual({ sent: 'too-late' });
    expect(heard).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });
});
