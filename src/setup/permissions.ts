import type { Cost, SourcePermission } from '../domain/permission';

/**
 * Every permission that Handshake makes use of: where it is given, what is lost without it, and what to click. The check
 * and the table of docs/install.md come from here.
 */
export interface Permission {
  readonly where: string;
  readonly name: string;
  readonly without: string;
  /** The same as one of a few; absent where the bot would not run, or has nothing to look at. */
  readonly cost?: Cost;
  readonly grant: string;
}

const APP_PERMISSIONS = 'Entra admin center > App registrations > your app > API permissions > Add a permission';
const CONSENT = 'then "Grant admin consent"';
const USER_FACTS = 'agreement, licences, services, users and the invitation link are shown as unknown';
const ROLE = 'Power Platform admin center > your environment > Settings > Users + permissions';

export const PERMISSIONS = {
  'app': {
    cost: 'nothing-known',
    where: 'Entra',
    name: 'App registration with a client secret or certificate',
    without: 'nothing can be asked of Partner Center, Graph and Dataverse',
    grant: 'Entra admin center > App registrations > New registration (single tenant); then Certificates & secrets',
  },
  'partner-app': {
    cost: 'accounts',
    where: 'Partner Center',
    name: 'The app is known to Partner Center',
    without: 'no account and no acceptance is known',
    grant: 'Partner Center > Settings > Account settings > App management > Web app > Add existing app',
  },
  'partner-consent': {
    cost: 'person-facts',
    where: 'Entra',
    name: 'Microsoft Partner Center: user_impersonation (delegated)',
    without: USER_FACTS,
    grant: `${APP_PERMISSIONS} > APIs my organization uses > Microsoft Partner Center > Delegated > user_impersonation, ${CONSENT}`,
  },
  'partner-sign-in': {
    cost: 'person-facts',
    where: 'Entra',
    name: 'A sign-in that is kept (refresh token)',
    without: USER_FACTS,
    grant: 'run npm run setup, which signs you in with your browser',
  },
  'partner-agent': {
    cost: 'person-facts',
    where: 'Partner Center',
    name: 'Whoever signs in is an Admin agent',
    without: USER_FACTS,
    grant:
      'Partner Center > Settings > Account settings > User management > the person > Assists your customers as: Admin agent',
  },
  'partner-mfa': {
    cost: 'person-facts',
    where: 'Entra',
    name: 'That sign-in was made with MFA',
    without: USER_FACTS,
    grant: 'require MFA of that person (Entra admin center > Protection), then sign in again with npm run setup',
  },
  'customer-role': {
    cost: 'customer-facts',
    where: 'Partner Center',
    name: 'A GDAP role such as Directory Readers at the customers, through a group of that person',
    without: 'licences, services and users of those customers are shown as unknown',
    grant: 'Partner Center > Customers > the customer > Admin relationships > add the security group of the person',
  },
  'webhook': {
    cost: 'promptness',
    where: 'Partner Center',
    name: 'Webhook registration of the partner tenant (there is one)',
    without: 'acceptances are seen at the next reading (SYNC_INTERVAL_S) instead of at once',
    grant: 'run npm run setup, which registers it and waits for a test event',
  },
  'graph-gdap': {
    cost: 'admin-access',
    where: 'Microsoft Graph',
    name: 'DelegatedAdminRelationship.Read.All (application)',
    without: 'admin access is shown as unknown',
    grant: `${APP_PERMISSIONS} > Microsoft Graph > Application permissions > DelegatedAdminRelationship.Read.All, ${CONSENT}`,
  },
  'graph-groups': {
    cost: 'groups',
    where: 'Microsoft Graph',
    name: 'GroupMember.Read.All (application)',
    without:
      'groups in MAPPERS and READERS count for nobody, and who installed the bot is its administrator instead of the owners of the team',
    grant: `${APP_PERMISSIONS} > Microsoft Graph > Application permissions > GroupMember.Read.All, ${CONSENT}`,
  },
  'dataverse-user': {
    cost: 'customers',
    where: 'Dataverse',
    name: 'Application user for the app registration',
    without: 'customers and provider accounts are unknown, nothing can be mapped',
    grant: `${ROLE} > Application users > New app user, with the role Handshake`,
  },
  'dataverse-read': {
    cost: 'customers',
    where: 'Dataverse',
    name: 'prvRead on provider accounts and accounts',
    without: 'customers and provider accounts are unknown, nothing can be mapped',
    grant: `${ROLE} > Security roles: import out/handshake-role.zip (npm run dataverse-role), give it to the application user`,
  },
  'dataverse-write': {
    cost: 'write-back',
    where: 'Dataverse',
    name: 'prvWrite and prvAppend on provider accounts, prvAppendTo on accounts',
    without: 'mappings are kept here and not written to Work 365',
    grant: `${ROLE} > Security roles: import out/handshake-role.zip (npm run dataverse-role), give it to the application user`,
  },
  'dataverse-create': {
    cost: 'create-customers',
    where: 'Dataverse',
    name: 'prvCreate on accounts',
    without:
      'no customer can be created where none fits; with CREATE_CUSTOMERS=off nobody is offered to, and it is not asked for',
    grant: `${ROLE} > Security roles: import out/handshake-role.zip (npm run dataverse-role), give it to the application user`,
  },
  'dataverse-act': {
    cost: 'write-as-person',
    where: 'Dataverse',
    name: 'prvActOnBehalfOfAnotherUser',
    without:
      'mappings are not written in the name of whoever decided; with WORK365_WRITE_AS_APP=on they are written as the app',
    grant: `${ROLE} > Security roles > Delegate, for the application user (the role Handshake has it too)`,
  },
  'bot': {
    where: 'Azure',
    name: 'Azure Bot registration with the channel Microsoft Teams',
    without: 'Teams reaches nobody',
    grant: 'Azure portal > Azure Bot > Create; then Channels > Microsoft Teams; Configuration > Messaging endpoint',
  },
  'store': {
    where: 'Azure',
    name: 'Cosmos DB Built-in Data Contributor for the identity of the bot',
    without: 'the bot does not start',
    grant:
      'az cosmosdb sql role assignment create --role-definition-name "Cosmos DB Built-in Data Contributor"; infra/azure.bicep does it',
  },
  'vault': {
    where: 'Azure',
    name: 'Key Vault Secrets Officer for the identity of the bot',
    without: 'the newest refresh token cannot be kept in the vault: the sign-in ends after 90 days',
    grant: 'az role assignment create --role "Key Vault Secrets Officer" --scope the vault; infra/azure.bicep does it',
  },
  'insights': {
    where: 'Azure',
    name: 'Monitoring Metrics Publisher for the identity of the bot, where local authentication is off',
    without: 'log lines do not reach Application Insights',
    grant: 'az role assignment create --role "Monitoring Metrics Publisher"; infra/azure.bicep does it',
  },
  'teams-app': {
    where: 'Teams',
    name: 'Uploading a custom app, once',
    without: 'nobody can add the bot',
    grant: 'Teams admin center > Teams apps > Manage apps > Upload new app: the zip that npm run package makes',
  },
} as const satisfies Readonly<Record<string, Permission>> &
  Readonly<Record<SourcePermission, Permission & { readonly cost: Cost }>>;

export type PermissionId = keyof typeof PERMISSIONS;
