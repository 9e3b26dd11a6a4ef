// teams-ai brings prompts and tokenizers of its own, whose tables take a fifth of the bot's start and which the bot
// never calls. In the bundle they are loaded by their first call instead; what they do then is the same.
const FUNCTIONS = {
  '@microsoft/recognizers-text-choice': ['recognizeBoolean'],
  '@microsoft/recognizers-text-date-time': ['recognizeDateTime'],
  '@microsoft/recognizers-text-number': ['recognizeNumber', 'recognizeOrdinal'],
  'gpt-tokenizer': ['decode', 'encode'],
  'gpt-tokenizer/cjs/model/text-davinci-003': ['decode', 'encode'],
};
/** Of the whole suite only the table of cultures is used, which this part of it holds as well. */
const SMALLER = { '@microsoft/recognizers-text-suite': '@microsoft/recognizers-text' };
const FROM = /[\\/]node_modules[\\/](?:botbuilder-dialogs|@microsoft[\\/]teams-ai)[\\/]/;

/** A plugin for esbuild. */
export const onFirstUse = {
  name: 'on-first-use',
  setup(build) {
    build.onResolve({ filter: /^(?:@microsoft\/recognizers-text-|gpt-tokenizer)/ }, (wanted) => {
      if (!FROM.test(wanted.importer)) return undefined;
      const smaller = SMALLER[wanted.path];
      if (smaller !== undefined)
        return build.resolve(smaller, { kind: wanted.kind, resolveDir: wanted.resolveDir, importer: wanted.importer });
      if (FUNCTIONS[wanted.path] === undefined) return undefined;
      return { path: wanted.path, namespace: 'on-first-use', pluginData: wanted.resolveDir };
    });
    build.onLoad({ filter: /.*/, namespace: 'on-first-use' }, ({ path, pluginData }) => ({
      contents: FUNCTIONS[path]
        .map((name) => `exports.${name} = (...given) => require(${JSON.stringify(path)}).${name}(...given);`)
        .join('\n'),
      resolveDir: pluginData,
    }));
  },
};
