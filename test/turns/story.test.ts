import {
  ALICE,
  announcementOf,
  BOB,
  button,
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

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

/** The customer that the row of this tenant points to in the sandbox's Work 365; null when it is empty. */
function customerInWork365(tenant: string): string | null | undefined {
  return stage.sandbox.world.rowOf(tenant)?.customerId;
}

it('asks, hears of a new account, maps it, sees every copy change, undoes, and finds all of it after a restart', async () => {
  const [status] = await stage.say(ALICE, PERSONAL, 'is Contoso accepted?');
  expect(textOf(cardOf(status!))).toMatch(/Yes\. Contoso Ltd accepted/);

  await stage.install(CHANNEL);
  await stage.until(() => shownIn(stage, CHANNEL, 'wait for their customer') !== undefined);
  stage.sandbox.control('accept', {});
  const announcement = await announcementOf(stage, 'Tailspin Toys');
  const [copy] = await stage.say(ALICE, PERSONAL, 'show Tailspin Toys');
  expect(textOf(cardOf(copy!))).toContain('Which customer is Tailspin Toys?');

  const choice = choiceOf(announcement, 'Tailspin Toys (UK) Ltd');
  const answer = await stage.click(BOB, CHANNEL, messageIdOf(stage, announcement), {
    ...button(announcement, 'Map'),
    customer: choice,
  });

  expect(textOf(answer.value)).toContain('Tailspin Toys is mapped to Tailspin Toys (UK) Ltd');
  expect(textOf(answer.value)).toContain('Bob Example');
  await stage.until(() => shownIn(stage, CHANNEL, 'Tailspin Toys is mapped to') !== undefined);
  await stage.until(() => shownIn(stage, PERSONAL, 'Tailspin Toys is mapped to') !== undefined);

  // Work 365 gets its row half a minute later, and then the mapping.
  stage.sandbox.control('sync', {});
  const mapped = await stage.until(() => {
    const text = shownIn(stage, PERSONAL, 'Tailspin Toys is mapped to');
    return text !== undefined && /Work 365 Written/.test(text) ? text : undefined;
  });
  expect(mapped).toContain('Bob Example');
  expect(customerInWork365('Tailspin Toys')).toBe(choice);

  await stage.restart();
  const [again] = await stage.say(BOB, PERSONAL, 'who mapped Tailspin Toys?');
  expect(textOf(cardOf(again!))).toContain('Bob Example');

  const [card] = await stage.say(ALICE, PERSONAL, 'unmap Tailspin Toys');
  const asked = await stage.click(ALICE, PERSONAL, messageIdOf(stage, card!), button(card!, 'Undo'));
  const yes = button(shownBy(asked), 'Yes, take it back');
  const undone = await stage.click(ALICE, PERSONAL, messageIdOf(stage, card!), yes);
  expect(textOf(undone.value)).toContain('Which customer is Tailspin Toys?');
  await stage.until(() => shownIn(stage, CHANNEL, 'Which customer is Tailspin Toys?') !== undefined);
  const [story] = await stage.say(ALICE, PERSONAL, 'history Tailspin Toys');
  expect(textOf(cardOf(story!))).toMatch(/Bob Example[\s\S]*Alice Example/);
});

it('tells a namesake in another country from the customer, though lists name no country', async () => {
  await stage.install(CHANNEL);
  await stage.until(() => shownIn(stage, CHANNEL, 'wait for their customer') !== undefined);

  stage.sandbox.control('accept', { name: 'Litware Limited' });

  expect(textOf(cardOf(await announcementOf(stage, 'Litware Limited')))).toContain(
    'other country (account: United Kingdom, customer: United States)',
  );
});
