/** What may import what, and the other rules that hold for every file. `architecture.test.ts` applies them. */
import { dirname, join, normalize } from 'node:path/posix';

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Folder (or file) of src -> the others that it may import, besides itself. Nothing else is allowed: a new folder must
 * be entered here, and that is the moment to ask where it stands.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  runtime: ['domain'],
  matching: ['domain'],
  // The ports say what the bot needs of the outside, in the words of the domain.
  provider: ['domain'],
  directory: ['domain'],
  store: ['domain'],
  courier: ['domain'],
  groups: ['runtime'],
  permissions: ['domain'],
  uploads: [],
  // What comes in and what goes back, as values.
  turn: ['domain', 'courier', 'uploads'],
  // The bot's memory of customers and accounts.
  register: ['domain', 'matching', 'store', 'runtime'],
  commands: ['domain', 'matching'],
  actions: ['domain', 'matching', 'commands'],
  // What a message means in its talk.
  talk: ['domain', 'commands'],
  // Who may do what: rows are intents and verbs.
  policy: ['domain', 'commands', 'actions'],
  views: ['domain', 'matching', 'commands', 'actions', 'courier', 'provider', 'directory'],
  // All ports together, for whoever needs more than one.
  ports: [
    ...['domain', 'register', 'runtime'],
    ...['groups', 'permissions', 'provider', 'directory', 'store', 'courier', 'uploads'],
  ],
  // Reading and changing documents; from the sources to them; from them to Teams and Work 365; what answers a person.
  records: ['domain', 'matching', 'ports', 'provider', 'register', 'store', 'turn'],
  sync: ['domain', 'matching', 'ports', 'provider', 'directory', 'store', 'records'],
  reconcile: ['domain', 'policy', 'matching', 'ports', 'register', 'directory', 'store', 'courier', 'records'],
  tasks: ['domain', 'runtime', 'matching', 'ports', 'provider', 'store', 'records', 'sync'],
  turns: [
    ...[
      'domain',
      'commands',
      'talk',
      'actions',
      'policy',
      'views',
      'ports',
      'records',
      'reconcile',
      'tasks',
      'runtime',
    ],
    ...['courier', 'turn'],
  ],
  teams: ['domain', 'runtime', 'courier', 'uploads', 'turn'],
  jobs: ['domain', 'ports', 'provider', 'records', 'sync', 'reconcile', 'runtime', 'store'],
  // A person's consent, and the newest form of it.
  signin: ['domain', 'runtime', 'store', 'ports', 'records'],
  // Adapters: their port, the domain and the runtime.
  providers: ['domain', 'runtime', 'provider'],
  directories: ['domain', 'runtime', 'directory'],
  stores: ['domain', 'runtime', 'store'],
  sandbox: ['domain', 'runtime'],
  config: ['runtime', 'domain'],
  // The guide and the check of an administrator; a bot that runs loads the check when it looks at its permissions.
  setup: ['domain', 'runtime', 'config', 'store', 'directories', 'signin'],
  index: ['app', 'config', 'runtime', 'store'],
};

/** The one place that puts everything together; it may import all of src but the sandbox. */
const ASSEMBLY = 'app';

/** SDKs of the platform: no longer developed, so the successor must be one folder's work. */
const PLATFORM = /^(botbuilder|botframework-|@microsoft\/teams-ai|restify)/;

/** Imports that break the rule, each as a sentence. */
export function importFaults(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ path }) => path.startsWith('src/')).flatMap((file) => faultsOf(file));
}

function faultsOf({ path, text }: SourceFile): readonly string[] {
  const from = roomOf(path);
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const allowed = from === 'teams' || !PLATFORM.test(specifier);
      return allowed ? [] : [`${path} imports ${specifier}; only src/teams may`];
    }
    const target = normalize(join(dirname(path), specifier));
    if (!target.startsWith('src/'))
      return target.startsWith('cards/') && from === 'views' ? [] : [`${path} imports ${target}`];
    const to = roomOf(target);
    if (to === from || (from === ASSEMBLY && to !== 'sandbox')) return [];
    if (MAY_IMPORT[from] === undefined && from !== ASSEMBLY)
      return [`${path} is in no room that test/architecture.ts knows`];
    return (MAY_IMPORT[from] ?? []).includes(to) ? [] : [`${path} imports ${target}; ${from} must not know ${to}`];
  });
}

/** `src/tasks/map.ts` -> `tasks`, `src/store.ts` -> `store`. */
function roomOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/\.ts$/, '');
}

/** Everything that a file imports, exports from or requires. */
export function importsOf(text: string): readonly string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** Lines at which a file needs a reason. */
const LONGEST = 280;

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|-)(utils?|helpers?|common|managers?|services?|misc|stuff)$/;

export function shapeFaults(
  files: readonly SourceFile[],
  longForAReason: Readonly<Record<string, string>>,
): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.test)?\.ts$/, '');
    const lines = text.split('\n').length - 1;
    const allowed = longForAReason[path] !== undefined;
    return [
      ...(lines > LONGEST && !allowed ? [`${path} has ${lines} lines`] : []),
      ...(lines <= LONGEST && allowed ? [`${path} is short again: take it off the list`] : []),
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${path} is not in kebab-case`]),
      ...(EMPTY_NAMES.test(name) ? [`${path} says nothing about what is inside`] : []),
      ...(/^export default\b/m.test(text) ? [`${path} has a default export`] : []),
      ...(/\b(describe|it|test)\.(skip|only|todo)\b|\bx(it|describe)\(/.test(text) ? [`${path} leaves tests out`] : []),
    ];
  });
}

/** Words that would tie the project to one machine or registry. Put together here, so that this file is clean itself. */
const LOCAL = [
  ['registry', String.raw`\.(npm`, 'js|yarn', String.raw`pkg)\.`].join(''),
  [String.raw`deb\.`, String.raw`debian\.org`].join(''),
  [String.raw`(^|[\s'"(=:])/(`, 'wo', 'rk|fa', String.raw`rm)/`].join(''),
  [String.raw`/(home|`, String.raw`Users)/[a-z]+/`].join(''),
].map((pattern) => new RegExp(pattern, 'm'));

export function localityFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    LOCAL.flatMap((pattern) => {
      const match = pattern.exec(text);
      return match === null ? [] : [`${path} holds ${match[0].trim()}`];
    }),
  );
}
