import type { Trouble } from '../../src/domain/source';
import { client, json, troubleOf } from './scripted-replies';

describe('a pause that the service asks for', () => {
  const pause = (seconds: string, status = 429) => json({}, { status, headers: { 'retry-after': seconds } });

  it.each([429, 503])('with %i counts for every request, until it is over', async (status) => {
    const { send, asked, clock } = client([pause('20', status), json({})], { retries: 0 });
    await send({ url: 'https://service.example/v1/a' });
    clock.turn(19_999);
    const trouble = troubleOf(await send({ url: 'https://service.example/v1/b', patienceMs: 1 }));
    expect(asked).toHaveLength(1);
    expect(trouble.retryAt).toBe(clock.now() + 1);

    clock.turn(1);
    expect(await send({ url: 'https://service.example/v1/b' })).toMatchObject({ answered: true });
  });

  it('is waited for by a job, which says so, and not by a person', async () => {
    const heard: Trouble[] = [];
    const { send, asked, clock, waits } = client([pause('20'), json({})], { retries: 0 });
    await send();

    expect(troubleOf(await send({ lane: 'person' }))).toMatchObject({
      kind: 'throttled',
      retryAt: clock.now() + 20_000,
    });
    expect(asked).toHaveLength(1);
    const answer = await send({ patienceMs: 60_000, hear: (trouble) => heard.push(trouble) });

    expect(answer).toMatchObject({ answered: true });
    expect(waits).toEqual([20_000]);
    expect(heard).toMatchObject([{ kind: 'throttled' }]);
  });

  it('is told while the same request waits for it', async () => {
    const heard: Trouble[] = [];
    const { send, waits } = client([pause('40'), json({})]);

    const answer = await send({ patienceMs: 180_000, hear: (trouble) => heard.push(trouble) });

    expect(answer).toMatchObject({ answered: true });
    expect(waits).toEqual([40_000]);
    expect(heard[0]).toMatchObject({ kind: 'throttled' });
  });

  it('is taken from the clock of whoever names a time', async () => {
    const date = 'Mon, 02 Mar 2026 13:00:00 GMT';
    const headers = { date, 'retry-after': 'Mon, 02 Mar 2026 13:00:30 GMT' };
    const { send, clock } = client([json({}, { status: 429, headers })]);
    expect(troubleOf(await send()).retryAt).toBe(clock.now() + 30_000);
  });

  it('is an hour at most', async () => {
    const { send, clock } = client([pause('31536000')]);
    expect(troubleOf(await send()).retryAt).toBe(clock.now() + 3_600_000);
  });
});

describe('the two lanes', () => {
  const rates = { job: { requests: 2, withinMs: 60_000 }, person: { requests: 3, withinMs: 60_000 } };

  it('take nothing from each other, and only jobs wait', async () => {
    const { send, asked, waits, clock } = client([json({})], { rates });
    for (let i = 0; i < 4; i++) await send({ lane: 'job' });
    expect(waits).toEqual([60_000]);

    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await send({ lane: 'person' }));
    expect(answers.map((a) => a.answered)).toEqual([true, true, true, false, false]);
    expect(troubleOf(answers[4]!)).toMatchObject({ kind: 'busy', detail: expect.stringContaining('our share') });
    expect(asked).toHaveLength(7);
    expect(waits).toHaveLength(1);

    clock.turn(60_000);
    expect(await send({ lane: 'person' })).toMatchObject({ answered: true });
  });

  it('leave others their part, however much one person asks', async () => {
    const onePerson = { requests: 2, withinMs: 60_000 };
    const { send, asked, clock } = client([json({})], { rates, onePerson });
    const ask = async (asker: string) => (await send({ lane: 'person', asker })).answered;
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('b')]).toEqual([true, true, false, true]);
    expect(asked).toHaveLength(3);

    clock.turn(60_000);
    expect(await ask('a')).toBe(true);
    // A job is nobody's.
    for (let i = 0; i < 2; i++) expect(await send({ lane: 'job', asker: 'a' })).toMatchObject({ answered: true });
  });
});
