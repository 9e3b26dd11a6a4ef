import type { TelemetryConfig } from '../config';
import { connectionParts } from '../config/secrets';
import type { Finding } from './finding';
import { identityHere, noIdentityHere } from './identity';
import { field, probe, probedWords } from './probe';

const ABOUT = 'Application Insights';
/** Where lines go when the connection string names no endpoint, as Azure's own library has it. */
const USUAL_ENDPOINT = 'https://dc.services.visualstudio.com';
const SCOPE = 'https://monitor.azure.com//.default';

/** Sends one log line, because nothing else tells whether they are taken. */
export async function checkInsights(telemetry: TelemetryConfig | undefined, now: number): Promise<Finding> {
  if (telemetry === undefined) return { about: ABOUT, state: 'off', permission: 'insights' };
  const token = await tokenFor(telemetry);
  if (!token.ok) return { about: ABOUT, state: 'unknown', seen: token.problem, permission: 'insights' };
  const parts = connectionParts(telemetry.connection.reveal());
  const endpoint = (parts.get('ingestionendpoint') ?? USUAL_ENDPOINT).replace(/\/+$/, '');
  const sent = await probe(`${endpoint}/v2.1/track`, {
    method: 'POST',
    body: [lineFor(parts.get('instrumentationkey') ?? '', now)],
    follows: true,
    ...(token.token === undefined ? {} : { token: token.token }),
  });
  const host = new URL(endpoint).host;
  if (!sent.answered) return { about: ABOUT, state: 'lacking', seen: sent.problem, remedy: COPY };
  if (sent.status === 200 && field(sent.body, 'itemsAccepted') !== '0') {
    return { about: ABOUT, state: 'good', seen: `${host} takes log lines`, permission: 'insights' };
  }
  const seen = probedWords(sent);
  if (sent.status === 401 || sent.status === 403)
    return {
      about: ABOUT,
      state: 'lacking',
      seen,
      permission: 'insights',
      ...(telemetry.identity === undefined ? { remedy: BY_IDENTITY } : {}),
    };
  if (sent.status === 400 || sent.status === 404 || sent.status === 206)
    return { about: ABOUT, state: 'lacking', seen, permission: 'insights', remedy: COPY };
  return { about: ABOUT, state: 'unknown', seen, permission: 'insights' };
}

const COPY =
  'copy the whole Connection String from the overview of the resource into APPLICATIONINSIGHTS_CONNECTION_STRING';
const BY_IDENTITY =
  'the resource lets nobody send by the connection string alone: set APPLICATIONINSIGHTS_AUTHENTICATION_STRING=Authorization=AAD, and give the identity of the bot the role Monitoring Metrics Publisher';

type TokenHere = { readonly ok: true; readonly token?: string } | { readonly ok: false; readonly problem: string };

async function tokenFor({ identity }: TelemetryConfig): Promise<TokenHere> {
  if (identity === undefined) return { ok: true };
  try {
    const got = await (await identityHere(identity.clientId)).getToken(SCOPE);
    return got === null ? { ok: false, problem: 'no token was given' } : { ok: true, token: got.token };
  } catch (error) {
    return {
      ok: false,
      problem: noIdentityHere(error) ?? (error instanceof Error ? error.name : 'no token was given'),
    };
  }
}

function lineFor(iKey: string, now: number) {
  return {
    name: 'Microsoft.ApplicationInsights.Message',
    time: new Date(now).toISOString(),
    iKey,
    data: {
      baseType: 'MessageData',
      baseData: { ver: 2, message: 'npm run check looked whether log lines are taken', severityLevel: 1 },
    },
  };
}
