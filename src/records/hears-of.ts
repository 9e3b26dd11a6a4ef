import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import { mutedSince } from '../domain/muting';
import { routingFit, isNarrowed } from '../domain/routing';
import type { RoutedBy } from '../domain/routing';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { chosenFrom } from '../matching/slices';
import type { Ports } from '../ports';
import { allProviders } from './all-providers';
import type { NamedProvider } from './all-providers';
import { hearsNews } from './team-approval';

/**
 * The one place that says whether a conversation is told of an account: by its provider, by what was chosen there, because
 * no other channel is told of it, and unless it is muted there.
 *
 * A fact that is not known keeps an account from nobody in silence. While another channel is told of it for certain, whoever
 * may be meant waits for the fact. Else it goes to the channels that take the rest, and without one to all that may be
 * meant. Those who wait are told as soon as the fact is known (`announce-account.ts`).
 */

export type HearingDeps = Pick<Ports, 'register' | 'providers' | 'circles' | 'rehearsal' | 'clock'>;

/**
 * Whether a conversation is told of an account, and what keeps it from that:
 * - `provider`: others were chosen there
 * - `routing`: it does not fit by what is named
 * - `unknown`: it is not known whether it fits
 * - `not-rest`: only what no other channel is told of comes here
 * - `muted`: by a person
 */
export type Reach =
  | { readonly reach: 'here' | 'provider' | 'not-rest' }
  | { readonly reach: 'routing' | 'unknown'; readonly by: RoutedBy }
  | { readonly reach: 'muted'; readonly since: Instant };

/** What one conversation is told of, for many accounts. */
export interface Audience {
  readonly reach: (account: AccountRecord) => Reach;
  readonly hears: (account: AccountRecord) => boolean;
}

const HERE: Reach = { reach: 'here' };
/** So long after an account came, its facts are about to be read: until then only those are told who are meant for certain. */
const FACTS_COME_WITHIN = 3 * MINUTE;

export function hearingIn(deps: HearingDeps, conversation: ConversationRecord): Audience {
  const { settings } = conversation;
  const own = ownReach(deps, conversation);
  const isRest = settings.routing?.rest === true;
  let known: readonly Channel[] | undefined;
  const belongs = (account: AccountRecord): Reach => {
    const reach = own(account);
    if (reach.reach === 'here' || (!isRest && reach.reach !== 'unknown')) return reach;
    known ??= otherChannels(deps, conversation);
    const others = known.map((channel) => channel.own(account));
    if (others.some((other) => other.reach === 'here')) return reach;
    const unsure = [reach, ...others].find((one) => one.reach === 'unknown');
    if (unsure !== undefined && areFactsComing(account, deps.clock.now())) return unsure;
    return isRest || known.every((channel) => !channel.isRest) ? HERE : reach;
  };
  const reach = (account: AccountRecord): Reach => {
    const since = mutedSince(settings, account.id);
    return since === undefined ? belongs(account) : { reach: 'muted', since };
  };
  return { reach, hears: (account) => reach(account).reach === 'here' };
}

/** The same of one account. */
export function hearsOf(deps: HearingDeps, conversation: ConversationRecord, account: AccountRecord): boolean {
  return hearingIn(deps, conversation).hears(account);
}

/** A channel or group chat that takes accounts from the rest, and may take the rest itself. */
interface Channel {
  readonly own: (account: AccountRecord) => Reach;
  readonly isRest: boolean;
}

/** Somebody's own chat spares no channel anything. */
function otherChannels(deps: HearingDeps, { conversationId }: ConversationRecord): readonly Channel[] {
  return [...deps.register.allConversations()]
    .filter((other) => other.conversationId !== conversationId && other.type !== 'personal' && hearsNews(deps, other))
    .map((other) => ({ own: ownReach(deps, other), isRest: other.settings.routing?.rest === true }));
}

/** What was chosen there alone, whatever others are told of. */
function ownReach(deps: HearingDeps, conversation: ConversationRecord): (account: AccountRecord) => Reach {
  const { routing } = conversation.settings;
  const takesRest = routing?.rest === true && !isNarrowed(routing);
  const providers = new Map<string, 'named' | 'any' | 'no'>();
  return (account) => {
    const { providerId } = account;
    const provider = providers.get(providerId) ?? hearsOfProvider(deps, conversation, providerId);
    providers.set(providerId, provider);
    if (provider === 'no') return { reach: 'provider' };
    if (takesRest && provider === 'any') return { reach: 'not-rest' };
    const fit = routingFit(routing, account);
    if (fit.fit === 'yes') return HERE;
    return { reach: fit.fit === 'no' ? 'routing' : 'unknown', by: fit.by };
  };
}

/** What was chosen there counts, then what the settings of the bot say; `any`: nobody has chosen among the providers. */
function hearsOfProvider(
  { providers: ours }: Pick<Ports, 'providers'>,
  { conversationId, settings: { hears } }: ConversationRecord,
  providerId: string,
): 'named' | 'any' | 'no' {
  if (hears === 'all') return 'any';
  const chosen = hears ?? ours.find(({ id }) => id === providerId)?.conversations;
  if (chosen === undefined) return 'any';
  return chosen.includes(hears === undefined ? conversationId : providerId) ? 'named' : 'no';
}

/** Whether a provider is among those whose accounts are told there. */
export function hearsProvider(
  deps: Pick<Ports, 'providers'>,
  conversation: ConversationRecord,
  providerId: string,
): boolean {
  return hearsOfProvider(deps, conversation, providerId) !== 'no';
}

/** Conversations with the same choice are told of the same accounts. */
export function choiceIn(deps: HearingDeps, conversation: ConversationRecord): string {
  const { routing, muted = [] } = conversation.settings;
  const heard = allProviders(deps).filter(({ id }) => hearsProvider(deps, conversation, id));
  // What others take is left out of the rest, and those are not the same for two of them.
  const own = routing === undefined ? [] : [routing, conversation.conversationId];
  return JSON.stringify([heard.map(({ id }) => id), muted.map(({ accountId }) => accountId), ...own]);
}

/** It has just come, and nobody has looked at it yet. */
function areFactsComing({ lookedAt, acceptance, firstSeenAt }: AccountRecord, now: Instant): boolean {
  if (lookedAt !== undefined || !isAccepted(acceptance)) return false;
  const { reseller } = acceptance;
  const since = reseller.state === 'accepted' ? Math.max(firstSeenAt, reseller.since.at) : firstSeenAt;
  return now - since < FACTS_COME_WITHIN;
}

/**
 * Providers whose new accounts are announced nowhere, while others are announced somewhere. Where nothing is announced at
 * all, nobody has chosen among them.
 */
export function unheardProviders(deps: HearingDeps): readonly NamedProvider[] {
  const all = allProviders(deps);
  const told = [...deps.register.allConversations()].filter((conversation) => hearsNews(deps, conversation));
  if (all.length < 2 || told.length === 0 || told.some(takesTheRest)) return [];
  return all.filter(({ id }) => !told.some((conversation) => hearsProvider(deps, conversation, id)));
}

function takesTheRest({ settings: { routing } }: ConversationRecord): boolean {
  return routing?.rest === true;
}

/** The open accounts that no conversation is told of, by what was chosen in each, while others are told somewhere. */
export async function unheardAccounts(deps: HearingDeps): Promise<readonly AccountRecord[]> {
  const told = [...deps.register.allConversations()].filter((conversation) => hearsNews(deps, conversation));
  // Without a choice among accounts it is a whole provider that nobody hears of.
  if (told.length === 0 || told.some(takesTheRest) || told.every(({ settings }) => settings.routing === undefined))
    return [];
  const hearings = told.map((conversation) => hearingIn(deps, conversation));
  const providers = new Set(unheardProviders(deps).map(({ id }) => id));
  const isMissed = (account: AccountRecord): boolean =>
    hearings.every(({ reach }) => {
      const { reach: kept } = reach(account);
      return kept === 'provider' || kept === 'routing';
    });
  return chosenFrom(deps.register.openAccounts(), (one) => !providers.has(one.providerId) && isMissed(one));
}
