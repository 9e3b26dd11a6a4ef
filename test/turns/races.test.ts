import {
  ALICE,
  announcementOf,
  BOB,
  button,
  buttonsOf,
  cardOf,
  CHANNEL,
  choiceOf,
  messageIdOf,
  PERSONAL,
  setStage,
  shownBy,
  shownIn,
  textOf,
} from './stage';
import type { Stage } from './stage';
import type { Recorded } from '../doubles/connector';
import { textShown } from './shown';

/** Two people at one card, old buttons, and decisions that speak against a colleague or against our matching. */

let stage: Stage;
let card: Recorded;
let message: string;

beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
  // A personal chat with Alice, where she can be told things.
  await stage.say(ALICE, PERSONAL, 'hello');
});
afterAll(() => stage.close());

async function announced(name: string): Promise<void> {
  stage.sandbox.control('accept', { name });
  card = await announcementOf(stage, name);
  message = messageIdOf(stage, card);
}

const map = (customer: string): object => ({ ...button(card, 'Map'), customer: choiceOf(card, customer) });
const idOf = (customer: string): string | undefined => stage.sandbox.world.findCustomer(customer)?.id;

/** What the announcement shows now. */
const shows = (): string => textShown(stage, message);

async function storyOf(name: string): Promise<string> {
  const [story] = await stage.say(BOB, CHANNEL, `history ${name}`);
  return textOf(cardOf(story!));
}

describe('two people who click at once (T12)', () => {
  it('both stand on the card after its redraw, and after the next one', async () => {
    await announced('Southridge Video');

    const answers = await Promise.all([
      stage.click(ALICE, CHANNEL, message, map('Southridge Video Oy')),
      stage.click(BOB, CHANNEL, message, button(card, 'Not a customer')),
    ]);

    const aliceWon =
      /Alice Example chose Southridge Video Oy\.[\s\S]*Bob Example clicked “Not a customer” after that, which changed nothing\./;
    const bobWon =
      /Bob Example said that it is not a customer\.[\s\S]*Alice Example chose Southridge Video Oy after that, which changed nothing\./;
    expect(answers.filter((a) => textOf(a.value).includes('Your click changed nothing'))).toHaveLength(1);
    const [said] = await stage.until(() => aliceWon.exec(shows()) ?? bobWon.exec(shows()) ?? undefined);
    const updates = (): number =>
      stage.connector.messages().filter((m) => m.kind === 'update' && m.activityId === message).length;
    const before = updates();
    stage.sandbox.control('sync');
    await stage.until(() => updates() > before);
    expect(shows()).toContain(said);
  });
});

describe('a button from before an undo (T16)', () => {
  it('decides nothing, and is answered with the card as it is', async () => {
    await announced('Wingtip Toys');
    const pick = map('Wingtip Toys Limited');
    const mapped = await stage.click(ALICE, CHANNEL, message, pick);
    const undo = button(shownBy(mapped), 'Undo');
    const undone = await stage.click(ALICE, CHANNEL, message, undo);
    expect(textOf(undone.value)).toContain('Which customer is Wingtip Toys?');

    for (const stale of [pick, button(card, 'Not a customer')]) {
      const answer = await stage.click(BOB, CHANNEL, message, stale);
      expect(textOf(answer.value)).toContain('The card was out of date, so your click changed nothing.');
      expect(textOf(answer.value)).toContain('Which customer is Wingtip Toys?');
    }
    const again = await stage.click(BOB, CHANNEL, message, undo);
    expect(textOf(again.value)).toContain('Your click changed nothing');

    expect(await storyOf('Wingtip Toys')).not.toContain('Bob Example');
    // The buttons of the card that it was answered with are good.
    const fresh = { ...button(shownBy(undone), 'Map'), customer: idOf('Wingtip Toys Limited') };
    const taken = await stage.click(BOB, CHANNEL, message, fresh);
    expect(textOf(taken.value)).toContain('Wingtip Toys is mapped to Wingtip Toys Limited');
  });
});

describe('taking back what a colleague decided', () => {
  it('is asked once, told to the colleague, and the card says whose it was', async () => {
    await announced('Kestrel Aviation');
    const mapped = await stage.click(ALICE, CHANNEL, message, map('Kestrel Aviation Services'));

    const asked = await stage.click(BOB, CHANNEL, message, button(shownBy(mapped), 'Undo'));

    expect(textOf(asked.value)).toContain(
      'Alice Example chose Kestrel Aviation Services Limited for Kestrel Aviation. Take that back?',
    );
    expect(textOf(asked.value)).toContain('Alice Example gets a message about it.');
    expect(await storyOf('Kestrel Aviation')).not.toContain('Bob Example');

    const done = await stage.click(BOB, CHANNEL, message, button(shownBy(asked), 'Yes, take it back'));

    const trace = 'Bob Example took back the choice of Alice Example: Kestrel Aviation Services Limited.';
    expect(textOf(done.value)).toContain(trace);
    expect(textOf(done.value)).toContain('Which customer is Kestrel Aviation?');
    const told = await stage.until(() => shownIn(stage, PERSONAL, trace));
    expect(told).toContain('Which customer is Kestrel Aviation?');
    await stage.until(() => shows().includes('Which customer is Kestrel Aviation?') && shows().includes(trace));
    const messages = stage.connector
      .messages()
      .filter((m) => m.kind !== 'update' && m.conversationId === PERSONAL.conversation.id);
    expect(messages.filter((m) => textOf(cardOf(m)).includes(trace))).toHaveLength(1);
  });

  it('is not asked of the person who decided, who gets no message', async () => {
    await announced('Silverdale Residential Care');
    const ignored = await stage.click(ALICE, CHANNEL, message, button(card, 'Not a customer'));

    const undone = await stage.click(ALICE, CHANNEL, message, button(shownBy(ignored), 'Undo'));

    expect(textOf(undone.value)).toContain('Which customer is Silverdale Residential Care?');
    await stage.until(() => shows().includes('Alice Example took back “not a customer”'));
    expect(shownIn(stage, PERSONAL, 'Silverdale')).toBeUndefined();
  });
});

describe('another customer than the one that fits almost certainly', () => {
  it('is asked about once on the card, naming the one that fits', async () => {
    await announced('St Marys MAT');
    const other = { ...button(card, 'Map'), customer: idOf('Proseware, Inc.') };

    const asked = await stage.click(ALICE, CHANNEL, message, other);

    const question = 'fits almost certainly. Map St Marys MAT to Proseware, Inc. anyway?';
    expect(textOf(asked.value)).toContain(`St. Mary’s Multi Academy Trust ${question}`);
    expect(stage.sandbox.world.rowOf('St Marys MAT')?.customerId ?? undefined).toBeUndefined();

    const mapped = await stage.click(ALICE, CHANNEL, message, button(shownBy(asked), 'Map anyway'));

    expect(textOf(mapped.value)).toContain('St Marys MAT is mapped to Proseware, Inc.');
    expect(textOf(mapped.value)).toContain('St. Mary’s Multi Academy Trust fitted almost certainly');
  });

  it('gives way to the better one when that is clicked', async () => {
    await announced('BBB Beton');
    const asked = await stage.click(ALICE, CHANNEL, message, {
      ...button(card, 'Map'),
      customer: idOf('Proseware, Inc.'),
    });

    const mapped = await stage.click(ALICE, CHANNEL, message, button(shownBy(asked), 'Take the better one'));

    expect(textOf(mapped.value)).toContain('BBB Beton is mapped to Brugge Bouw en Beton NV');
    expect(textOf(mapped.value)).not.toContain('fitted almost certainly');
  });

  it('is asked about once when it is typed', async () => {
    const [asked] = await stage.say(ALICE, PERSONAL, 'map Contoso Ltd to Fabrikam, Inc.');
    expect(textOf(cardOf(asked!))).toContain(
      'Contoso Limited fits almost certainly. Map Contoso Ltd to Fabrikam, Inc. anyway?',
    );

    const yes = buttonsOf(cardOf(asked!)).find(({ data }) => data.customerId === idOf('Fabrikam, Inc.'));
    const mapped = await stage.click(ALICE, PERSONAL, messageIdOf(stage, asked!), yes!.data);

    expect(textOf(mapped.value)).toContain('Contoso Ltd is mapped to Fabrikam, Inc.');
  });
});
