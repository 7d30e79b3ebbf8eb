// Everything one environment needs, in one resource group. Nothing holds a key: the function app's own identity opens storage,
// telemetry and vault.
targetScope = 'resourceGroup'

@description('Short name of the environment; part of every resource name.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('Region of all resources; it must offer Flex Consumption.')
param location string = resourceGroup().location

@description('Business time zone (IANA).')
param timeZone string = 'Europe/Paris'

@description('Reporting currency (ISO 4217).')
@minLength(3)
@maxLength(3)
param currency string = 'EUR'

@description('Partitions of each table of facts; fixed when the storage is first used. 4 serve up to 100,000 orders a month.')
@minValue(1)
@maxValue(999)
param shards int = 4

@description('Most instances the function app may scale out to.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 10

@description('How storage is replicated.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageReplication string = 'Standard_LRS'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Also makes a key vault for the secrets of sources and of the mail provider.')
param withVault bool = false

var suffix = uniqueString(resourceGroup().id, environmentName)
// Names are put together here and not passed from module to module, so that a what-if can foresee the whole deployment.
var storageName = 'salesrep${take(environmentName, 4)}${take(suffix, 10)}'
var monitoringName = 'salesreports-${environmentName}'
var vaultName = withVault ? 'sr-${environmentName}-${take(suffix, 10)}' : ''
var functionsName = 'salesreports-${environmentName}-${take(suffix, 6)}'
var tags = { product: 'SalesReports', environment: environmentName }

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    replication: storageReplication
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: monitoringName
    location: location
    retentionDays: logRetentionDays
    tags: tags
  }
}

module vault 'modules/vault.bicep' = if (withVault) {
  params: {
    name: vaultName
    location: location
    tags: tags
  }
}

module functions 'modules/functions.bicep' = {
  params: {
    name: functionsName
    location: location
    storageName: storageName
    packageContainer: storage.outputs.packageContainer
    monitoringName: monitoringName
    maximumInstances: maximumInstances
    settings: {
      TimeZone: timeZone
      Currency: currency
      Shards: string(shards)
    }
    tags: tags
  }
  dependsOn: [monitoring]
}

module access 'modules/access.bicep' = {
  params: {
    appName: functionsName
    principalId: functions.outputs.principalId
    storageName: storageName
    monitoringName: monitoringName
    vaultName: vaultName
  }
  dependsOn: [monitoring, vault]
}

output functionApp string = functionsName
output host string = functions.outputs.host
output storageAccount string = storageName
