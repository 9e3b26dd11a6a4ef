import type { TimeZone } from './calendar';
import type { Language } from './language';
import type { MutedAccount, NewsKind } from './muting';
import type { QuietSetting } from './quiet';
import type { ReminderSteps } from './reminders';
import type { Routing } from './routing';
import type { Instant } from './time';

/** What people have set in one conversation. */
export interface ConversationSettings {
  /** New accounts are announced here. */
  readonly notifications: boolean;
  /** Ids of the providers whose accounts are announced here, or all; without it as the settings of each provider say. */
  readonly hears?: 'all' | readonly string[];
  /** Which of their accounts; all without it. */
  readonly routing?: Routing;
  /** Accounts and kinds of news of which nothing is said here. */
  readonly muted?: readonly MutedAccount[];
  readonly mutedNews?: readonly NewsKind[];
  readonly language?: string;
  /** Of a personal chat: what that person's client says, as last heard. It counts where nothing is set. */
  readonly ownLanguage?: Language;
  /** In a personal chat that person's, as last heard; elsewhere that of whoever set the digest. */
  readonly timeZone?: TimeZone;
  readonly digest?: DigestSetting;
  /** Whether what is open too long is said here; with the days after which, where these are its own. */
  readonly reminders?: ReminderSetting;
  /** Hours and days on which nothing is said here that nobody asked for. */
  readonly quiet?: QuietSetting;
}

export interface ReminderSetting {
  readonly on: boolean;
  readonly days?: ReminderSteps;
}

export interface DigestSetting {
  readonly on: boolean;
  /** `daily` (the default) for Monday to Friday, `weekly` for Mondays, or a weekday. */
  readonly when?: string;
  /** HH:MM on the conversation's clock. */
  readonly time?: string;
  /** When somebody set it so; the first one comes at the next time after that. */
  readonly setAt?: Instant;
}
