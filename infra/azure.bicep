@description('Start of every resource name.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('Name of the bot in Teams.')
@maxLength(42)
param botDisplayName string

@description('Plan of the App Service. B1 runs one instance; P0v3 and larger scale out.')
param webAppSku string = 'B1'

@description('Heap of the bot\'s process in megabytes. 0: what Node takes by itself, enough for some thousand accounts.')
param heapMb int = 0

param location string = resourceGroup().location

@description('Settings of the bot by their names in env/.env.example, beside those that follow from what is made here. npm run infra-parameters writes them from the files of the environment.')
param settings object = {}

@description('Names of the settings whose values are secret.')
param secretNames array = []

@description('Their values, by name. They go into the vault; the app has references.')
@secure()
param secrets object = {}

@description('Who is written to when the bot is not well. Empty: nobody, and no alert is made.')
param alertEmail string = ''

@description('Addresses (CIDR) from which Cosmos DB may be reached. 0.0.0.0 stands for all of Azure\'s data centres; name the outbound addresses of the app to be stricter, or give a subnet below.')
param cosmosAllowedIps array = ['0.0.0.0']

@description('Subnet, delegated to Microsoft.Web/serverFarms and with the service endpoint Microsoft.AzureCosmosDB, that the app joins; Cosmos DB then takes requests from it alone. Needs a plan of at least B1.')
param appSubnetId string = ''

var databaseName = 'handshake'
// Cosmos DB's built-in role "Data Contributor": read and write documents, no management.
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'
// Key Vault's built-in role "Secrets User": read secrets, nothing else.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
// Key Vault's built-in role "Secrets Officer": the bot keeps the newest refresh token there.
var keyVaultSecretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
// Application Insights' built-in role "Monitoring Metrics Publisher": send, read nothing.
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var hasAlerts = !empty(alertEmail)
var plainSettings = [for item in items(settings): { name: item.key, value: item.value }]
// A setting in capitals is a secret in small letters, which is what a vault takes.
var secretSettings = [for name in secretNames: { name: name, value: '@Microsoft.KeyVault(VaultName=${resourceBaseName};SecretName=${toLower(replace(name, '_', '-'))})' }]
var inSubnet = !empty(appSubnetId)
var allowedIps = [for ip in cosmosAllowedIps: { ipAddressOrRange: ip }]

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
    disableKeyBasedMetadataWriteAccess: true
    isVirtualNetworkFilterEnabled: inSubnet
    virtualNetworkRules: inSubnet ? [{ id: appSubnetId }] : []
    ipRules: inSubnet ? [] : allowedIps
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

// The secrets of the sources. The app gets them by reference: they stand in none of its settings.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: resourceBaseName
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource values 'secrets' = [for name in secretNames: {
    name: toLower(replace(name, '_', '-'))
    properties: { value: secrets[name] }
  }]
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource mayKeepToken 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsOfficer)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: resourceBaseName
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30, features: { disableLocalAuth: true } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: resourceBaseName
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id, DisableLocalAuth: true }
}

resource mayTellInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
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
  dependsOn: [mayReadSecrets]
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: inSubnet ? appSubnetId : null
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // Not `npm start`, which is the sandbox on a developer's machine.
      appCommandLine: 'node index.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appSettings: concat([
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
        { name: 'KEY_VAULT_URL', value: vault.properties.vaultUri }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        // The connection string alone lets nobody send: the identity does.
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identity.properties.clientId}' }
      ], heapMb == 0 ? [] : [
        { name: 'NODE_OPTIONS', value: '--max-old-space-size=${heapMb}' }
      ], plainSettings, secretSettings)
    }
  }

  // Publishing with a user name and password, off for both ways; the toolkit publishes with an Entra token.
  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noBasicPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// Who read or changed what, beside the bot's own lines.
resource cosmosDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: cosmos
  properties: {
    workspaceId: logs.id
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
    metrics: [{ category: 'Requests', enabled: true }]
  }
}

resource vaultDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: { workspaceId: logs.id, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

// Not the HTTP log: the addresses of the webhooks end in their secrets.
resource appDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'AppServiceAuditLogs', enabled: true }
      { category: 'AppServiceIPSecAuditLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (hasAlerts) {
  name: resourceBaseName
  location: 'global'
  properties: {
    groupShortName: 'Handshake'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

// No instance answers at /healthz.
resource notAlive 'Microsoft.Insights/metricAlerts@2018-03-01' = if (hasAlerts) {
  name: '${resourceBaseName}-not-alive'
  location: 'global'
  properties: {
    description: 'The bot does not answer at /healthz.'
    severity: 1
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [{ criterionType: 'StaticThresholdCriterion', name: 'health', metricName: 'HealthCheckStatus', metricNamespace: 'Microsoft.Web/sites', operator: 'LessThan', threshold: 100, timeAggregation: 'Average' }]
    }
    actions: [{ actionGroupId: operators.id }]
  }
}

// What the bot itself warns of: jobs that fail, sources that cannot be read, a sign-in that cannot be renewed, stuck accounts.
resource notWell 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = if (hasAlerts) {
  name: '${resourceBaseName}-not-well'
  location: location
  properties: {
    displayName: 'Handshake is not well'
    description: 'A job fails, or a source cannot be read. "health" in the chat with the bot says which, and what to do.'
    severity: 2
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [{
        query: 'traces | where message has_any ("A job failed", "A source cannot be read now", "could not be renewed", "has been stuck for days")'
        timeAggregation: 'Count'
        operator: 'GreaterThan'
        threshold: 0
      }]
    }
    actions: { actionGroups: [operators.id] }
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

// Written back to env/.env.<environment> by the toolkit: npm run check then looks at what was deployed.
output AZURE_APP_SERVICE_RESOURCE_ID string = app.id
output BOT_DOMAIN string = app.properties.defaultHostName
output BOT_ENDPOINT string = 'https://${app.properties.defaultHostName}'
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_TYPE string = 'UserAssignedMsi'
output STORE string = 'cosmos'
output COSMOS_ENDPOINT string = cosmos.properties.documentEndpoint
output COSMOS_DATABASE string = databaseName
output KEY_VAULT_URL string = vault.properties.vaultUri
