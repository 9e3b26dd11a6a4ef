import { ALL_BUT_THE_DATE } from './clock';
import { ALICE, BOB, BOT, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Where people live decides what "at nine" and "yesterday" mean, in winter as in summer. */

const MENTION = { text: '<at>Handshake</at>', mentioned: BOT, type: 'mention' };

const JULY = Date.parse('2026-07-15T13:00:00Z');

let stage: Stage;
beforeEach(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-01-14T07:30:00Z'), doNotFake: [...ALL_BUT_THE_DATE] });
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterEach(async () => {
  await stage.close();
  jest.useRealTimers();
});

/** Everything that a client may say about its clock. */
interface ClientClock {
  readonly localTimezone?: string;
  readonly localTimestamp?: string;
  readonly entities?: readonly object[];
}

/** What is said in answer to a line that was typed on such a client. */
async function typed(who: Someone, where: Where, text: string, clock: ClientClock = {}): Promise<string> {
  const before = stage.connector.messages().length;
  const entities = [...(where === CHANNEL ? [MENTION] : []), ...(clock.entities ?? [])];
  const line = where === CHANNEL ? `<at>Handshake</at> ${text}` : text;
  const said = { type: 'message', from: who, ...where, ...clock, text: line, entities };
  expect((await stage.send(said)).status).toBe(200);
  const answers = stage.connector.messages().slice(before);
  return answers.map((m) => textOf(cardOf(m))).join('\n');
}

/** The bot starts anew at that moment, and looks at once what is due. */
async function startedAt(when: string): Promise<void> {
  jest.setSystemTime(Date.parse(when));
  await stage.restart();
}

const digestIn = (where: Where) => () =>
  stage.connector
    .messages()
    .some(
      (m) =>
        m.conversationId.startsWith(where.conversation.id) &&
        /waits? for a customer/.test(textOf(cardOf(m))) &&
        !/keeps itself up to date/.test(textOf(cardOf(m))),
    );

describe('a digest that was set in July (T15)', () => {
  it.each<[string, ClientClock, string, string]>([
    ['Berlin', { localTimezone: 'Europe/Berlin' }, '2026-11-16T07:58:00Z', '2026-11-16T08:00:30Z'],
    [
      'New York',
      { entities: [{ type: 'clientInfo', timezone: 'America/New_York' }] },
      '2026-11-16T13:58:00Z',
      '2026-11-16T14:00:30Z',
    ],
    ['Sydney', { localTimezone: 'AUS Eastern Standard Time' }, '2026-11-15T21:58:00Z', '2026-11-15T22:00:30Z'],
    ['Kathmandu', { localTimezone: 'Asia/Kathmandu' }, '2026-11-16T03:13:00Z', '2026-11-16T03:15:30Z'],
    // Without a name, nobody can know that clocks change there.
    [
      'a place of which only the offset is known',
      { localTimezone: 'Mars/Olympus', localTimestamp: '2026-07-15T15:00:00+02:00' },
      '2026-11-16T06:58:00Z',
      '2026-11-16T07:00:30Z',
    ],
  ])('for 09:00 in %s comes at 09:00 there in November', async (_place, clock, early, due) => {
    jest.setSystemTime(JULY);
    // The other digest is due two minutes before, and shows that the bot has looked.
    await typed(BOB, CHANNEL, 'digest daily at 08:57', clock);
    await typed(ALICE, PERSONAL, 'digest daily at 09:00', clock);
    await startedAt(early);
    await stage.until(digestIn(CHANNEL));
    const tooEarly = digestIn(PERSONAL)();
    await startedAt(due);
    await stage.until(digestIn(PERSONAL));

    expect(tooEarly).toBe(false);
  });
});

/** Somebody maps Contoso, at that moment. */
async function decidedAt(when: string): Promise<void> {
  jest.setSystemTime(Date.parse(when));
  const [card] = await stage.say(ALICE, PERSONAL, 'map Contoso to Contoso Limited');
  const data = buttonsOf(cardOf(card!)).find((b) => b.data.verb === 'confirm-map')?.data;
  await stage.click(ALICE, PERSONAL, messageIdOf(stage, card!), data);
}

describe('what was decided', () => {
  it('on a morning in January is told in July with the time that clocks showed then (T15)', async () => {
    await decidedAt('2026-01-14T08:00:00Z');
    jest.setSystemTime(JULY);
    const shown = [];
    for (const localTimezone of ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kathmandu'])
      shown.push(
        /14 Jan 2026, \d\d:\d\d/.exec(await typed(ALICE, PERSONAL, 'history of Contoso', { localTimezone }))?.[0],
      );

    expect(shown).toEqual(['14 Jan 2026, 09:00', '14 Jan 2026, 03:00', '14 Jan 2026, 19:00', '14 Jan 2026, 13:45']);
  });

  it('late in the evening in New York was yesterday there, and today in Berlin', async () => {
    await decidedAt('2026-11-02T03:30:00Z');
    jest.setSystemTime(Date.parse('2026-11-02T15:00:00Z'));
    const yesterday = (localTimezone: string) =>
      typed(ALICE, PERSONAL, 'what was decided yesterday?', { localTimezone });

    expect(await yesterday('America/New_York')).toMatch(/Alice Example chose Contoso Limited/);
    expect(await yesterday('Europe/Berlin')).toMatch(/Nothing was decided in that time/);
  });

  it('is told on the clock that the person had last, when the client says nothing of it', async () => {
    await decidedAt('2026-01-14T08:00:00Z');
    await typed(ALICE, PERSONAL, 'hello', { localTimezone: 'Asia/Kathmandu' });

    expect(await typed(ALICE, PERSONAL, 'history of Contoso')).toMatch(/14 Jan 2026, 13:45(?! UTC)/);
  });
});

describe('a digest that is set at three for nine', () => {
  it('comes the next morning, and the answer says on whose clock', async () => {
    jest.setSystemTime(JULY);
    const berlin = { localTimezone: 'Europe/Berlin' };
    const answer = await typed(ALICE, PERSONAL, 'digest daily at 09:00', berlin);
    await typed(BOB, CHANNEL, 'digest daily at 15:01', berlin);
    await startedAt('2026-07-15T13:01:30Z');
    await stage.until(digestIn(CHANNEL));
    const sameDay = digestIn(PERSONAL)();
    await startedAt('2026-07-16T07:00:30Z');
    await stage.until(digestIn(PERSONAL));

    expect(answer).toMatch(/every working day at 09:00 \(Europe\/Berlin\)/);
    expect(sameDay).toBe(false);
  });
});
