import type { Plugin } from 'esbuild';

/**
 * What the libraries for Teams load and Handshake never calls: prompts, language models and their tokenizers, a quarter
 * of the bundle. A stand-in takes their place: it can be loaded, and whoever calls it is told why it is not there.
 */
const NEVER_RUN = /^(?:@microsoft\/recognizers-text-(?:choice|date-time|number)|gpt-tokenizer(?:\/.*)?|openai)$/;
/** Of the whole suite only the table of cultures is used, which this part of it holds as well. */
const SUITE = { whole: '@microsoft/recognizers-text-suite', part: '@microsoft/recognizers-text' };
const FROM = /[\\/]node_modules[\\/](?:botbuilder-dialogs|@microsoft[\\/]teams-ai)[\\/]/;

export const neverRun: Plugin = {
  name: 'never-run',
  setup(build) {
    build.onResolve({ filter: /^(?:@microsoft\/recognizers-text-|gpt-tokenizer|openai)/ }, (wanted) => {
      const { path, importer, kind, resolveDir } = wanted;
      if (!FROM.test(importer)) return undefined;
      if (path === SUITE.whole) return build.resolve(SUITE.part, { kind, resolveDir, importer });
      return NEVER_RUN.test(path) ? { path, namespace: 'never-run' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'never-run' }, ({ path }) => ({ contents: standIn(path) }));
  },
};

/** The text of a module whose every member may be looked at, and throws when it is called. */
export function standIn(name: string): string {
  const why =
    `${name} is not in the bundle, because Handshake calls nothing of it. ` +
    'If it is needed now, take it out of NEVER_RUN in scripts/never-run.ts.';
  return [
    `const refuse = () => { throw new Error(${JSON.stringify(why)}); };`,
    `const member = (_, name) => (name === '__esModule' ? true : typeof name === 'symbol' ? undefined : any);`,
    `const any = new Proxy(function () {}, { get: member, apply: refuse, construct: refuse });`,
    `module.exports = any;`,
  ].join('\n');
}
