import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationError,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotToken } from './sending/token';

/** Who may speak to us: in local mode anybody who reaches the port, else the Bot Framework with its tokens. */
export type BotAuth =
  | { readonly mode: 'off' }
  | {
      readonly mode: 'on';
      readonly appId: string;
      readonly openIdMetadataUrl: string;
      readonly tokenIssuer: string;
      readonly loginUrl: string;
      readonly scope: string;
      readonly token: BotToken;
    };

/**
 * - `refused`: the token is not good, or not for what the activity says
 * - `unable`: the token could not be checked, for example because the keys could not be fetched
 */
export type Admission =
  | { readonly admission: 'admitted'; readonly invokeAnswer?: { readonly status: number; readonly body?: unknown } }
  | { readonly admission: 'refused' }
  | { readonly admission: 'unable'; readonly error: unknown };

/**
 * The SDK's adapter without its HTTP part, which answers 500 to some bad tokens and sends its error texts along.
 */
export class Adapter extends TeamsAdapter {
  async admit(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Admission> {
    const state = { admitted: false };
    try {
      const answer = await this.processActivity(authorization, activity, async (context) => {
        state.admitted = true;
        await logic(context);
      });
      if (answer === undefined) return { admission: 'admitted' };
      const body: unknown = answer.body;
      return { admission: 'admitted', invokeAnswer: { status: answer.status, body } };
    } catch (error) {
      // The logic is ours and throws nothing that it can answer: then it is a defect, and no question of tokens.
      if (state.admitted) throw error;
      return isRefusal(error) ? { admission: 'refused' } : { admission: 'unable', error };
    }
  }
}

export function createAdapter(auth: BotAuth): Adapter {
  if (auth.mode === 'off') return new Adapter({});
  // All of them or none: as soon as one is set, the SDK gives no defaults to the others. The metadata for tokens of the
  // emulator kind are those of the channel, so that a token signed by Entra for any tenant cannot be verified at all.
  return new Adapter(
    {
      MicrosoftAppId: auth.appId,
      ValidateAuthority: true,
      ToBotFromChannelOpenIdMetadataUrl: auth.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: auth.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: auth.tokenIssuer,
      ToChannelFromBotLoginUrl: auth.loginUrl,
      ToChannelFromBotOAuthScope: auth.scope,
      OAuthUrl: 'https://api.botframework.com',
      CallerId: 'urn:botframework:azure',
    },
    new Credentials(auth.appId, auth.token),
    new AuthenticationConfiguration([], (claims) => {
      const claim = (type: string) => claims.find((one) => one.type === type)?.value;
      const good = claim('iss') === auth.tokenIssuer && claim('aud') === auth.appId && claim('exp') !== undefined;
      return good ? Promise.resolve() : Promise.reject(new AuthenticationError('claims not allowed', 401));
    }),
  );
}

/** The SDK's own token cache fetches once per waiting request; ours, which it is given here, fetches once. */
class Credentials extends ServiceClientCredentialsFactory {
  constructor(
    private readonly appId: string,
    private readonly token: BotToken,
  ) {
    super();
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.token.get()}`);
        return request;
      },
    });
  }
}

/** Names of the errors that the SDK's token library throws for a token that is bad. */
const TOKEN_ERRORS: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

function isRefusal(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode < 500;
  return error instanceof Error && TOKEN_ERRORS.has(error.name);
}
