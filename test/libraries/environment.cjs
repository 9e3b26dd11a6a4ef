'use strict';

const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { BUILT_IN, BUNDLE, CODE, wrapped } = require('./list.cjs');

const folder = join(__dirname, '..', '..', 'out', 'libraries');
/** Compiled once a process, which runs many test files. */
let bundle;
/** What is dear to make and may be the same for every test file of a process. */
const made = new Map();

/** Jest's own environment of Node, where the bundled libraries are loaded from what V8 compiled before. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    let loaded;
    // Called by the files that stand for the libraries; `require` is that of the test file, for what is Node's own.
    this.global.bundledLibraries = (require) => (loaded ??= load(this, require));
    this.global.madeOnce = (name, make) => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name);
    };
  }
};

function load(world, require) {
  const filename = join(folder, BUNDLE);
  bundle ??= new Script(wrapped(readFileSync(filename, 'utf8')), {
    filename,
    cachedData: readFileSync(join(folder, CODE)),
  });
  const run = bundle.runInContext(world.getVmContext());
  const module = { exports: {} };
  const builtIn = BUILT_IN.map((name) => world.global[name]);
  run.call(module.exports, module.exports, require, module, filename, dirname(filename), ...builtIn);
  return module.exports;
}
