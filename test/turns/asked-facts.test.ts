import { ALICE, button, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';
import type { Recorded } from '../doubles/connector';

/** Who asks whether a company has signed, or gave admin access, is told that, and not "yes, it has accepted". */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

let chats = 0;
let where: Where = PERSONAL;

async function hear(text: string): Promise<Recorded[]> {
  where = { ...PERSONAL, conversation: { id: `a:alice-and-bot-${(chats += 1)}`, conversationType: 'personal' } };
  return stage.say(ALICE, where, text);
}

function headlineOf(message: Recorded | undefined): string {
  return message?.body.summary ?? message?.body.activity?.summary;
}

describe('a question about one fact of a company', () => {
  it.each([
    ['has Northwind Traders GmbH signed the agreement?', 'Northwind Traders GmbH – Customer agreement: Not signed.'],
    ['hat Northwind Traders GmbH unterschrieben?', 'Northwind Traders GmbH – Vereinbarung (MCA): Nicht unterzeichnet'],
    ["is Margie's Travel's admin access expired?", "Margie's Travel – Admin access (GDAP): Expired on "],
    [
      'does Liberty’s Delightful Bakery & Cafe have GDAP?',
      'Liberty’s Delightful Bakery & Cafe – Admin access (GDAP): None',
    ],
    ['has Trey signed the MCA?', 'Trey Research, going by “Trey” – Customer agreement: Signed'],
    ['has Proseware signed and does it have GDAP?', 'Proseware – Customer agreement: Signed'],
  ])('%s', async (text, headline) => {
    const [message] = await hear(text);

    expect(headlineOf(message)).toContain(headline);
    expect(textOf(cardOf(message!))).toContain('Partner Center');
  });

  it('is answered for each of several companies', async () => {
    const said = await hear('have Contoso Ltd and Northwind Traders GmbH signed the agreement?');

    const headlines = said.map(headlineOf);
    expect(headlines).toHaveLength(2);
    expect(headlines[0]).toMatch(/^Contoso Ltd – Customer agreement: Signed/);
    expect(headlines[1]).toBe('Northwind Traders GmbH – Customer agreement: Not signed.');
  });

  it('stays about that fact when somebody looks again', async () => {
    const [message] = await hear('has Woodgrove Bank given us GDAP?');
    const again = button(message!, 'Look again');

    expect(again).toMatchObject({ verb: 'look-again', facts: ['admin'] });
    const answer = await stage.click(ALICE, where, messageIdOf(stage, message!), again);
    expect(answer.statusCode).toBe(200);
  });
});

it.each(['is Northwind Traders GmbH accepted?', 'has Northwind Traders GmbH signed up yet?'])(
  '%s is about the acceptance',
  async (text) => {
    const [message] = await hear(text);

    expect(headlineOf(message)).toMatch(/^Yes\. Northwind Traders GmbH accepted/);
  },
);
