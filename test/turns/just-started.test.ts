import { ALICE, BOB, cardOf, PERSONAL, setStage } from './stage';

/** Before anybody has looked closely at the open accounts, a customer's account is looked for, not said to be missing. */

const FOUND = /^Most likely, as Brightwater Analytics, which is not mapped yet: accepted before /;
const LOOKING =
  /^Not found so far: “Lakeshore Data Services”\n[^]*We are still reading the domains of \d+ open accounts?,/;
const PATIENCE_MS = 20_000;

it('finds the account of a customer before its domains were read by the jobs, or says that it is still reading', async () => {
  const stage = await setStage();
  try {
    const deadline = Date.now() + PATIENCE_MS;
    let answer = '';
    for (let asked = 0; !FOUND.test(answer) && Date.now() < deadline; asked += 1) {
      const where = { ...PERSONAL, conversation: { id: `a:early-${asked}`, conversationType: 'personal' } };
      const [said] = await stage.say(asked % 2 === 0 ? ALICE : BOB, where, 'is Lakeshore Data Services accepted?');
      answer = cardOf(said!).fallbackText;
      if (!FOUND.test(answer)) expect(answer).toMatch(LOOKING);
    }
    expect(answer).toMatch(FOUND);
  } finally {
    await stage.close();
  }
});
