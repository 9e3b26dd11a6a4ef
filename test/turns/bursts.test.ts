import type { Recorded } from '../doubles/connector';
import { ALICE, announcementOf, BOB, button, cardOf, CHANNEL, messageIdOf, setStage } from './stage';
import { buttonsOf, textOf, textShown } from './shown';
import type { Stage } from './stage';

/** More companies accept at once than get a card each: what people see of the others, and what they can do. */

const NAMES = [
  'Köhler Werkzeuge',
  'Bakery Dupont',
  'Ñandú Viajes',
  'Van der Berg',
  'Kestrel Aviation',
  'Oakfield Legal',
];
const MOST = 2;

let stage: Stage;
let burst: Recorded;
let id: string;
beforeAll(async () => {
  stage = await setStage({ hasty: true, config: { cardsAnHour: MOST } });
  await stage.install(CHANNEL);
  for (const name of NAMES) stage.sandbox.control('accept', { name });
  burst = await stage.until(() =>
    stage.connector.messages().find((m) => m.kind === 'create' && textOf(cardOf(m)).includes('more new account')),
  );
  id = messageIdOf(stage, burst);
  await stage.until(() => textShown(stage, id).includes(`${NAMES.length - MOST} more new accounts`));
  // What is there is noted a moment later.
  while (!(await isNoted())) await new Promise((resolve) => setImmediate(resolve));
});
afterAll(() => stage.close());

const isNoted = async (): Promise<boolean> =>
  (await stage.kept('conversation')).some(({ gatherings = [] }) =>
    gatherings.some(({ post }) => post.state === 'posted'),
  );

const shownNow = (): Pick<Recorded, 'body'> => {
  const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${id}`));
  return { body: found?.[1] };
};
/** Those that it names, the ones that are open. */
const others = (): readonly string[] => NAMES.filter((name) => textShown(stage, id).includes(name));

it('has a card each for the first ones, and one for the others, with the way to the review and to each', async () => {
  const cards = (): readonly string[] =>
    stage.connector
      .messages()
      .filter((m) => m.kind === 'create' && m.conversationId.startsWith(CHANNEL.conversation.id))
      .flatMap((m) => /Which customer is (.*)\?/.exec(textOf(cardOf(m)))?.[1] ?? []);
  expect(
    cards()
      .slice(0, MOST)
      .filter((name) => others().includes(name)),
  ).toEqual([]);
  expect(buttonsOf(cardOf(shownNow())).map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Review \d/));

  const [name = ''] = others();
  const row = buttonsOf(cardOf(shownNow())).find(({ title }) => title.includes(name))!;
  await stage.click(ALICE, CHANNEL, id, row.data);
  const opened = await announcementOf(stage, name);
  await stage.click(BOB, CHANNEL, messageIdOf(stage, opened), button(opened, 'Not a customer'));
  await stage.until(() => textShown(stage, id).includes('3 are still open, 1 is done with.'));
  expect(others()).not.toContain(name);
});

it.each([
  'why did you not post NAME?',
  "why doesn't NAME have a card of its own?",
  'Warum hat NAME keine eigene Karte?',
  'pourquoi n’as-tu pas annoncé NAME ?',
  '¿por qué NAME no tiene tarjeta propia?',
  'waarom heb je NAME niet gepost?',
])('says why one of them has no card of its own: %s', async (question) => {
  const name = others().at(-1)!;
  const [said] = await stage.say(ALICE, CHANNEL, question.replace('NAME', name));
  expect(textOf(cardOf(said!))).toMatch(/card each|eigene Karten|cartes individuelles|tarjeta propia|eigen kaart/);
});
