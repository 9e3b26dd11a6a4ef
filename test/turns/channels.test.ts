import {
  ALICE,
  announcementOf,
  BOB,
  button,
  cardOf,
  CHANNEL,
  GROUP,
  messageIdOf,
  PERSONAL,
  setStage,
  shownIn,
  TEAM,
  TENANT,
  textOf,
} from './stage';
import type { Someone, Stage, Where } from './stage';

/** What a channel or a group chat hears that nobody there has asked for, and what somebody has. */

const channel = (name: string): Where => ({
  conversation: { id: `19:${name.toLowerCase()}@thread.tacv2`, conversationType: 'channel' },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM, name: 'Operations' },
    channel: { id: `19:${name.toLowerCase()}@thread.tacv2`, name },
  },
});

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterEach(() => stage.close());

async function ask(who: Someone, where: Where, text: string): Promise<string[]> {
  const messages = await stage.say(who, where, text);
  return messages.map((m) => cardOf(m).fallbackText);
}

const shownAnywhereIn = (where: Where): string =>
  [...stage.connector.shown]
    .filter(([key]) => key.startsWith(where.conversation.id))
    .map(([, body]) => textOf(cardOf({ body })))
    .join('\n');

describe('a channel where the bot was not installed', () => {
  it('gets an answer to a mention, is asked once, and hears of nothing by itself', async () => {
    const second = channel('Sales');

    const first = await ask(ALICE, second, 'bananas on toast');
    const later = await ask(BOB, second, 'is Contoso accepted?');

    expect(first).toHaveLength(2);
    expect(first[0]).toMatch(/^I did not understand that/);
    expect(first[1]).toBe(
      'New accounts are not announced in this channel.\nThey are announced in Operations › Customers.\nOr type: announce here',
    );
    expect(later).toHaveLength(1);
    expect(later[0]).toMatch(/^Yes\. Contoso Ltd/);
    stage.sandbox.control('accept', { name: 'Tailspin Toys' });
    await announcementOf(stage, 'Tailspin Toys');
    await stage.until(() => shownIn(stage, CHANNEL, 'wait for their customer'));
    expect(shownAnywhereIn(second)).not.toMatch(/Tailspin Toys|wait for their customer/);
  });

  it('is announced to once somebody presses the button', async () => {
    const second = channel('Sales');
    const [, asked] = await stage.say(ALICE, second, 'is Contoso accepted?');

    const answer = await stage.click(
      BOB,
      second,
      messageIdOf(stage, asked!),
      button(asked!, 'Announce new accounts here'),
    );

    expect(textOf(answer.value)).toContain('New accounts are announced here from now on.');
    expect(textOf(answer.value)).toContain('Elsewhere Operations › Customers');
    await stage.until(() => shownIn(stage, second, 'wait for their customer'));
    stage.sandbox.control('accept', { name: 'Tailspin Toys' });
    await stage.until(() => shownIn(stage, second, 'Which customer is Tailspin Toys?'));
  });

  it('is announced to once somebody says so, and is not asked any more', async () => {
    const second = channel('Sales');

    const [said, ...more] = await ask(ALICE, second, 'announce here');

    expect(said).toMatch(/^New accounts are announced here from now on\./);
    expect(more).toEqual([]);
    await stage.until(() => shownIn(stage, second, 'wait for their customer'));
  });

  it('is announced to once the bot is installed there', async () => {
    const second = channel('Sales');
    await stage.say(ALICE, second, 'is Contoso accepted?');

    await stage.install(second);

    await stage.until(() => shownIn(stage, second, 'wait for their customer'));
  });

  it('stays silent when it is installed there after somebody has said not to announce', async () => {
    const second = channel('Sales');
    await stage.say(ALICE, second, 'announce here');
    await stage.say(ALICE, second, 'do not announce here');

    await stage.install(second);

    const [settings] = await ask(ALICE, second, 'settings');
    expect(settings).toContain(
      'New accounts: are not announced here\nAccounts: all of them\nElsewhere: Operations › Customers',
    );
  });
});

describe('a watch', () => {
  /** The message that names somebody, once it is there. */
  const naming = (where: Where, who: Someone, what: string) =>
    stage.until(() =>
      stage.connector.messages().find((m) => {
        const card = cardOf(m);
        const names = card?.msteams?.entities?.[0]?.mentioned;
        return (
          m.conversationId.startsWith(where.conversation.id) &&
          names?.id === who.aadObjectId &&
          textOf(card).includes(what)
        );
      }),
    );

  it.each([
    ['a group chat', GROUP],
    ['a channel', channel('Sales')],
  ])('made in %s is told there, with the name of who asked, and not in their own chat', async (_kind, where) => {
    await stage.say(ALICE, PERSONAL, 'is Contoso accepted?');
    const [begun] = await ask(ALICE, where, 'tell me when Tailspin Toys accepts');
    expect(begun).toBe(
      'We tell you when “Tailspin Toys” accepts\nOne message comes here, with your name, as soon as a tenant with this name or domain turns up. After seven days without news you hear from us once.\nOr type: stop watching "Tailspin Toys"',
    );

    stage.sandbox.control('accept', { name: 'Tailspin Toys' });

    const told = await naming(where, ALICE, '“Tailspin Toys” has accepted');
    expect(cardOf(told).body[0]).toMatchObject({ text: '<at>Alice Example</at>' });
    await announcementOf(stage, 'Tailspin Toys');
    expect(shownAnywhereIn(PERSONAL)).not.toContain('has accepted');
  });

  it('asked for again elsewhere is told there from then on, and says so', async () => {
    await stage.say(ALICE, GROUP, 'tell me when Tailspin Toys accepts');

    const [moved] = await ask(ALICE, PERSONAL, 'watch Tailspin Toys');

    expect(moved).toMatch(/^You are watching “Tailspin Toys” already; from now on the message comes here\n/);
    stage.sandbox.control('accept', { name: 'Tailspin Toys' });
    await stage.until(() => shownIn(stage, PERSONAL, '“Tailspin Toys” has accepted'));
    expect(shownAnywhereIn(GROUP)).not.toContain('has accepted');
  });
});
