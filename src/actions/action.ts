import { z } from 'zod';
import { wellFormed } from '../domain/unseen';
import { assignVerbs } from './assign-verbs';
import { snoozeTyped, snoozeVerbs } from './snooze-verbs';
import { whichVerbs } from './which-verbs';
import { createVerbs, detailInput, detailsTyped } from './create-verbs';
import { accountIdField, also, idField, typed } from './ids';
import { settingTyped, settingsVerbs } from './settings-verbs';
import { invitationVerbs } from './invitation-verbs';
import { reviewVerbs, withChoices } from './review-verbs';
import { figureVerbs } from './figure-verbs';
import { listed, period, view } from './list-fields';

/**
 * What a button on a card asks for. The table below is the only list of verbs: printing, parsing and the type come from
 * it. A payload carries ids and the decision that its card showed, never facts: it comes back from the client, perhaps
 * from a card of last year, so everything else is looked up anew.
 */

/** Version of the payload's shape. Cards of another format get a civil answer and a fresh card. */
export const ACTION_FORMAT = 1;

const offset = z.number().int().min(0).max(1_000_000);
/** The account's `mappingVersion` that the card showed: a click on a card from before an undo is known by it. */
const asOf = z.number().int().min(0).exactOptional();
/** What the question named that this click answers: a customer that fits better, a decision of somebody else. */
const despite = z.array(idField).max(2).exactOptional();
/** Whose question the card asks, where others could answer it; the name is said to whoever is not that person. */
const asker = z.object({ id: idField, name: z.string().max(300).transform(wellFormed) }).exactOptional();
const verbs = [
  /** Map the account; `seen` is the decision that is replaced, when the card showed one. */
  z.object({
    verb: z.literal('pick'),
    accountId: accountIdField,
    customerId: idField,
    seen: idField.exactOptional(),
    asOf,
    despite,
    also,
  }),
  z.object({ verb: z.literal('ignore'), accountId: accountIdField, asOf, asker }),
  z.object({ verb: z.literal('reopen'), accountId: accountIdField, seen: idField, asOf, despite }),
  z.object({ verb: z.literal('undo'), accountId: accountIdField, seen: idField, asOf, despite, also }),
  /** Search all customers for this account. */
  z.object({ verb: z.literal('search'), accountId: accountIdField, query: typed, offset: offset.exactOptional() }),
  /** Show the account below; `from` says what the message shows that was clicked, so that it can be redrawn. */
  z.object({ verb: z.literal('account'), accountId: accountIdField, from: view.exactOptional() }),
  z.object({ verb: z.literal('refresh'), accountId: accountIdField }),
  /** The same on a card that somebody put into a message, where others read it. */
  z.object({ verb: z.literal('refresh-shared'), accountId: accountIdField }),
  /** Ask the provider anew, and show the same answer as it is now. */
  z.object({
    verb: z.literal('look-again'),
    accountId: accountIdField,
    facts: z
      .array(z.enum(['reseller', 'agreement', 'admin']))
      .max(3)
      .optional(),
  }),
  /** The same for a name that was nobody's in the list, or could not be looked up. */
  z.object({ verb: z.literal('ask-again'), query: typed }),
  ...whichVerbs,
  z.object({ verb: z.literal('list'), ...listed }),
  /** The click that a typed `map A to B` asks for. */
  z.object({
    verb: z.literal('confirm-map'),
    accountId: accountIdField,
    customerId: idField,
    seen: idField.exactOptional(),
    asOf,
    despite,
    asker,
  }),
  z.object({ verb: z.literal('which-customer'), accountId: accountIdField, customerId: idField }),
  /** `anyway`: also where somebody of a like name has accepted. */
  z.object({ verb: z.literal('watch'), query: typed, anyway: z.literal(true).exactOptional() }),
  /** Watch this account; `instead` of a watch that went by another name. */
  z.object({ verb: z.literal('watch-account'), accountId: accountIdField, instead: idField.exactOptional() }),
  z.object({ verb: z.literal('unwatch'), watchId: idField }),
  /** Takes back that these watches were stopped; the names are those of the person who clicks. */
  z.object({ verb: z.literal('watch-again'), queries: z.array(typed).min(1).max(50) }),
  z.object({ verb: z.literal('watch-reply'), watchId: idField, accountId: accountIdField, yes: z.boolean() }),
  /** Work 365 says one customer and we another; `seen` is our decision, absent while the account is open here. */
  /** To be forgotten; asked once before it is done. */
  z.object({ verb: z.literal('forget-me'), sure: z.boolean() }),
  /** An administrator lets the bot speak in a team, or not. */
  z.object({ verb: z.literal('approve-team'), teamId: idField, yes: z.boolean() }),
  z.object({
    verb: z.literal('conflict'),
    accountId: accountIdField,
    keep: z.enum(['ours', 'theirs']),
    seen: idField.exactOptional(),
    asOf,
  }),
  /** Which of several rows of Work 365 is the account's; `seen` is the one that the card showed as chosen. */
  z.object({ verb: z.literal('choose-row'), accountId: accountIdField, rowId: idField, seen: idField.exactOptional() }),
  /** Another page of the learned names. */
  z.object({ verb: z.literal('names'), offset }),
  z.object({ verb: z.literal('forget-name'), accountId: accountIdField }),
  ...settingsVerbs,
  ...reviewVerbs,
  ...createVerbs,
  ...assignVerbs,
  ...snoozeVerbs,
  ...invitationVerbs,
  z.object({
    verb: z.literal('holdings'),
    accountId: accountIdField,
    what: z.enum(['subscriptions', 'licences', 'services', 'users']),
  }),
  z.object({ verb: z.literal('invite'), company: typed.exactOptional(), provider: idField.exactOptional() }),
  /** The story of an account; `offset` leaves out so many of the newest entries. */
  z.object({ verb: z.literal('history'), accountId: accountIdField, offset: offset.exactOptional() }),
  /** What was decided over all accounts. */
  z.object({ verb: z.literal('decisions'), offset, period: period.exactOptional() }),
  ...figureVerbs,
  z.object({
    verb: z.literal('help'),
    topic: z.string().max(40).exactOptional(),
    offset: offset.exactOptional(),
  }),
  /** As if the person had typed the line: for suggestions. */
  z.object({ verb: z.literal('type'), line: typed, asker }),
  z.object({ verb: z.literal('cancel'), asker }),
] as const;

const actionSchema = z.discriminatedUnion('verb', verbs);

export type Action = Readonly<z.output<typeof actionSchema>>;
export type Verb = Action['verb'];

/** The person whose question a card asks. */
export type CardAsker = NonNullable<Extract<Action, { readonly verb: 'cancel' }>['asker']>;

/** What a button can carry when the rest comes from an input of its card: the choice, the search text, the setting. */
export type AwaitingInput =
  | Omit<Extract<Action, { readonly verb: 'pick' }>, 'customerId'>
  | Omit<Extract<Action, { readonly verb: 'search' }>, 'query'>
  | Omit<Extract<Action, { readonly verb: 'create' }>, 'details'>
  | Omit<Extract<Action, { readonly verb: 'settings' }>, 'value'>
  | Omit<Extract<Action, { readonly verb: 'hear-of' }>, 'providers'>
  | Pick<Extract<Action, { readonly verb: 'quiet' }>, 'verb' | 'on'>
  | Pick<Extract<Action, { readonly verb: 'route' | 'muting' }>, 'verb'>;

/** Whether a click of this verb may change something that others see. The compiler asks for every verb. */
const changing: Readonly<Record<Verb, boolean>> = {
  'pick': true,
  'ignore': true,
  'reopen': true,
  'undo': true,
  'search': false,
  'account': false,
  'refresh': false,
  'refresh-shared': false,
  'look-again': false,
  'ask-again': false,
  'which': false,
  'which-name': false,
  'list': false,
  'confirm-map': true,
  'which-customer': false,
  'watch': true,
  'watch-account': true,
  'unwatch': true,
  'watch-again': true,
  'watch-reply': true,
  'conflict': true,
  'choose-row': true,
  'forget-me': true,
  'approve-team': true,
  'names': false,
  'forget-name': true,
  'settings': true,
  'hear-of': true,
  'route': true,
  'muting': true,
  'quiet': true,
  'review': false,
  'review-save': true,
  'review-undo': true,
  'compare': false,
  'create-form': false,
  'create': true,
  'assign': true,
  'unassign': true,
  'request': true,
  'request-reply': true,
  'request-back': true,
  'snooze': true,
  'wake': true,
  'create-anyway': true,
  'create-give-up': true,
  'holdings': false,
  'invite': false,
  'invited': true,
  'invited-reply': true,
  'uninvite': true,
  'invitations': false,
  'watch-invited': true,
  'follow-up': false,
  'history': false,
  'decisions': false,
  'export': false,
  'report': false,
  'help': false,
  'type': false,
  'cancel': false,
};

export function actionChanges(action: Action): boolean {
  return changing[action.verb];
}

/** All verbs, in the order of the table. */
export const VERBS: readonly Verb[] = verbs.map((verb) => verb.shape.verb.value);

/**
 * - `not-ours`: no payload of this bot
 * - `other-format`: written by an older or newer version of the bot
 * - `unknown-verb`: a button that no longer exists
 * - `malformed`: the verb is known, its fields are not what they should be
 * - `nothing-chosen`: the button needs a choice and none was made
 * - `nothing-typed`: the button needs a text and the field was empty
 */
export type RefusalWhy =
  'not-ours' | 'other-format' | 'unknown-verb' | 'malformed' | 'nothing-chosen' | 'nothing-typed';

export type ParsedAction =
  | { readonly parsed: 'action'; readonly action: Action }
  /** `accountId` where it could still be read, so that a fresh card of that account can be shown. */
  | { readonly parsed: 'refused'; readonly why: RefusalWhy; readonly accountId?: string };

/** The payload to put on a button. */
export function actionData(action: Action | AwaitingInput): object {
  return { handshake: ACTION_FORMAT, ...action };
}

/** Reads what a client sent back. Inputs arrive beside the payload: `customer`, `query`, `value`, a review's `row0` to `row11`, a new customer's `new-name`. */
export function parseAction(data: unknown): ParsedAction {
  const envelope = envelopeSchema.safeParse(data);
  if (!envelope.success) return { parsed: 'refused', why: 'not-ours' };
  const payload = envelope.data;
  const account = accountIdField.safeParse(payload['accountId']);
  const refused = (why: RefusalWhy): ParsedAction => ({
    parsed: 'refused',
    why,
    ...(account.success ? { accountId: account.data } : {}),
  });
  if (payload.handshake !== ACTION_FORMAT) return refused('other-format');
  if (!VERBS.some((verb) => verb === payload.verb)) return refused('unknown-verb');
  const action = actionSchema.safeParse(withInputs(payload));
  if (action.success) return { parsed: 'action', action: action.data };
  return refused(whyMalformed(payload));
}

const envelopeSchema = z.looseObject({ handshake: z.number().int(), verb: z.string() });
type Envelope = z.output<typeof envelopeSchema>;

/** A customer named by the button itself wins over the card's choice: the person clicked that very button. */
function withInputs(payload: Envelope): Envelope {
  const { verb } = payload;
  const setting = Object.hasOwn(settingTyped, verb) ? settingTyped[verb] : undefined;
  if (setting !== undefined) return { ...payload, ...setting(payload) };
  if (verb === 'create') return { ...payload, details: payload['details'] ?? detailsTyped(payload) };
  if (verb === 'snooze') return { ...payload, ...snoozeTyped(payload) };
  if (verb === 'review-save') return { ...payload, rows: withChoices(payload) };
  if (verb !== 'pick' || payload['customerId'] !== undefined) return payload;
  return { ...payload, customerId: payload['customer'] };
}

function whyMalformed(payload: Envelope): RefusalWhy {
  const isEmpty = (field: string): boolean => {
    const value = payload[field];
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  };
  if (payload.verb === 'pick' && isEmpty('customerId') && isEmpty('customer')) return 'nothing-chosen';
  if (payload.verb === 'create' && isEmpty(detailInput('name'))) return 'nothing-typed';
  if ((payload.verb === 'search' || payload.verb === 'watch') && isEmpty('query')) return 'nothing-typed';
  return 'malformed';
}
