import type { Trouble } from '../domain/source';
import type { EntraSettings } from './entra';

/** MSAL's error texts may quote the request, so only its code is passed on. */
export function refused(code: string, settings: EntraSettings): Trouble {
  const { source, prefix } = settings;
  const detail = `sign-in: ${code}`;
  switch (code) {
    case 'invalid_client':
      return {
        source,
        kind: 'denied',
        detail,
        remedy: `Check ${prefix}_CLIENT_ID and ${credentialSetting(settings)}.`,
      };
    case 'unauthorized_client':
    case 'invalid_request':
      return { source, kind: 'denied', detail, remedy: `Check ${prefix}_CLIENT_ID and ${prefix}_TENANT_ID.` };
    case 'invalid_grant':
    case 'interaction_required':
    case 'consent_required':
    case 'login_required': {
      const remedy =
        settings.refreshToken === undefined
          ? `Grant the app admin consent, and check ${prefix}_TENANT_ID.`
          : `Sign in again with MFA as an Admin agent: npm run setup does it and writes the new ${prefix}_REFRESH_TOKEN.`;
      return { source, kind: 'denied', detail, remedy };
    }
    case 'invalid_scope':
    case 'invalid_resource':
      return { source, kind: 'denied', detail, remedy: `Check the service's address and the app's API permissions.` };
    case 'temporarily_unavailable':
    case 'server_error':
    case 'network_error':
    case 'endpoints_resolution_error':
    case 'openid_config_error':
      return unreachable(detail, settings);
    default:
      return {
        source,
        kind: 'denied',
        detail,
        remedy: `Check ${prefix}_TENANT_ID, ${prefix}_CLIENT_ID and ${prefix}_AUTHORITY.`,
      };
  }
}

export function unreachable(detail: string, { source, prefix }: EntraSettings): Trouble {
  return {
    source,
    kind: 'unreachable',
    detail,
    remedy: `Check ${prefix}_AUTHORITY and that this machine may reach it.`,
  };
}

export function unusable(settings: EntraSettings): Trouble {
  const setting =
    settings.credential.kind === 'certificate' ? `${settings.prefix}_CERTIFICATE_PATH` : `${settings.prefix}_AUTHORITY`;
  const remedy =
    settings.credential.kind === 'certificate'
      ? `${setting} must name a readable PEM file with the certificate and its private key.`
      : `Check ${setting} and ${settings.prefix}_TENANT_ID.`;
  return { source: settings.source, kind: 'misconfigured', detail: 'sign-in: the settings cannot be used', remedy };
}

export function noUser(settings: EntraSettings): Trouble {
  return {
    source: settings.source,
    kind: 'misconfigured',
    detail: 'sign-in: no user has consented',
    remedy: `Set ${settings.prefix}_REFRESH_TOKEN; this call needs a user, not only the app.`,
  };
}

function credentialSetting(settings: EntraSettings): string {
  const { prefix, credential } = settings;
  return credential.kind === 'secret' ? `${prefix}_CLIENT_SECRET` : `${prefix}_CERTIFICATE_PATH`;
}
