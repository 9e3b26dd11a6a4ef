'use strict';

const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { compileFunction } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { BUILT_IN, BUNDLE, CODE, PARAMETERS } = require('./list.cjs');

const folder = join(__dirname, '..', '..', 'out', 'libraries');
/** Read once a process, which runs many test files. */
let bundle;

/** Jest's own environment of Node, where the bundled libraries are loaded from what V8 compiled before. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    let loaded;
    // Called by the files that stand for the libraries; `require` is that of the test file, for what is Node's own.
    this.global.bundledLibraries = (require) => (loaded ??= load(this, require));
  }
};

function load(world, require) {
  const parsingContext = world.getVmContext();
  const filename = join(folder, BUNDLE);
  bundle ??= { text: readFileSync(filename, 'utf8'), cachedData: readFileSync(join(folder, CODE)) };
  const { text, cachedData } = bundle;
  const module = { exports: {} };
  const run = compileFunction(text, PARAMETERS, { filename, parsingContext, cachedData });
  const builtIn = BUILT_IN.map((name) => world.global[name]);
  run.call(module.exports, module.exports, require, module, filename, dirname(filename), ...builtIn);
  return module.exports;
}
