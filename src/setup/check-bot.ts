import type { Config } from '../config';
import type { Finding } from './finding';
import { field, probe, probedWords } from './probe';

const REGISTRATION = 'Azure Bot, registration';
const ENDPOINT = 'Azure Bot, messaging endpoint';

/** Whether the registration's proof is taken, and whether the bot answers at its public host. */
export async function checkBot(
  bot: NonNullable<Config['bot']>,
  origin: string | undefined,
): Promise<readonly Finding[]> {
  return [await registration(bot), await endpoint(origin)];
}

/** Where the bot asks nobody who they are, there is no registration. */
export const LOCAL_BOT: Finding = {
  about: REGISTRATION,
  state: 'off',
  seen: 'HANDSHAKE_MODE is local',
  permission: 'bot',
};

async function registration({ id, credential, loginUrl, oauthScope }: NonNullable<Config['bot']>): Promise<Finding> {
  if (credential.type === 'UserAssignedMsi') {
    return {
      about: REGISTRATION,
      state: 'unknown',
      seen: 'its managed identity works on its host only',
      permission: 'bot',
    };
  }
  const asked = await probe(`${loginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    form: {
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: credential.password.reveal(),
      scope: `${oauthScope}/.default`,
    },
  });
  if (!asked.answered) return { about: REGISTRATION, state: 'unknown', seen: asked.problem, permission: 'bot' };
  if (asked.status === 200) return { about: REGISTRATION, state: 'good', seen: `bot ${id}`, permission: 'bot' };
  const words = field(asked.body, 'error_description')?.split(/\r?\n| Trace ID/)[0] ?? probedWords(asked);
  const remedy = 'check BOT_ID, BOT_TENANT_ID and BOT_PASSWORD against the app registration of the Azure Bot';
  return { about: REGISTRATION, state: 'lacking', seen: words, permission: 'bot', remedy };
}

async function endpoint(origin: string | undefined): Promise<Finding> {
  if (origin === undefined) {
    const remedy = 'write the public host of the bot into BOT_DOMAIN, and https://HOST/api/messages at the Azure Bot';
    return { about: ENDPOINT, state: 'unknown', seen: 'BOT_DOMAIN is not set', remedy };
  }
  const alive = await probe(`${origin}/healthz`);
  const address = `${origin}/api/messages`;
  if (alive.answered && alive.status === 200) return { about: ENDPOINT, state: 'good', seen: address };
  const seen = alive.answered ? `${origin}/healthz answers ${alive.status}` : alive.problem;
  const remedy = `start the bot there; then enter ${address} as the messaging endpoint of the Azure Bot`;
  return { about: ENDPOINT, state: 'lacking', seen, remedy };
}
