import { CHANNEL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** A source calls; nothing else makes the bot look for an hour. */

const SECRET = 'a-long-secret-of-the-webhook-of-dataverse';
let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ config: { syncIntervalMs: 3_600_000 }, env: { DATAVERSE_WEBHOOK_SECRET: SECRET } });
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const called = async (): Promise<number> => {
  const response = await fetch(`${stage.url}/api/webhooks/dataverse/${SECRET}`, { method: 'POST', body: '{}' });
  await response.text();
  return response.status;
};
const isShown = (name: string): boolean =>
  stage.connector
    .messages()
    .some((message) => textOf(message.body).includes(name) || JSON.stringify(message.body).includes(name));

it('a call leads to the card of a new account', async () => {
  stage.sandbox.control('accept', { name: 'Eventworks GmbH' });
  expect(await called()).toBe(200);
  await stage.until(() => isShown('Eventworks GmbH'));
});

it('a call that was acknowledged is worked off after a restart', async () => {
  stage.sandbox.control('accept', { name: 'Latecomer GmbH' });
  expect(await called()).toBe(200);
  await stage.restart();
  await stage.until(() => isShown('Latecomer GmbH'));
});
