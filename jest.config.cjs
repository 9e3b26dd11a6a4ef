/** Types are checked by `npm run types`; here each file is only stripped of them, which keeps a single test fast. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data'],
  testTimeout: 30_000,
  maxWorkers: 2,
  // What libraries keep of each file adds up to gigabytes, which are collected again and again: a worker begins anew before.
  workerIdleMemoryLimit: '1GB',
};
