using 'main.bicep'

param environmentName = 'prod'
param maximumInstances = 20
param storageReplication = 'Standard_ZRS'
param logRetentionDays = 90
param withVault = true
