const { join, sep } = require('node:path');
const { LIBRARIES, fileOf } = require('./list.cjs');

const bundled = new Map(
  LIBRARIES.map((library) => [library, join(__dirname, '..', '..', 'out', 'libraries', fileOf(library))]),
);

/** Our own files get the bundled libraries; packages get what they have installed, which may be another version. */
module.exports = function resolve(request, options) {
  const file = bundled.get(request);
  const isOurs = !options.basedir.split(sep).includes('node_modules');
  return file !== undefined && isOurs ? file : options.defaultResolver(request, options);
};
