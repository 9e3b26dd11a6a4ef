import type { Secret } from '../runtime/secret';
import type { Findings } from './findings';
import type { Values } from './variables';

/** Where log lines go besides stdout. */
export interface TelemetryConfig {
  readonly connection: Secret;
  /** Absent: whoever has the connection string may send. */
  readonly identity?: { readonly clientId?: string };
}

/** Azure's own names and form, so that what its portal and templates write is understood. */
export function chooseTelemetry(
  values: Values,
  findings: Findings,
): { readonly applicationInsights?: TelemetryConfig } {
  const connection = values.APPLICATIONINSIGHTS_CONNECTION_STRING;
  const written = values.APPLICATIONINSIGHTS_AUTHENTICATION_STRING;
  if (connection === undefined) return {};
  if (written === undefined) return { applicationInsights: { connection } };
  // Of what `split` gives the first is always there.
  const parts = new Map(written.split(';').map((part) => part.trim().split('=') as [string, string | undefined]));
  if (parts.get('Authorization') !== 'AAD') {
    findings.fail(
      'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
      'does not say Authorization=AAD',
      'write Authorization=AAD, with ;ClientId=<client id> for a user-assigned identity',
    );
    return {};
  }
  const clientId = parts.get('ClientId');
  return { applicationInsights: { connection, identity: clientId === undefined ? {} : { clientId } } };
}
