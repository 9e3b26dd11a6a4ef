import { ALL_BUT_THE_DATE } from './clock';
import { ALICE, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, shownIn, textOf } from './stage';
import type { Stage } from './stage';

/** Sources and the connector in trouble: the bot stays up, says so, and makes good afterwards. */

let stage: Stage;
afterEach(async () => {
  await stage.close();
  jest.useRealTimers();
});

const ask = async (text: string): Promise<string> => {
  const [answer] = await stage.say(ALICE, PERSONAL, text);
  return textOf(cardOf(answer!));
};

describe.each([
  ['answers with an error', 'fail', {}],
  ['answers with HTML', 'html', {}],
  ['breaks the connection', 'drop', {}],
  ['throttles', 'throttle', { retryAfterS: 30 }],
] as const)('when Partner Center %s', (_words, action, given) => {
  it('gives the last known facts and never says "not accepted"', async () => {
    stage = await setStage();
    stage.sandbox.control(action, { service: 'partner-center', ...given });

    const answer = await ask('is Contoso accepted?');

    expect(answer).toContain('Yes. Contoso Ltd accepted');
  });
});

describe('when nothing could be read yet', () => {
  it('says that it cannot tell, instead of "not in the list"', async () => {
    stage = await setStage({ synced: false, env: { PARTNER_CENTER_BASE_URL: 'http://127.0.0.1:9' } });

    const answer = await ask('is Contoso accepted?');

    expect(answer).not.toMatch(/not in the customer list/i);
    expect(answer).toMatch(/We could not look up “Contoso”: /);
  });
});

describe('when a company is not in our copy', () => {
  it('asks Partner Center at that moment, and finds who accepted a second ago', async () => {
    stage = await setStage({ config: { syncIntervalMs: 3_600_000 } });
    stage.sandbox.control('accept', { name: 'Brand New Bakery' });

    expect(await ask('is Brand New Bakery accepted?')).toMatch(/Yes\. Brand New Bakery has accepted/);
  });

  it('says so when it could only search its own copy', async () => {
    stage = await setStage({ config: { syncIntervalMs: 3_600_000 } });
    stage.sandbox.control('drop', { service: 'partner-center' });

    const answer = await ask('is Brand New Bakery accepted?');

    expect(answer).not.toMatch(/not in the customer list/i);
    expect(answer).toMatch(/We could not look: .* Our own list, from .*, has no “Brand New Bakery”/);
  });
});

describe('when a relationship ends', () => {
  it('says that it has ended, which is not "never accepted"', async () => {
    stage = await setStage();
    await stage.install(CHANNEL);
    stage.sandbox.control('accept', { name: 'Passing Trade' });
    await stage.until(() => shownIn(stage, CHANNEL, 'Which customer is Passing Trade?'));

    stage.sandbox.control('leave', { tenant: 'Passing Trade' });

    const shown = await stage.until(() => {
      const text = shownIn(stage, CHANNEL, 'Passing Trade');
      return text !== undefined && /ended/i.test(text) && text;
    });
    expect(shown).toMatch(/ended/i);
    expect(await ask('is Passing Trade accepted?')).toMatch(/ended/i);
  });
});

describe('when Work 365 takes no write', () => {
  it('keeps the mapping, says that Work 365 does not have it, and writes it later', async () => {
    stage = await setStage();
    await stage.install(CHANNEL);
    stage.sandbox.control('forbid-writing');
    const [card] = await stage.say(ALICE, PERSONAL, 'map Northwind Traders GmbH to Proseware');
    const confirm = JSON.stringify(cardOf(card!)).match(/\{"handshake":1,"verb":"confirm-map"[^}]*\}/)?.[0] ?? '{}';

    const mapped = await stage.click(ALICE, PERSONAL, messageIdOf(stage, card!), JSON.parse(confirm));
    expect(textOf(mapped.value)).toContain('Northwind Traders GmbH is mapped to Proseware');
    await stage.until(
      () =>
        /Work 365 Not written/.test(shownIn(stage, PERSONAL, 'Northwind Traders GmbH is mapped to Proseware') ?? '') ||
        undefined,
    );
    stage.sandbox.control('heal');
    // What Work 365 refuses is tried again half an hour later.
    jest.useFakeTimers({ now: Date.now() + 40 * 60_000, doNotFake: [...ALL_BUT_THE_DATE] });

    await stage.until(
      () =>
        stage.sandbox.world.rowOf('Northwind Traders GmbH')?.customerId ===
        stage.sandbox.world.findCustomer('Proseware, Inc.')?.id,
    );
  });
});

describe('when Teams does not take messages', () => {
  it('announces once Teams takes them again, once', async () => {
    stage = await setStage();
    await stage.install(CHANNEL);
    await stage.until(() => shownIn(stage, CHANNEL, 'wait for their customer'));
    stage.connector.script(
      CHANNEL.conversation.id,
      { do: 'status', status: 503 },
      { do: 'status', status: 429, headers: { 'retry-after': '1' } },
    );

    stage.sandbox.control('accept', { name: 'Patient Partners' });

    await stage.until(() => shownIn(stage, CHANNEL, 'Which customer is Patient Partners?'));
    const posts = [...stage.connector.shown.values()].filter((a) =>
      textOf(cardOf({ body: a })).includes('Which customer is Patient Partners?'),
    );
    expect(posts).toHaveLength(1);
  });
});
