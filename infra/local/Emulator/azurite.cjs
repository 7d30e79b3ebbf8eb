// Runs Azurite for as long as the process that started it lives: standard input is a pipe from there, and its end means
// that process is gone, however it died.
'use strict';
process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();

// Ctrl-C reaches the whole terminal group; the parent still needs its storage then, and ends this process itself.
process.on('SIGINT', () => {});
const once = process.once;
process.once = function (event, ...rest) {
  return event === 'SIGINT' ? process : once.call(process, event, ...rest);
};

// Azurite asks for an entity by partition, then row; its store uses an index for the first of the two alone, and so walks
// through a whole partition for every entity. Asked by row first it finds the same entity at once.
const { Collection } = require('lokijs');
const findOne = Collection.prototype.findOne;
Collection.prototype.findOne = function (query) {
  const { PartitionKey, RowKey, ...rest } = query ?? {};
  return findOne.call(this, PartitionKey === undefined || RowKey === undefined ? query : { RowKey, PartitionKey, ...rest });
};

require('azurite/dist/src/azurite.js');
