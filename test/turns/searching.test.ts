import { actionData } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import { ALICE, answerTo, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** The search on an account's card: true counts, the rest on further pages, and near names are not called matches. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

async function search(query: string, offset?: number): Promise<{ readonly text: string; readonly card: object }> {
  const contoso = accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant('Contoso Ltd')!.tenantId,
  });
  const action = { verb: 'search' as const, accountId: contoso, query, ...(offset === undefined ? {} : { offset }) };
  const answer = await answerTo(stage, ALICE, PERSONAL, actionData(action));
  return { text: textOf(answer.value), card: answer.value };
}

it('counts all that match and leads to the rest', async () => {
  const first = await search('dental');
  const total = Number(/(\d+) customers match/.exec(first.text)?.[1]);
  expect(total).toBeGreaterThan(5);
  expect(first.text).toContain(`1 to 5 of ${total}`);
  const second = await search('dental', 5);
  expect(second.text).toContain(`6 to ${Math.min(10, total)} of ${total}`);
});

it('calls no near name a match, and chooses nothing unlikely beforehand', async () => {
  const { text, card } = await search('Woodgrave Insuranse');

  expect(text).toMatch(/No customer goes by “Woodgrave Insuranse”/);
  expect(text).not.toMatch(/match/);
  expect(JSON.stringify(card)).toMatch(/"type":"Input\.ChoiceSet","id":"customer"[^}]*?"value":"",/);
});
