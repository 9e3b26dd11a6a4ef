import { createHash } from 'node:crypto';
import type { ProviderCount } from './list-answer';
import type { Since } from './acceptance';
import type { AccountRecord } from './account';
import type { AlarmRecord } from './alarm';
import type { ConversationSettings } from './conversation-settings';
import type { Gathering } from './gathering';
import type { Customer } from './customer';
import type { Decision } from './decision';
import type { EndingsRecord } from './ending';
import type { InvitationRecord } from './invitation';
import type { Person } from './person';
import type { Post } from './post';
import type { EventRecord, JobRecord, LeaseRecord, ReplicaRecord, SignInRecord, SourceRecord } from './operations';
import type { Lent, PageCard } from './review';
import type { Stored } from './stored';
import type { TalkMemory } from './talk-memory';
import type { Subject } from './told';
import type { Instant } from './time';
import type { AtStake } from './waiting-order';

export type { ConversationSettings, DigestSetting } from './conversation-settings';
export type {
  EventRecord,
  JobFailure,
  JobRecord,
  LeaseRecord,
  LeftOut,
  MissingFromList,
  ReplicaRecord,
  SignInRecord,
  SourceRecord,
} from './operations';

/** A customer of the directory, kept so that every replica can build its index from the store alone. */
export interface CustomerRecord extends Stored {
  readonly kind: 'customer';
  readonly customer: Customer;
  /** Set when the directory no longer has it; kept, because accounts may still be mapped to it. */
  readonly goneAt?: Instant;
}

/** Decisions that no longer fit into their account's record. Never changed once written. */
export interface ArchiveRecord extends Stored {
  readonly kind: 'archive';
  readonly accountId: string;
  /** Position of this page in the account's story, from 0. */
  readonly page: number;
  readonly decisions: readonly Decision[];
}

/**
 * A team that has the bot. Until it is approved the bot greets there, says what it waits for, and tells nothing: whoever
 * may install an app in a team of their own would else be told of all customers.
 */
export interface TeamRecord extends Stored {
  readonly kind: 'team';
  readonly teamId: string;
  readonly name?: string;
  /** The Entra group behind the team. */
  readonly groupId?: string;
  readonly state: 'waiting' | 'approved' | 'refused';
  readonly since: Instant;
  /** Who added the bot, where Teams said it. */
  readonly installedBy?: Person;
  /**
   * - `administrator`: `by` approved or refused it
   * - `first`: the first team, installed while no administrators were set
   */
  readonly basis?: 'administrator' | 'first';
  readonly by?: Person;
  /** Of the first team: Entra object ids of its owners, lower case, as Entra last told them; absent until it did. */
  readonly owners?: readonly string[];
  /** When the administrators were asked. */
  readonly askedAt?: Instant;
}

/** Somewhere in Teams where the bot may speak. */
export interface ConversationRecord extends Stored {
  readonly kind: 'conversation';
  /** Teams' id; for a channel without `;messageid=`. */
  readonly conversationId: string;
  readonly type: 'personal' | 'group' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly teamId?: string;
  readonly teamName?: string;
  readonly name?: string;
  /** Its members need not be the team's; absent for the ordinary channels of a team. */
  readonly channel?: 'shared' | 'private';
  /** In personal chats: whom we talk to. */
  readonly personId?: string;
  readonly personName?: string;
  /** Teams' own id of that person (`29:...`). */
  readonly memberId?: string;
  /**
   * - `active`: we may speak
   * - `paused`: Teams refused (blocked, not in the roster); an install or a message resumes it
   * - `removed`: uninstalled or deleted
   */
  readonly state: 'active' | 'paused' | 'removed';
  readonly stateReason?: string;
  readonly since: Instant;
  /** When what last changed the state happened, and what last changed the names, by Teams' clock: older news is none. */
  readonly eventAt?: Instant;
  readonly renamedAt?: Instant;
  readonly greetedAt?: Instant;
  /** It was told before teams had to be approved, so its team counts as approved. */
  readonly fromBeforeApproval?: true;
  readonly settings: ConversationSettings;
  /**
   * A channel where the bot was not installed but spoken to, until somebody decides whether new accounts are announced
   * there: `undecided` has not been asked yet, `asked` has.
   */
  readonly announcing?: 'undecided' | 'asked';
  readonly digestSentAt?: Instant;
  /** The digest that is due and not sent yet, once somebody has tried. */
  readonly digestPost?: Post;
  /** Up to when what is open too long was said, and the message that is to say it next, once somebody has tried. */
  readonly remindedAt?: Instant;
  readonly reminderPost?: Post;
  /** The messages that tell of several accounts each, the oldest first, while they are kept true. */
  readonly gatherings?: readonly Gathering[];
}

/** The one living card per conversation that lists what is open. Same principle: version against shownVersion. */
export interface BoardRecord extends Stored, Post {
  readonly kind: 'board';
  readonly conversationId: string;
  readonly version: number;
  /** How many accounts are open, and those that need somebody first (`waiting-order.ts`), as the card shows them. */
  readonly open: number;
  readonly lines: readonly BoardLine[];
  /** How many of them each provider has; absent while there is one only. */
  readonly providers?: readonly ProviderCount[];
  /** How many open accounts are snoozed, which `open` does not count; absent when there are none. */
  readonly snoozed?: number;
  /** How many have been said as often as is promised, and are open still, after so many days; absent when there are none. */
  readonly overdue?: { readonly count: number; readonly days: number };
  /** How many accounts have been failing for days; absent when there are none. */
  readonly stuck?: number;
  /** What it says has changed since its message was made. */
  readonly news?: true;
  /** So many messages of people and answers have come since, as far as they are counted; what we post is not among them. */
  readonly below?: number;
  /** The message that it had before it moved to the end of the conversation, until that says so. */
  readonly old?: Post;
}

export interface BoardLine extends Partial<AtStake> {
  readonly accountId: string;
  readonly name: string;
  /** Absent while there is one provider only. */
  readonly provider?: string;
  /** When we first heard of it. */
  readonly since: Instant;
  readonly accepted?: Since;
  readonly rowCreatedAt?: Instant;
  readonly isNew?: true;
  /** Its snooze is over. */
  readonly isBack?: true;
  /** Who is on it. */
  readonly assignee?: Person;
}

/** A person wants to hear when a company accepts; also for companies that nobody knows yet. */
export interface WatchRecord extends Stored {
  readonly kind: 'watch';
  readonly person: Person;
  readonly conversationId: string;
  /** The name, domain or tenant id as typed. */
  readonly query: string;
  readonly language: string;
  readonly since: Instant;
  /** `unsure` names the account about which we asked "is this the one?". */
  readonly state: 'waiting' | 'asked' | 'fired' | 'stopped';
  readonly asked: readonly string[];
  readonly firedFor?: string;
  /** The one note after a week of silence. */
  readonly silenceToldAt?: Instant;
  /** It waits for no acceptance: its person is to be reminded then, once; `whileOpen`: unless the account is decided. */
  readonly reminder?: { readonly at: Instant; readonly accountId?: string; readonly whileOpen?: true };
  readonly owes?: 'fired' | 'asked' | 'silence' | 'reminder';
  /** The message about what it owes, once somebody has tried to send it. */
  readonly post?: Post;
}

/**
 * Which open accounts are in whose hands while several people review. One document for all, so that two people never get
 * the same. It expires when nobody has reviewed for a while.
 */
export interface LendingRecord extends Stored {
  readonly kind: 'lending';
  readonly lent: readonly Lent[];
  /** Which messages show the pages. */
  readonly cards?: readonly PageCard[];
}

/**
 * What one person and the bot talk about in one place (in channels: one thread), so that the next message can hang on it:
 * no words of anybody, only which commands and companies. Forgotten after half an hour. Of a thread there is one more, of
 * nobody: the list that it saw last.
 */
export interface TalkRecord extends Stored {
  readonly kind: 'talk';
  readonly personId: string;
  readonly conversationId: string;
  /** When the message came that was answered last. */
  readonly at: Instant;
  readonly memory: TalkMemory;
}

/**
 * What one message of the bot was about and which buttons it has, so that a reply that quotes it is understood, and a click
 * on it is known to come from it. Nobody is named.
 */
export interface SaidRecord extends Stored {
  readonly kind: 'said';
  readonly about: readonly Subject[];
  /** A mark of each button that it has; absent from those of earlier versions. */
  readonly buttons?: readonly string[];
}

export interface DocumentOf {
  readonly account: AccountRecord;
  readonly team: TeamRecord;
  readonly archive: ArchiveRecord;
  readonly customer: CustomerRecord;
  readonly conversation: ConversationRecord;
  readonly board: BoardRecord;
  readonly watch: WatchRecord;
  readonly invitation: InvitationRecord;
  readonly endings: EndingsRecord;
  readonly source: SourceRecord;
  readonly lease: LeaseRecord;
  readonly replica: ReplicaRecord;
  readonly job: JobRecord;
  readonly lending: LendingRecord;
  readonly event: EventRecord;
  readonly talk: TalkRecord;
  readonly said: SaidRecord;
  readonly signin: SignInRecord;
  readonly alarm: AlarmRecord;
}

export type DocumentKind = keyof DocumentOf;
export type Document = DocumentOf[DocumentKind];

/** In bytes; every store takes ids of that length. */
const LONGEST_ID = 255;

/**
 * Makes an id that every store takes: Teams' ids hold `/`, `#` and `?`, which Cosmos refuses, and what would be too long
 * (a letter that is not Latin is written with up to twelve characters) is named by its hash.
 */
export function documentId(kind: DocumentKind, ...parts: readonly string[]): string {
  const id = writtenOut(kind, parts);
  return id.length <= LONGEST_ID ? id : `${kind}:sha256-${createHash('sha256').update(id).digest('hex')}`;
}

/** One page of an account's older decisions. */
export function archiveId(accountId: string, page: number): string {
  return documentId('archive', accountId, String(page));
}

function writtenOut(kind: DocumentKind, parts: readonly string[]): string {
  // Half of a surrogate pair is no character, and cannot be encoded.
  const whole = parts.map((part) => part.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
  return [kind, ...whole.map((part) => encodeURIComponent(part).replaceAll('%', '~'))].join(':');
}
