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

require('azurite/dist/src/azurite.js');
