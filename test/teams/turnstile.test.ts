import { systemTimer } from '../../src/teams/timer';
import { createTurnstile } from '../../src/teams/turns/turnstile';
import { createVirtualTimer, finish } from './virtual-timer';
import { activity, click, execute, startStand } from './stand';

const alice = { personId: 'alice', conversationId: 'a:alice' };
const bob = { personId: 'bob', conversationId: 'a:bob' };

describe('what one person may have of the bot', () => {
  it('is three questions side by side and ten a second, answered in the order in which they came', async () => {
    const timer = createVirtualTimer();
    const turnstile = createTurnstile(timer);
    const said: number[] = [];
    const sidesByTime: number[] = [];
    let side = 0;
    const one = (number: number) =>
      turnstile.inOrder(
        alice,
        async () => {
          side += 1;
          sidesByTime.push(side);
          // The later ones are quicker.
          await new Promise<void>((resolve) => timer.after(number % 3 === 0 ? 50 : 1, resolve));
          side -= 1;
          return number;
        },
        (asked) => {
          said.push(asked);
          return Promise.resolve();
        },
      );
    const all = Array.from({ length: 40 }, (_, number) => one(number));
    await timer.advance(900);
    const inTheFirstSecond = said.length;
    await timer.advance(10_000);
    await Promise.all(all);

    expect(inTheFirstSecond).toBe(10);
    expect(said).toEqual(Array.from({ length: 40 }, (_, number) => number));
    expect(Math.max(...sidesByTime)).toBe(3);
  });

  it('holds up nobody else', async () => {
    const timer = createVirtualTimer();
    const turnstile = createTurnstile(timer);
    const never = new Promise<void>(() => undefined);
    for (let sent = 0; sent < 40; sent += 1)
      void turnstile.inOrder(
        alice,
        () => never,
        () => never,
      );

    const answered = await turnstile.inOrder(
      bob,
      () => Promise.resolve('hello'),
      () => Promise.resolve(),
    );
    expect(answered).toEqual({ entered: true, result: 'hello' });
  });

  it('ends at sixty waiting, which is told once in half a minute', async () => {
    const timer = createVirtualTimer();
    const turnstile = createTurnstile(timer);
    const outcomes: object[] = [];
    const send = () =>
      turnstile.inOrder(
        alice,
        () => new Promise<void>(() => undefined),
        () => Promise.resolve(),
      );
    for (let sent = 0; sent < 60; sent += 1) void send();
    outcomes.push(await send(), await send());
    await timer.advance(31_000);
    outcomes.push(await send());

    expect(outcomes).toEqual([
      { entered: false, tell: true },
      { entered: false, tell: false },
      { entered: false, tell: true },
    ]);
  });

  it('goes on after a question that fails', async () => {
    const turnstile = createTurnstile(createVirtualTimer());
    const failed = turnstile.inOrder(
      alice,
      () => Promise.reject(new Error('no')),
      () => Promise.resolve(),
    );
    const next = turnstile.inOrder(
      alice,
      () => Promise.resolve(2),
      () => Promise.resolve(),
    );

    await expect(failed).rejects.toThrow('no');
    expect(await next).toEqual({ entered: true, result: 2 });
  });

  it('is fifteen clicks a second', async () => {
    const timer = createVirtualTimer();
    const turnstile = createTurnstile(timer);
    const clicks = Array.from({ length: 20 }, () => turnstile.atOnce(alice));
    const others = turnstile.atOnce(bob);
    await timer.advance(1_100);

    expect([clicks.filter((allowed) => allowed).length, others, turnstile.atOnce(alice)]).toEqual([15, true, true]);
  });
});

describe('a colleague who sends forty messages at once', () => {
  it('gets forty answers in order, and another is answered among the first', async () => {
    const timer = createVirtualTimer();
    // The door keeps real time: what is on its way to it must not be cut off by time that flies.
    const stand = await startStand({ timer, server: { timer: systemTimer } });
    const many = Array.from({ length: 40 }, (_, number) => stand.send(activity({ text: `number ${number}` })));
    const other = stand.send(
      activity({
        text: 'is Contoso accepted?',
        from: { id: '29:bob', name: 'Bob', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' },
        conversation: { id: 'a:bob', conversationType: 'personal' },
      }),
    );
    const statuses = (await finish(Promise.all([...many, other]), timer, stand.outbound)).map(({ status }) => status);
    for (let tries = 0; stand.connector.messages().length < 41 && tries < 5_000; tries += 1) {
      await timer.settle();
      if (stand.outbound.underWay() === 0) await timer.advance(50);
    }
    const heard = stand.connector.messages();
    const place = heard.findIndex(({ conversationId }) => conversationId === 'a:bob');
    const numbers = heard
      .filter(({ conversationId }) => conversationId === 'a:personal')
      .map(({ body }) => String(body.text));
    const asked = stand.desk.turns
      .filter(({ place: { conversationId } }) => conversationId === 'a:personal')
      .map(({ input }) => (input.kind === 'text' ? `you said ${input.text}` : ''));
    await stand.stop();

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(numbers).toEqual(asked);
    expect(numbers).toHaveLength(40);
    expect(place).toBeLessThan(15);
  });

  it('is asked kindly to slow down where a queue is no help', async () => {
    const timer = createVirtualTimer();
    const stand = await startStand({ timer, server: { timer: systemTimer } });
    stand.desk.reply = () => ({ reply: 'note', text: 'done' });
    const answers: { value: string }[] = [];
    for (let sent = 0; sent < 17; sent += 1)
      answers.push((await (await stand.send(click(execute({})))).json()) as { value: string });
    await stand.stop();

    expect(answers.map(({ value }) => value).slice(13)).toEqual(['done', 'done', 'slowly, please', 'slowly, please']);
    expect(stand.desk.turns).toHaveLength(15);
  });
});
