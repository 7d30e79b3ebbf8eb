using 'main.bicep'

param environmentName = 'dev'
param maximumInstances = 2
