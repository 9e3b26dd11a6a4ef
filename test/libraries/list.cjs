/**
 * The libraries that most test files load. Jest loads every module anew for every file; of these that is some 2,400
 * modules and two seconds, so they are bundled once (`bundle.ts`) and each file loads one script instead, which V8 has
 * compiled before (`environment.cjs`).
 * What is listed must be asked for by exactly this name. A library that patches others, or is native, stays as it is.
 */
const LIBRARIES = [
  '@azure/core-rest-pipeline',
  '@azure/cosmos',
  '@azure/identity',
  '@azure/keyvault-secrets',
  '@azure/msal-node',
  '@microsoft/teams-ai',
  'adaptivecards-templating',
  'botbuilder',
  'botframework-connector',
  'cockatiel',
  'csv-parse/sync',
  'fast-check',
  'intl-messageformat',
  'lru-cache',
  'prom-client',
  'read-excel-file/node',
  'restify',
  'tldts',
  'zod',
];

/** All of them in one script, and what V8 made of it. */
const BUNDLE = 'all.cjs';
const CODE = 'all.code';

/**
 * What is the language's own and never replaced by a test. Jest's world looks up each global by a call, a hundred times
 * slower than a parameter, so our modules (`jest.config.cjs`) and the bundle get these as parameters.
 */
const BUILT_IN = [
  'Array',
  'BigInt',
  'Boolean',
  'Error',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'TypeError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'WeakMap',
  'WeakSet',
  'isNaN',
  'parseFloat',
  'parseInt',
];
const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname', ...BUILT_IN];

/** The bundle as one function, on its first line so that lines stay what they are. */
const wrapped = (text) => `(function (${PARAMETERS.join(', ')}) {${text}\n})`;

/** The name of the file that stands for a library. */
const fileOf = (library) => `${library.replaceAll(/[@/]/g, '_')}.cjs`;

module.exports = { BUILT_IN, BUNDLE, CODE, LIBRARIES, fileOf, wrapped };
