import type { ExportFormat, ExportWhat } from '../domain/export';
import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import type { DayBefore } from '../domain/invited-on';
import type { TimeZone } from '../domain/calendar';
import type { ListOrder } from '../domain/list-order';
import type { NewsKind } from '../domain/muting';
import type { QuietWanted } from '../domain/quiet';
import type { DayAsked } from '../domain/day-asked';
import type { Span } from '../domain/span';
import type { ConditionAsked, FilterAsked } from '../domain/asked-filter';

/** What a person wants, as a value. The data's `unknown` is no intent: it is the outcome `misunderstood`. */

export const PERIODS = ['today', 'yesterday', 'this_week', 'last_week', 'this_month', 'last_month'] as const;

export type PeriodName = (typeof PERIODS)[number];

export const WEEKDAYS_SAID = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type WeekdayName = (typeof WEEKDAYS_SAID)[number];

/** English names of the languages that a person may ask for. */
export const LANGUAGE_NAMES = ['english', 'german', 'french', 'spanish', 'dutch'] as const;

export type LanguageName = (typeof LANGUAGE_NAMES)[number];

export type ListWhat = 'pending' | 'unmapped' | 'accepted';

export type ShowWhat = 'overview' | 'subscriptions' | 'licences' | 'services' | 'users';

/** What a question about a company may be about instead of its acceptance. */
export type FactAsked = 'reseller' | 'agreement' | 'admin';

export type SettingsTopic = 'digest' | 'notifications' | 'language' | 'reminders' | 'quiet' | 'muted';

export type SettingsValue = 'on' | 'off' | 'daily' | 'weekly' | WeekdayName | LanguageName;

/**
 * `facts` are those of a company that were asked for instead of whether it has accepted.
 * `companies` holds at least one name, domain or tenant id as typed (typos and case kept, no quotes).
 * `at` is the provider of whose accounts it is asked. `settings` without a value asks what is set. `time` is HH:MM, 24
 * hours, in the person's own time zone.
 */
export type Intent =
  /** `fresh`: asked to be looked at again now. */
  | {
      readonly name: 'status';
      readonly companies: readonly string[];
      readonly fresh?: true;
      readonly facts?: readonly FactAsked[];
      /** What is to have happened to them, or to happen, in a period that was said. */
      readonly within?: readonly ConditionAsked[];
      readonly at?: string;
    }
  /** `filter` narrows it down; then `what` and `period` say only which of the plain lists is nearest. */
  | {
      readonly name: 'list';
      readonly what: ListWhat;
      readonly period?: PeriodName;
      readonly filter?: FilterAsked;
      readonly order?: ListOrder;
    }
  | { readonly name: 'show'; readonly companies: readonly string[]; readonly what: ShowWhat; readonly at?: string }
  | { readonly name: 'invite_link'; readonly companies?: readonly string[]; readonly at?: string }
  /** They were invited, `at` which provider and on which day. */
  | { readonly name: 'invited'; readonly companies: readonly string[]; readonly on?: DayBefore; readonly at?: string }
  /** Who was invited and has not answered; `watched`: whoever asks wants to hear when each of them accepts. */
  | ({ readonly name: 'invitations'; readonly watched?: true } & InvitationsNarrowed)
  /** What ends in a time that lies ahead, or soon; `of`: subscriptions alone. */
  | { readonly name: 'endings'; readonly span?: Span; readonly of?: 'subscription' }
  | { readonly name: 'uninvite'; readonly companies: readonly string[] }
  | { readonly name: 'watch'; readonly companies: readonly string[] }
  | { readonly name: 'unwatch'; readonly companies: readonly string[]; readonly only?: 'reminders' }
  | { readonly name: 'unwatch'; readonly all: true }
  | { readonly name: 'watches' }
  /** To go through the open accounts, many at once; `only`: those that fit almost certainly. */
  | { readonly name: 'review'; readonly only?: 'sure'; readonly at?: string }
  /** `customer` is empty where nobody said to whom: then whoever fits is offered. */
  | { readonly name: 'map'; readonly account: string; readonly customer: string; readonly at?: string }
  /** A customer for an account that none fits; a form comes first. */
  | { readonly name: 'create'; readonly companies: readonly string[] }
  /** To be on an account, so that two do not do the same; and not any more. */
  | { readonly name: 'assign' | 'unassign'; readonly companies: readonly string[] }
  /** To be reminded of a company on the morning of a day; without one it is asked when. `repeats`: again and again, which is not done. */
  | { readonly name: 'remind'; readonly companies: readonly string[]; readonly day?: DayAsked; readonly repeats?: true }
  /** To ask a colleague to take an account; `who` as typed. */
  | { readonly name: 'request'; readonly companies: readonly string[]; readonly who: string }
  /** To let an account wait; without a day it is asked until when. `reason` as typed. */
  | {
      readonly name: 'snooze';
      readonly companies: readonly string[];
      readonly until?: DayAsked;
      readonly reason?: string;
    }
  | { readonly name: 'wake'; readonly companies: readonly string[] }
  /** Whether and where they were announced, and why not. */
  | { readonly name: 'announced'; readonly companies: readonly string[] }
  /** Nothing more is to be said of them where it was asked for; and something again. */
  | { readonly name: 'mute' | 'unmute'; readonly companies: readonly string[] }
  | { readonly name: 'unmap'; readonly companies: readonly string[]; readonly at?: string }
  | { readonly name: 'undo' }
  | { readonly name: 'who_mapped'; readonly companies: readonly string[]; readonly at?: string }
  | {
      readonly name: 'history';
      readonly companies?: readonly string[];
      readonly period?: PeriodName;
      readonly at?: string;
    }
  /** A file to keep: where every account stands, or every decision. */
  | {
      readonly name: 'export';
      readonly what: ExportWhat;
      readonly format?: ExportFormat;
      readonly span?: Span;
      readonly at?: string;
    }
  /** How it went in the last weeks. */
  | { readonly name: 'report' }
  /** Our first proposals beside what is mapped in Work 365. */
  | { readonly name: 'compare' }
  | {
      readonly name: 'settings';
      readonly topic?: SettingsTopic;
      readonly value?: SettingsValue;
      readonly time?: string;
      /** With `reminders`: after how many days. */
      readonly days?: readonly number[];
      readonly quiet?: QuietWanted;
      /** The clock that somebody named. */
      readonly zone?: TimeZone;
      /** With `muted`: this kind of news, which is off or on. */
      readonly news?: NewsKind;
    }
  | { readonly name: 'names'; readonly forget?: string }
  | { readonly name: 'health' }
  | { readonly name: 'help'; readonly topic?: IntentName }
  | { readonly name: 'greeting' }
  | { readonly name: 'thanks' };

export type IntentName = Intent['name'];

/** Whether carrying the intent out changes something (after a click, where the task asks for one). */
export function intentChanges(intent: Intent): boolean {
  switch (intent.name) {
    case 'invited':
    case 'uninvite':
    case 'watch':
    case 'unwatch':
    case 'map':
    case 'create':
    case 'assign':
    case 'unassign':
    case 'request':
    case 'remind':
    case 'snooze':
    case 'wake':
    case 'mute':
    case 'unmute':
    case 'unmap':
    case 'undo':
      return true;
    case 'invitations':
      return intent.watched === true;
    case 'settings':
      return [intent.value, intent.time, intent.days, intent.quiet].some((one) => one !== undefined);
    case 'names':
      return intent.forget !== undefined;
    default:
      return false;
  }
}
