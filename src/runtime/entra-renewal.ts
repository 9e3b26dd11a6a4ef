import type { AuthenticationResult } from '@azure/msal-node';
import type { Trouble } from '../domain/source';
import { answerOf } from './entra';
import type { EntraSettings } from './entra';
import { byRefreshToken, createEntraClient, httpOf, newestOf } from './entra-client';
import type { HttpDeps } from './http';
import type { Secret } from './secret';

export type Renewal =
  | { readonly ok: true; readonly token: Secret; readonly person: { readonly id: string; readonly name: string } }
  | { readonly ok: false; readonly trouble: Trouble };

/** Exchanges a refresh token for the newer one that Entra gives with every exchange. */
export async function renewConsent(
  settings: EntraSettings,
  deps: HttpDeps,
  token: Secret,
  scope: string,
): Promise<Renewal> {
  const http = httpOf(settings, deps);
  let silence: Trouble | undefined;
  const failed = (trouble: Trouble): void => {
    silence = trouble;
  };
  let newer: Secret | undefined;
  let person = { id: '', name: '' };
  const ask = async (): Promise<AuthenticationResult | null> => {
    const app = await createEntraClient(settings, http, failed);
    const result = await byRefreshToken(app, [scope], token);
    const { account } = result ?? {};
    person = { id: account?.localAccountId ?? '', name: account?.name ?? account?.username ?? '' };
    newer = newestOf(app);
    return result;
  };
  const answer = await answerOf(ask(), settings, () => silence);
  return answer.ok ? { ok: true, token: newer ?? token, person } : answer;
}
