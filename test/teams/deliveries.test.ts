import type { Reply } from '../../src/turn';
import type { Json } from '../doubles/connector';
import { activity, card, click, execute, inChannel, startStand, text, THREAD, type Stand } from './stand';
import { createVirtualTimer } from './virtual-timer';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.stop());

describe('messages that are said', () => {
  it('go out in order, and the desk hears where the one to keep ended up', async () => {
    stand.desk.reply = () => ({
      reply: 'message',
      message: card('first'),
      more: [{ message: text('second') }],
      keep: { accountId: 'a', shownVersion: 3 },
    });
    await stand.send(activity({ ...inChannel }));

    const [first, second] = stand.connector.messages();
    expect(first?.body.attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect([first?.body.text, first?.body.summary, second?.body.text]).toEqual([undefined, 'first', 'second']);
    expect(stand.desk.kept).toEqual([{ messageId: '1001', threadId: THREAD }]);
  });
});

describe('when a turn fails', () => {
  const fail = () => {
    throw new Error('db password is hunter2');
  };

  it('says a sentence with a reference that is in the log, and nothing of the error', async () => {
    stand.desk.reply = fail;
    const response = await stand.send(activity());

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(stand.connector.messages().map((one) => one.body.text)).toEqual(['sorry referenc']);
    expect(stand.lines.find((line) => line['msg'] === 'A turn failed.')).toMatchObject({
      level: 'error',
      reference: 'referenc',
    });
  });

  it('answers a click and a search too', async () => {
    stand.desk.reply = fail;
    stand.desk.apologise = (_turn, reference) => ({ reply: 'note', text: `sorry ${reference}` });
    const clicked = await (await stand.send(click(execute({})))).json();
    const searched = await (await stand.send(activity({ type: 'invoke', name: 'application/search' }))).json();

    expect(clicked).toMatchObject({ statusCode: 200, value: 'sorry referenc' });
    expect(searched).toMatchObject({ value: { results: [] } });
  });

  it('stays up when the apology fails as well', async () => {
    stand.desk.reply = fail;
    stand.desk.apologise = fail;
    const said = await stand.send(activity());
    const clicked = await stand.send(click(execute({})));

    expect([said.status, clicked.status]).toEqual([200, 200]);
    expect(await clicked.json()).toMatchObject({ value: expect.stringContaining('Something went wrong here.') });
    expect(stand.connector.messages().map(({ body }) => body.text)).toEqual([
      expect.stringContaining('Something went wrong here.'),
    ]);
  });

  it('bothers nobody about an event that nobody waits for', async () => {
    stand.desk.reply = fail;
    await stand.send(activity({ type: 'installationUpdate', action: 'remove' }));

    expect(stand.connector.requests).toEqual([]);
  });
});

describe('when Teams delivers again', () => {
  it('answers a message once', async () => {
    const once = activity();
    await stand.send(once);
    await stand.send(once);

    expect([stand.desk.turns.length, stand.connector.messages().length]).toEqual([1, 1]);
  });

  it('gives a click the same answer, also while the first is under way', async () => {
    let decide: (reply: Reply) => void = () => undefined;
    const decided = new Promise<Reply>((resolve) => (decide = resolve));
    stand.desk.reply = () => decided;
    const once = click(execute({}));
    const both = [stand.send(once), stand.send(once)];
    decide({ reply: 'note', text: 'done' });
    const early = await Promise.all(both.map(async (response) => (await response).json() as Promise<Json>));
    const late: Json = await (await stand.send(once)).json();

    expect(stand.desk.turns).toHaveLength(1);
    expect([...early, late].map((body) => body.value)).toEqual(['done', 'done', 'done']);
  });

  it('takes the same id in another conversation for something else', async () => {
    for (const id of ['a:1', 'a:2']) await stand.send(activity({ id: 'same', conversation: { id } }));

    expect(stand.desk.turns).toHaveLength(2);
  });

  it('runs a turn again after ten minutes', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    const once = activity();
    await other.send(once);
    await timer.advance(9 * 60_000);
    await other.send(once);
    const before = other.desk.turns.length;
    await timer.advance(2 * 60_000);
    await other.send(once);
    const after = other.desk.turns.length;
    await other.stop();

    expect([before, after]).toEqual([1, 2]);
  });
});

describe('when a turn takes long', () => {
  it('shows once that we are at work, answers Teams in time and the person later', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    let decide: (reply: Reply) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      other.desk.reply = () => {
        resolve();
        return new Promise<Reply>((settle) => (decide = settle));
      };
    });
    const response = other.send(activity());
    await asked;
    await timer.advance(1_000);
    await other.connector.arrived(1);
    await timer.advance(8_000);
    const status = (await response).status;
    decide({ reply: 'message', message: text('at last') });
    await other.connector.arrived(2);
    const sent = other.connector.requests.map((one) => one.body.type);
    await other.stop();

    expect([status, sent]).toEqual([200, ['typing', 'message']]);
  });

  it('gives a click the apology before the client gives up', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    const asked = new Promise<void>((resolve) => {
      other.desk.reply = () => {
        resolve();
        return new Promise<Reply>(() => undefined);
      };
    });
    const response = other.send(click(execute({})));
    await asked;
    await timer.advance(9_000);
    const body: Json = await (await response).json();
    const stopped = other.stop();
    await timer.advance(10_000);
    await stopped;

    expect(body.value).toBe('sorry referenc');
  });
});
