import { ALL_BUT_THE_DATE } from './clock';
import { ALICE, button, cardOf, messageIdOf, PERSONAL, setStage, shownBy, textOf } from './stage';
import type { Stage } from './stage';

/** A question about a fact is answered with the fact as it is now, or by a look when one is asked for. */

// Each test has companies of its own: what one of them asked about, the bot has just looked at.
const MINUTE = 60_000;
const SECOND = 1_000;

let stage: Stage;
beforeAll(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-07-15T09:00:00Z'), doNotFake: [...ALL_BUT_THE_DATE] });
  // Nobody looks but who is asked to.
  stage = await setStage({ config: { syncIntervalMs: 3_600_000, gatherIntervalMs: 3_600_000 } });
});
afterAll(async () => {
  await stage.close();
  jest.useRealTimers();
});

function later(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
}

async function ask(text: string) {
  const [message] = await stage.say(ALICE, PERSONAL, text);
  return { message: message!, said: textOf(cardOf(message!)) };
}

/** Somebody signs and grants at the source, without a word to us. */
function signs(tenant: string): void {
  stage.sandbox.control('set-agreement', { tenant, agreement: 'direct' });
  stage.sandbox.control('set-admin', { tenant, admin: 'active' });
}

/** Known as it was: nothing signed, nothing granted. */
async function knownAsUnsigned(tenant: string) {
  stage.sandbox.control('set-agreement', { tenant, agreement: 'unsigned' });
  stage.sandbox.control('set-admin', { tenant, admin: 'none' });
  // A look in the background may have seen it as it was until now.
  later(MINUTE + SECOND);
  const before = await ask(`status ${tenant}`);
  expect(before.said).toMatch(/Not signed/);
  return before;
}

describe('a fact that has changed at the source', () => {
  it.each([
    ['VanArsdel', 1, 'has VanArsdel signed the agreement now?'],
    ['Litware', 25, 'has Litware signed the agreement now?'],
    ['Bellows College', 25, 'is Bellows College accepted?'],
  ])('is told as it is now: %s, %d minutes later, %s', async (tenant, minutes, question) => {
    await knownAsUnsigned(tenant);
    signs(tenant);
    later(minutes * MINUTE + SECOND);

    const { said } = await ask(question);

    expect(said).not.toMatch(/Not signed|Ask .* to sign/i);
    expect(said).toMatch(/Signed/);
    expect(said).toMatch(/Active/);
  });

  it.each([
    ['Lamna Healthcare', 'refresh Lamna Healthcare'],
    ['Fabrikam Inc', 'check fabrikam inc again'],
    ['First Up Consultants', 'look again at First Up Consultants'],
  ])('is looked at within the minute when words ask for it: %s, %s', async (tenant, words) => {
    await knownAsUnsigned(tenant);
    signs(tenant);
    later(15 * SECOND);
    expect((await ask(`status ${tenant}`)).said).toMatch(/Not signed/);

    const { said } = await ask(words);

    expect(said).not.toMatch(/Not signed/);
    expect(said).toMatch(/Signed/);
  });

  it('is said as a fact again where the question was put in the negative', async () => {
    const { message, said } = await ask('has Coho Winery not accepted yet?');
    expect(said).toMatch(/Coho Winery – Reseller relationship: Accepted/);
    later(15 * SECOND);

    const answer = await stage.click(ALICE, PERSONAL, messageIdOf(stage, message), button(message, 'Look again'));

    expect(textOf(answer.value)).toMatch(/Coho Winery – Reseller relationship: Accepted/);
    expect(textOf(answer.value)).not.toMatch(/^Yes/m);
  });

  it('is looked at when the button asks for it, on the same card', async () => {
    const { message } = await knownAsUnsigned('Fourth Coffee');
    signs('Fourth Coffee');
    later(15 * SECOND);

    const answer = await stage.click(ALICE, PERSONAL, messageIdOf(stage, message), button(message, 'Look again'));

    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(textOf(answer.value)).not.toMatch(/Not signed/);
  });

  it('is looked at for each company of a list', async () => {
    await ask('are Proseware and Lucerne Publishing accepted?');
    stage.sandbox.control('forget-visits');
    later(15 * SECOND);

    await ask('refresh Proseware and Lucerne Publishing');

    const looks = stage.sandbox.visits.last.filter((v) => v.service === 'partner-center').map(({ path }) => path);
    for (const name of ['Proseware', 'Lucerne Publishing'])
      expect(looks).toContain(`/v1/customers/${stage.sandbox.world.findTenant(name)!.tenantId}`);
  });
});

it('of one thing a card says one age, also while Partner Center cannot be asked', async () => {
  await ask("is Margie's Travel accepted?");
  later(26 * MINUTE);
  stage.sandbox.control('fail', { service: 'partner-center', status: 403 });

  const { said } = await ask("is Margie's Travel accepted?");
  stage.sandbox.control('heal');

  expect(said).toContain('We could not look again');
  const ages = said.match(/(?:Partner Center, |This is from )(?:just now|\d+ \w+ ago)/g) ?? [];
  expect(ages.length).toBeGreaterThan(1);
  expect(new Set(ages.map((text) => text.replace(/^(?:Partner Center, |This is from )/, '')))).toEqual(
    new Set(['26 minutes ago']),
  );
});

describe('a name that nobody has', () => {
  it('is asked for again by a button of its card, which then shows who has accepted meanwhile', async () => {
    const { message, said } = await ask('is Quillworks accepted?');
    expect(said).toMatch(/not in the customer list/i);
    stage.sandbox.control('accept', { name: 'Quillworks' });

    const answer = await stage.click(ALICE, PERSONAL, messageIdOf(stage, message), button(message, 'Look again'));

    expect(textOf(answer.value)).toContain('Quillworks has accepted');
  });

  it('is asked for again once Partner Center can be asked', async () => {
    stage.sandbox.control('fail', { service: 'partner-center', status: 403 });
    const { message, said } = await ask('is Vexmoor accepted?');
    expect(said).toMatch(/^.*We could not look/ms);
    stage.sandbox.control('heal');
    later(MINUTE);

    const answer = await stage.click(ALICE, PERSONAL, messageIdOf(stage, message), button(message, 'Look again'));

    expect(textOf(answer.value)).toMatch(/Vexmoor.*not in the customer list|not in the customer list.*Vexmoor/is);
    expect(button(shownBy(answer), 'Look again')).toMatchObject({ verb: 'ask-again', query: 'Vexmoor' });
  });
});

describe('a tenant that has another name now', () => {
  it('is found by the old one, which is said to be the old one', async () => {
    stage.sandbox.control('rename', { tenant: 'Trey Research', name: 'Blue Yonder Airlines' });
    await ask('refresh Trey Research');

    const { message, said } = await ask('is Trey Research accepted?');

    expect(said).toContain('Blue Yonder Airlines (formerly Trey Research)');
    expect(cardOf(message).speak).toContain('Blue Yonder Airlines (formerly Trey Research)');
    expect((await ask('is Blue Yonder Airlines accepted?')).said).not.toContain('formerly');
  });
});
