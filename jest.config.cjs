const { BUILT_IN } = require('./test/libraries/list.cjs');

/** Types are checked by `npm run types`; here each file is only stripped of them, which keeps a single test fast. */
module.exports = {
  testEnvironment: '<rootDir>/test/libraries/environment.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }],
  },
  globalSetup: '<rootDir>/test/libraries/bundle.ts',
  sandboxInjectedGlobals: BUILT_IN,
  resolver: '<rootDir>/test/libraries/resolve.cjs',
  reporters: ['default', '<rootDir>/test/libraries/still-running.cjs'],
  // Tests of a file run in another order each time; `--seed` with the number that a run names brings its order back.
  randomize: true,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/mutants/', '<rootDir>/.data'],
  // A test that hangs is found as well after two minutes; one that works on a busy machine is not taken for one.
  testTimeout: 120_000,
  // One more than the cores of a small machine: browsers, processes and servers are waited for as well.
  maxWorkers: 3,
  // What libraries keep of each file adds up to gigabytes, which are collected again and again: a worker begins anew before.
  workerIdleMemoryLimit: '1GB',
};
