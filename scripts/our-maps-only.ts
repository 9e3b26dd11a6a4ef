import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * The source map of the bundle leads to lines of our files only: with those of all packages it is ten times as long, and
 * Node reads it at every start. The bundler takes over the map that a file brings; a package's file brings one that
 * names the file and none of its lines.
 */
export const ourMapsOnly: Plugin = {
  name: 'our-maps-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${FILE_ONLY}`,
      loader: 'default',
    }));
  },
};

const FILE_ONLY = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');
