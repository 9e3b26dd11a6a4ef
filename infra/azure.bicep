@description('Start of every resource name.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('Name of the bot in Teams.')
@maxLength(42)
param botDisplayName string

@description('Plan of the App Service. B1 runs one instance; P0v3 and larger scale out.')
param webAppSku string = 'B1'

param location string = resourceGroup().location

param partnerCenterTenantId string
param partnerCenterClientId string
@secure()
param partnerCenterClientSecret string

param dataverseUrl string = ''
param dataverseTenantId string = ''
param dataverseClientId string = ''
@secure()
param dataverseClientSecret string = ''

@description('Last part of the webhook addresses: 32 or more random letters and digits. The same for every deployment, or the registrations break.')
@minLength(32)
@secure()
param webhookSecret string

var databaseName = 'handshake'
// Cosmos DB's built-in role "Data Contributor": read and write documents, no management.
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'

// One identity signs the bot in to Teams and to Cosmos DB; there is no password to keep.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: resourceBaseName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0 }]
    capabilities: [{ name: 'EnableServerless' }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }

  resource database 'sqlDatabases' = {
    name: databaseName
    properties: { resource: { id: databaseName } }

    // The bot checks this container when it starts; src/stores/cosmos/container.ts holds the same definition, and a test
    // compares the two. A managed identity may not make containers, so it is made here.
    resource documents 'containers' = {
      name: 'documents'
      properties: {
        resource: {
          id: 'documents'
          partitionKey: { paths: ['/partnerId'], kind: 'Hash', version: 2 }
          // On, without an expiry of its own: only documents with a ttl expire.
          defaultTtl: -1
          indexingPolicy: {
            automatic: true
            indexingMode: 'consistent'
            includedPaths: [{ path: '/partnerId/?' }, { path: '/kind/?' }, { path: '/dueAt/?' }]
            excludedPaths: [{ path: '/*' }]
            compositeIndexes: [
              [{ path: '/kind', order: 'ascending' }, { path: '/id', order: 'ascending' }]
              [{ path: '/kind', order: 'ascending' }, { path: '/dueAt', order: 'ascending' }]
            ]
          }
        }
      }
    }
  }

  resource mayWrite 'sqlRoleAssignments' = {
    name: guid(cosmos.id, identity.id, cosmosDataContributor)
    properties: {
      principalId: identity.properties.principalId
      roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${cosmosDataContributor}'
      scope: cosmos.id
    }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: resourceBaseName
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: resourceBaseName
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: { name: webAppSku }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      // Not `npm start`, which is the sandbox on a developer's machine.
      appCommandLine: 'node dist/index.js'
      alwaysOn: true
      ftpsState: 'FtpsOnly'
      healthCheckPath: '/healthz'
      appSettings: [
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        { name: 'RUNNING_ON_AZURE', value: '1' }
        // The port on which App Service looks for the bot.
        { name: 'PORT', value: '8080' }
        { name: 'HANDSHAKE_MODE', value: 'production' }
        { name: 'BOT_ID', value: identity.properties.clientId }
        { name: 'BOT_TENANT_ID', value: identity.properties.tenantId }
        { name: 'BOT_TYPE', value: 'UserAssignedMsi' }
        // Tells Azure's client library which identity is meant.
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
        { name: 'STORE', value: 'cosmos' }
        { name: 'COSMOS_ENDPOINT', value: cosmos.properties.documentEndpoint }
        { name: 'COSMOS_DATABASE', value: databaseName }
        { name: 'PARTNER_CENTER_TENANT_ID', value: partnerCenterTenantId }
        { name: 'PARTNER_CENTER_CLIENT_ID', value: partnerCenterClientId }
        { name: 'PARTNER_CENTER_CLIENT_SECRET', value: partnerCenterClientSecret }
        { name: 'PARTNER_CENTER_WEBHOOK_SECRET', value: webhookSecret }
        { name: 'DATAVERSE_URL', value: dataverseUrl }
        { name: 'DATAVERSE_TENANT_ID', value: dataverseTenantId }
        { name: 'DATAVERSE_CLIENT_ID', value: dataverseClientId }
        { name: 'DATAVERSE_CLIENT_SECRET', value: dataverseClientSecret }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
      ]
    }
  }
}

module registration 'botRegistration/azurebot.bicep' = {
  name: 'bot-registration'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    host: app.properties.defaultHostName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
  }
}

// Written back to env/.env.<environment> by the toolkit.
output AZURE_APP_SERVICE_RESOURCE_ID string = app.id
output BOT_DOMAIN string = app.properties.defaultHostName
output BOT_ENDPOINT string = 'https://${app.properties.defaultHostName}'
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
