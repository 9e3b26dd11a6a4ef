import { CARDS_AN_HOUR } from '../domain/gathering';
import type { LinkPlaces } from '../domain/link-meant';
import { DEFAULT_STEPS } from '../domain/reminders';
import type { ReminderSteps } from '../domain/reminders';
import type { Rehearsal } from '../domain/rehearsal';
import type { HostRule } from '../runtime/hosts';
import type { DirectoryConfig } from './sources';
import type { Values } from './variables';

/** What people see depends on: where pages about customers are, and what their clients can do. */
export interface ShownConfig {
  readonly links: LinkPlaces;
  readonly searchesAsYouType: boolean;
  /** So many hours of work somebody is on an account. */
  readonly assignHours: number;
  /** So many new accounts of an hour have a card each; 0: all. */
  readonly cardsAnHour: number;
  /** After so many days what is open is said once more. */
  readonly reminderSteps: ReminderSteps;
  /** After so many days of work without an answer whoever invited is reminded. */
  readonly invitationDays: readonly number[];
  /** Where the bot only says what it would do. */
  readonly rehearsal: Rehearsal;
}

/** The second is how older links are written. */
const PARTNER_CENTER_PAGES: readonly HostRule[] = [
  { host: 'partner.microsoft.com' },
  { host: 'partnercenter.microsoft.com' },
];

const ASSIGN_HOURS = 2;
const INVITATION_DAYS = [3, 10];

/** The Playground, which is what local mode talks to, knows no search as you type; every client of Teams does. */
export function chooseShown(
  values: Values,
  mode: 'local' | 'production',
  directory: DirectoryConfig | undefined,
): ShownConfig {
  const pages = values.PARTNER_CENTER_LINK_HOSTS ?? PARTNER_CENTER_PAGES;
  return {
    links: {
      partnerCenter: pages.map(({ host, port }) => (port === undefined ? host : `${host}:${port}`)),
      records: directory?.kind === 'work365' ? recordHosts(new URL(directory.url).host) : [],
    },
    searchesAsYouType: (values.SEARCH_AS_YOU_TYPE ?? (mode === 'local' ? 'off' : 'on')) === 'on',
    assignHours: values.ASSIGN_HOURS ?? ASSIGN_HOURS,
    cardsAnHour: values.CARDS_AN_HOUR ?? CARDS_AN_HOUR,
    reminderSteps: values.REMINDER_DAYS ?? DEFAULT_STEPS,
    invitationDays: values.INVITATION_REMINDER_DAYS ?? INVITATION_DAYS,
    rehearsal: chooseRehearsal(values.REHEARSAL ?? []),
  };
}

/** `on`, `off`, or the conversations that rehearse. */
function chooseRehearsal(words: readonly string[]): Rehearsal {
  const said = words.map((word) => word.toLowerCase());
  if (said.includes('on')) return { everywhere: true, conversations: [] };
  return { everywhere: false, conversations: words.filter((word) => word.toLowerCase() !== 'off') };
}

/** Dynamics has an address for programs beside the one for people; either may be in the setting, and in a link. */
function recordHosts(host: string): readonly string[] {
  const other = /^([^.]+)\.(api\.)?(crm\d*\.(?:dynamics|microsoftdynamics|appsplatform)\..+)$/.exec(host);
  if (other === null) return [host];
  const [, name = '', forPrograms, rest = ''] = other;
  return [host, forPrograms === undefined ? `${name}.api.${rest}` : `${name}.${rest}`];
}
