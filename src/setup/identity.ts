import type { TokenCredential } from '@azure/identity';

/** Where this runs, nobody has an identity of Azure: a managed identity works on its host only. */
export const NO_IDENTITY = 'its managed identity works on its host only (or sign in here: az login)';

/** The identity of the host, or whoever is signed in on this machine. */
export async function identityHere(clientId?: string): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return clientId === undefined
    ? new DefaultAzureCredential()
    : new DefaultAzureCredential({ managedIdentityClientId: clientId });
}

/** What is to be said of an error that only means that nobody is signed in here; undefined for every other one. */
export function noIdentityHere(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (/^(CredentialUnavailableError|CredentialUnavailable|AggregateAuthenticationError)$/.test(at.name))
      return NO_IDENTITY;
  }
  return undefined;
}
