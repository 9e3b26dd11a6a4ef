import type { Verb } from '../actions/action';
import type { IntentName } from '../commands/intent';
import { SENDER_KINDS } from '../domain/sender';
import type { SenderKind } from '../domain/sender';

/**
 * Who may do what. Rows are everything that the bot does, columns the kinds of sender. This table is the only place that
 * decides; `docs/security.md` is printed from it, and a test walks all of it through the real door.
 */

/**
 * - `hello`: what tells nothing about anybody's customers
 * - `read`: facts about customers, and what belongs to oneself
 * - `read-people`: a customer's users with their logins; not where people outside of the circles look on
 * - `decide`: what others see changed: mappings, and the settings of a shared conversation
 * - `administer`: who may use the bot
 */
export type Right = 'hello' | 'read' | 'read-people' | 'decide' | 'administer';

const HOLDERS: Readonly<Record<Right, readonly SenderKind[]>> = {
  'hello': ['administrator', 'mapper', 'reader', 'colleague'],
  'read': ['administrator', 'mapper', 'reader'],
  'read-people': ['administrator', 'mapper', 'reader'],
  'decide': ['administrator', 'mapper'],
  'administer': ['administrator'],
};

/** What is typed. A proposal to map shows an account and needs a click, so it is read here and decided there. */
const ASKING: Readonly<Record<IntentName, Right>> = {
  status: 'read',
  list: 'read',
  show: 'read',
  invite_link: 'read',
  invited: 'read',
  invitations: 'read',
  uninvite: 'read',
  endings: 'read',
  watch: 'read',
  unwatch: 'read',
  watches: 'read',
  review: 'decide',
  map: 'read',
  create: 'decide',
  assign: 'decide',
  unassign: 'decide',
  request: 'decide',
  remind: 'read',
  snooze: 'decide',
  wake: 'decide',
  announced: 'read',
  mute: 'read',
  unmute: 'read',
  unmap: 'read',
  undo: 'read',
  who_mapped: 'read',
  history: 'read',
  export: 'read',
  report: 'read',
  compare: 'read',
  settings: 'read',
  names: 'read',
  health: 'read',
  help: 'hello',
  greeting: 'hello',
  thanks: 'hello',
};

const CLICKING: Readonly<Record<Verb, Right>> = {
  'pick': 'decide',
  'ignore': 'decide',
  'reopen': 'decide',
  'undo': 'decide',
  'search': 'read',
  'account': 'read',
  'refresh': 'read',
  'refresh-shared': 'read',
  'look-again': 'read',
  'ask-again': 'read',
  'which': 'read',
  'list': 'read',
  'confirm-map': 'decide',
  'which-name': 'read',
  'which-customer': 'read',
  'watch': 'read',
  'watch-account': 'read',
  'unwatch': 'read',
  'watch-again': 'read',
  'watch-reply': 'read',
  'conflict': 'decide',
  'choose-row': 'decide',
  'forget-me': 'hello',
  'approve-team': 'administer',
  'names': 'read',
  'forget-name': 'decide',
  'settings': 'read',
  'hear-of': 'read',
  'route': 'read',
  'muting': 'read',
  'quiet': 'read',
  'review': 'decide',
  'review-save': 'decide',
  'review-undo': 'decide',
  'compare': 'read',
  'create-form': 'decide',
  'create': 'decide',
  'create-anyway': 'decide',
  'create-give-up': 'decide',
  'assign': 'decide',
  'unassign': 'decide',
  'request': 'decide',
  'request-reply': 'decide',
  'request-back': 'decide',
  'snooze': 'decide',
  'wake': 'decide',
  'holdings': 'read',
  'invite': 'read',
  'invited': 'read',
  'invited-reply': 'read',
  'invitations': 'read',
  'uninvite': 'read',
  'watch-invited': 'read',
  'follow-up': 'read',
  'history': 'read',
  'decisions': 'read',
  'export': 'read',
  'report': 'read',
  'help': 'hello',
  'type': 'hello',
  'cancel': 'hello',
};

/** What is told without being asked, to somebody in their own chat; search as you type; and what is asked from other chats. */
const OTHER = {
  'ask what is kept of oneself': 'hello',
  'search-customers': 'read',
  'find from a compose box': 'read',
  'ask who a message is about': 'read',
  'unfold a link': 'read',
  'take a file': 'read',
  'hear what waits': 'read',
  'see-users': 'read-people',
  'change-shared-settings': 'decide',
  'forget-learned-name': 'decide',
  'hear-watch': 'read',
  'hear-invitation': 'read',
  'hear-digest': 'read',
  'hear-news': 'read',
  'see-watches-of-others': 'administer',
} as const satisfies Readonly<Record<string, Right>>;

/** One row of the policy. */
export type Deed = `ask ${IntentName}` | `click ${Verb}` | keyof typeof OTHER;

const rights = new Map<string, Right>([
  ...Object.entries(ASKING).map(([name, right]) => [`ask ${name}`, right] as const),
  ...Object.entries(CLICKING).map(([verb, right]) => [`click ${verb}`, right] as const),
  ...Object.entries(OTHER),
]);

/** The right that a deed takes. Every deed has one; a row that is missing would be nobody's. */
export function rightOf(deed: Deed): Right {
  return rights.get(deed) ?? 'administer';
}

export function mayDo(kind: SenderKind, deed: Deed): boolean {
  return HOLDERS[rightOf(deed)].includes(kind);
}

/** Every row with the kinds of sender that it allows, in the order in which they are written down. */
export function policyRows(): readonly {
  readonly deed: Deed;
  readonly right: Right;
  readonly allowed: readonly SenderKind[];
}[] {
  return [...rights].map(([deed, right]) => ({
    // The map's keys are the deeds; TypeScript forgets that in a map over strings.
    deed: deed as Deed,
    right,
    allowed: SENDER_KINDS.filter((kind) => HOLDERS[right].includes(kind)),
  }));
}
