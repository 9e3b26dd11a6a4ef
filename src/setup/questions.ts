import type { Env } from './parts';

/** What is asked for, and where in which portal it is found. */
export interface SetupQuestion {
  readonly setting: string;
  readonly message: string;
  readonly found: string;
  /** May be left empty. */
  readonly optional?: true;
  /** Only asked where this holds. */
  readonly when?: (env: Env) => boolean;
}

export interface Chapter {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly SetupQuestion[];
}

const APP = 'Entra admin center > App registrations > the app > Overview';

export const BOT: Chapter = {
  title: 'Azure Bot',
  intro:
    'The registration under which Teams knows the bot. Azure portal > Create > Azure Bot, type Single Tenant, with a new app registration; then Channels > Microsoft Teams.',
  questions: [
    {
      setting: 'BOT_ID',
      message: 'Microsoft App ID of the Azure Bot',
      found: 'Azure portal > the Azure Bot > Configuration',
    },
    { setting: 'BOT_TENANT_ID', message: 'Tenant ID of its app', found: `${APP}, "Directory (tenant) ID"` },
    {
      setting: 'BOT_PASSWORD',
      message: 'Client secret of that app (the Value, not the Secret ID)',
      found: 'Entra admin center > App registrations > the app > Certificates & secrets',
      when: (env) => env['BOT_TYPE'] !== 'UserAssignedMsi',
    },
    {
      setting: 'BOT_DOMAIN',
      message: 'Public host of the bot, such as bot.contoso.com',
      found: 'App Service > Overview > Default domain; or the name of your tunnel',
      optional: true,
    },
  ],
};

export const PARTNER_CHAPTER: Chapter = {
  title: 'Partner Center',
  intro:
    'The app that reads your customers. It is registered in the partner tenant, and made known in Partner Center > Account settings > App management.',
  questions: [
    {
      setting: 'PARTNER_CENTER_TENANT_ID',
      message: 'Tenant ID of the partner tenant',
      found: 'Entra admin center > Overview',
    },
    { setting: 'PARTNER_CENTER_CLIENT_ID', message: 'Application (client) ID', found: APP },
    {
      setting: 'PARTNER_CENTER_CLIENT_SECRET',
      message: 'Client secret (the Value, not the Secret ID)',
      found: 'Entra admin center > App registrations > the app > Certificates & secrets',
      when: (env) => env['PARTNER_CENTER_CERTIFICATE_PATH'] === undefined,
    },
  ],
};

export const DATAVERSE: Chapter = {
  title: 'Work 365 (Dataverse)',
  intro: 'The environment in which Work 365 is installed, and the app that is an application user there.',
  questions: [
    {
      setting: 'DATAVERSE_URL',
      message: 'Address of the environment, such as https://contoso.crm.dynamics.com',
      found: 'Power Platform admin center > Environments > the environment > Environment URL',
    },
    { setting: 'DATAVERSE_TENANT_ID', message: 'Its tenant ID', found: 'Entra admin center > Overview' },
    { setting: 'DATAVERSE_CLIENT_ID', message: 'Application (client) ID of the application user', found: APP },
    {
      setting: 'DATAVERSE_CLIENT_SECRET',
      message: 'Client secret of that app',
      found: 'Entra admin center > App registrations > the app > Certificates & secrets',
    },
  ],
};

export const FILE: Chapter = {
  title: 'Customers from a file',
  intro: 'A list of customers as your tool exports it: CSV, xlsx or JSON. Nothing is written back.',
  questions: [{ setting: 'DIRECTORY_FILE', message: 'Path of the file', found: 'on the machine that runs the bot' }],
};

export const COSMOS: Chapter = {
  title: 'Cosmos DB',
  intro:
    'One store for any number of replicas. infra/azure.bicep makes it, with its container and the role of the identity.',
  questions: [
    {
      setting: 'COSMOS_ENDPOINT',
      message: 'URI of the account',
      found: 'Azure portal > the Cosmos DB account > Overview',
    },
    {
      setting: 'COSMOS_KEY',
      message: 'Read-write key (empty: the managed identity of the host)',
      found: 'Azure portal > the account > Keys',
      optional: true,
    },
  ],
};

export const PEOPLE: Chapter = {
  title: 'Administrators, logs',
  intro: 'Who is told of troubles and approves teams, and where log lines go.',
  questions: [
    {
      setting: 'ADMINS',
      message: 'Object IDs of the administrators, separated by commas (empty: the owners of the first team)',
      found: 'Entra admin center > Users > the person > Object ID',
      optional: true,
    },
    {
      setting: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
      message: 'Connection string of Application Insights (empty: none)',
      found: 'Azure portal > Application Insights > Overview',
      optional: true,
    },
  ],
};
