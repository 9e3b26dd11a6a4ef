import { activity, startStand, text, type Stand } from './stand';
import { createVirtualTimer, type VirtualTimer } from './virtual-timer';

let stand: Stand;
let timer: VirtualTimer;
beforeEach(async () => {
  timer = createVirtualTimer();
  stand = await startStand({ timer });
});
afterEach(async () => {
  const stopped = stand.stop();
  await timer.advance(60_000);
  await stopped;
});

describe('closing', () => {
  it('ends what is under way and takes nothing new', async () => {
    let decide: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      stand.desk.reply = () => {
        resolve();
        return new Promise((settled) => {
          decide = () => {
            settled({ reply: 'message', message: text('done') });
          };
        });
      };
    });
    const response = stand.send(activity());
    await asked;
    const stopped = stand.stopServer();
    const refused = stand.send(activity()).then(
      () => 'answered',
      () => 'refused',
    );
    expect(await refused).toBe('refused');
    decide();

    expect((await response).status).toBe(200);
    await stopped;
    expect(stand.connector.messages().map((one) => one.body.text)).toEqual(['done']);
  });

  it('does not wait for ever', async () => {
    const asked = new Promise<void>((resolve) => {
      stand.desk.reply = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const response = stand.send(activity()).then(
      () => 'answered',
      () => 'broken off',
    );
    await asked;
    const stopped = stand.stopServer();
    await timer.advance(8_000);
    await stopped;

    expect(await response).toBe('broken off');
  });
});
