import type { Ask } from './ask';
import type { Notebook } from './chapters';
import { ownAddress } from './check';
import type { GuideDeps } from './guide';
import { readPart } from './parts';
import { createWebhookRegistration, hostOf, webhookUrl } from './webhook';

/** Registers the one webhook of the partner tenant, and takes it over from another tool only when told to. */
export async function registerWebhook(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  const { config } = readPart('partner', notebook.env, deps.machine);
  if (config?.partnerCenter === undefined) return;
  ask.say(
    '\n== Webhook of Partner Center ==\nIt tells of acceptances at once. There is one registration per partner tenant.',
  );
  const url = webhookUrl(ownAddress(config.webhooks, notebook.env));
  if (url === undefined) {
    ask.say('It is registered when BOT_DOMAIN, the public host of the bot, is known: run the guide again then.');
    return;
  }
  const webhooks = createWebhookRegistration(config.partnerCenter, deps);
  const now = await webhooks.read();
  if (!now.ok) {
    ask.say(`The registration cannot be read: ${now.problem}.`);
    return;
  }
  if (now.value.url === url) {
    ask.say('It is registered for this bot.');
    return;
  }
  const other = now.value.url;
  const message =
    other === undefined
      ? 'Register it for this bot? The bot has to run at its public host now, for the test event.'
      : `It is registered for ${hostOf(other)}, perhaps by another tool, which would hear nothing any more. Take it over?`;
  if (!(await ask.confirm({ message, present: other === undefined }))) return;
  const done = await webhooks.register(url);
  ask.say(
    done.ok
      ? `Registered; ${done.value}.`
      : `It did not work: ${done.problem}. Run the guide again when it is put right.`,
  );
}
