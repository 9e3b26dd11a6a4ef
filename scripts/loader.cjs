// dist/index.js: runs the bundled bot beside it, with the code that V8 compiled at build time when that fits this Node.
'use strict';
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const file = join(__dirname, 'bot.js');
const cacheFile = join(__dirname, 'bot.cache');
const writing = process.env.HANDSHAKE_CODE_CACHE === 'write';
const cachedData = !writing && existsSync(cacheFile) ? readFileSync(cacheFile) : undefined;
const script = new vm.Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
  {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  },
);
if (writing) {
  process.once('SIGUSR2', () => {
    writeFileSync(cacheFile, script.createCachedData());
    process.exit(0);
  });
}
script.runInThisContext().call(module.exports, module.exports, require, module, file, __dirname);
