import { ELSE } from '../../../src/commands/hearing/model';
import { TEAM } from './lessons';
import type { Marked } from './spans';

/** The class of an utterance: its intent with the kind of its arguments. */
export function classOf({ intent, args }: Pick<Marked, 'intent' | 'args'>): string {
  if (intent === 'list' || intent === 'show') return `${intent}:${String(args['what'])}`;
  if (intent === 'unwatch' && args['all'] === true) return 'unwatch:all';
  if (intent !== 'settings') return intent;
  const value = said(args['value']);
  const kind = ['on', 'off', 'daily', 'weekly', ''].includes(value) ? value : value.endsWith('day') ? 'day' : 'lang';
  return `settings:${said(args['topic'])}:${kind}`;
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What else is said, in kinds: taken as one, all else would be too many things to be told from what a team says. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  unknown: 'unknown',
  watch: 'watches',
  unwatch: 'watches',
  map: 'maps',
  unmap: 'maps',
  undo: 'maps',
  settings: 'bot',
  help: 'bot',
  greeting: 'bot',
  thanks: 'bot',
};
export const TEAM_CLASSES = [
  ...['questions', ...new Set(Object.values(OTHER_KINDS))].map((kind) => `${ELSE}:${kind}`),
  ...TEAM,
];

/** The same for the judge of what a team says. */
export function teamClassOf(wanted: string): string {
  const [name = ''] = wanted.split(':');
  return TEAM.has(name) ? name : `${ELSE}:${OTHER_KINDS[name] ?? 'questions'}`;
}
