import type { BotConfig } from '../config';
import type { Clock } from '../domain/time';
import type { BotAuth } from '../teams/adapter';
import { createBotToken, tokenFetcher } from '../teams/sending/token';

/** How Teams proves itself to us, and we to Teams. Without a registration (local mode only) nobody does. */
export function authOf(bot: BotConfig | undefined, clock: Clock): BotAuth {
  if (bot === undefined) return { mode: 'off' };
  const { id, credential, loginUrl, oauthScope } = bot;
  const password = credential.type === 'UserAssignedMsi' ? {} : { password: credential.password.reveal() };
  const fetchToken = tokenFetcher({ id, type: credential.type, loginUrl, scope: oauthScope, ...password });
  return {
    mode: 'on',
    appId: id,
    openIdMetadataUrl: bot.openIdMetadataUrl,
    tokenIssuer: bot.tokenIssuer,
    loginUrl,
    scope: oauthScope,
    token: createBotToken(fetchToken, clock),
  };
}
