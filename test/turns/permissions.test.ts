import { ALICE, BOB, PERSONAL, cardOf, setStage, textOf } from './stage';
import type { Someone, Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { ADMINS: ALICE.aadObjectId } });
});
afterEach(() => stage.close());

async function health(who: Someone): Promise<string> {
  const conversation = { id: `a:${who.name}`, conversationType: 'personal' };
  const [message] = await stage.say(who, { ...PERSONAL, conversation }, 'health');
  return textOf(cardOf(message!));
}

/** A bounded loop: one that waits for ever would go on asking after its test has failed. */
async function looked(): Promise<string> {
  for (let asked = 0; asked < 100; asked += 1) {
    const text = await health(ALICE);
    if (text.includes('Looked at')) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nobody looked at the permissions');
}

it('names per source what we have and lack, what that costs and what to click; nobody waits for the look', async () => {
  stage.sandbox.control('lack', { permission: 'graph-gdap' });
  stage.sandbox.control('lack', { permission: 'prvWrite' });
  expect(await health(ALICE)).toContain('They are being looked at now');
  const text = await looked();

  expect(text).toMatch(/Looked at .*(just now|now|second)/);
  expect(text).toMatch(
    /Lacking in Microsoft Graph: DelegatedAdminRelationship\.Read\.All: HTTP 403 .*\. Without it admin access is shown as unknown\. What to do: Entra admin center/,
  );
  expect(text).toMatch(/Lacking in Dataverse: writing mappings: prvWritework365.{1,2}provideraccount missing/);
  expect(text).toContain('There, in Microsoft Graph: GroupMember.Read.All');
  expect(text).toContain('There, in Partner Center: the app is known to Partner Center, that person is an Admin agent');
  expect(text).toContain('Something needs attention');
});

it('is for administrators: whoever else asks hears of the sources alone', async () => {
  await looked();
  const text = await health(BOB);

  expect(text).toContain('Partner Center, accounts');
  expect(text).not.toMatch(/Permissions|There, in/);
});
