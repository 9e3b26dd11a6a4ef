import type { HostRule } from '../runtime/hosts';

export type TeamsCloud = 'public' | 'gcc-high' | 'dod';

/** The addresses of one cloud of Teams; each can be set by itself. */
interface CloudAddresses {
  /** Where Teams' own replies go. */
  readonly hosts: readonly HostRule[];
  /** Where people keep their files. */
  readonly uploadHosts: readonly HostRule[];
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly oauthScope: string;
  /** Without the tenant. */
  readonly login: string;
  /** The tenant from which a multi-tenant registration gets its tokens. */
  readonly channelTenant: string;
}

const GOVERNMENT = {
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.us',
  oauthScope: 'https://api.botframework.us',
  login: 'https://login.microsoftonline.us',
  channelTenant: 'MicrosoftServices.onmicrosoft.us',
} as const;

/** Service hosts and tokens as Microsoft names them for its clouds; GCC has the tokens of the public cloud. */
export const TEAMS_CLOUDS: Readonly<Record<TeamsCloud, CloudAddresses>> = {
  'public': {
    // That of GCC High, too: bots there were set up with addresses of their own before there was a setting for the cloud.
    hosts: [
      { host: 'smba.trafficmanager.net' },
      { host: 'smba.infra.gcc.teams.microsoft.com' },
      { host: 'smba.infra.gov.teams.microsoft.us' },
    ],
    uploadHosts: [{ host: 'sharepoint.com', below: true }],
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    tokenIssuer: 'https://api.botframework.com',
    oauthScope: 'https://api.botframework.com',
    login: 'https://login.microsoftonline.com',
    channelTenant: 'botframework.com',
  },
  'gcc-high': {
    ...GOVERNMENT,
    hosts: [{ host: 'smba.infra.gov.teams.microsoft.us' }],
    uploadHosts: [{ host: 'sharepoint.us', below: true }],
  },
  'dod': {
    ...GOVERNMENT,
    hosts: [{ host: 'smba.infra.dod.teams.microsoft.us' }],
    uploadHosts: [{ host: 'sharepoint-mil.us', below: true }],
  },
};
