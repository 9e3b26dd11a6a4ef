import { DAY } from '../../../src/domain/time';
import * as p from '../pictures';
import { DRIFT } from '../pictures-of-sisters';
import { ENTRIES } from './given';
import { sample } from './sample';
import type { Sample, Views } from './sample';

export function talkSamples(views: Views): readonly Sample[] {
  const {
    announcingView,
    beyondView,
    countryView,
    notAcceptedView,
    tooLongView,
    healthView,
    helpView,
    notUnderstoodView,
    settingsView,
    welcomeView,
  } = views;
  return [
    ...(['expiry', 'agreement', 'admin', 'by-person', 'money', 'other', 'detail'] as const).map((kind) =>
      sample('choices', `cannot say ${kind}`, (s) => beyondView(kind, s)),
    ),
    sample('choices', 'who has not accepted', (s) =>
      notAcceptedView({ awaited: [{ query: 'Quillworks Ltd', by: 'Mia Member', since: p.NOW - 3 * DAY }] }, s),
    ),
    sample('message', 'in which country', (s) =>
      countryView({ account: p.line(), country: 'DE', customer: 'Contoso Maschinenbau GmbH' }, s),
    ),
    sample('message', 'a name that is too long', (s) => tooLongView(120, s)),
    sample('settings', 'announced, with the way back', (s) =>
      settingsView(
        {
          settings: { notifications: true },
          before: { notifications: false },
          scope: 'channel',
          language: 'en',
          changed: 'notifications',
          reminders: [1, 3, 7],
          muted: [],
          elsewhere: [],
        },
        s,
      ),
    ),
    sample('settings', 'channel', (s) =>
      settingsView(
        {
          settings: p.SETTINGS,
          before: { notifications: true },
          scope: 'channel',
          language: 'en',
          changed: 'digest',
          reminders: [1, 3, 7],
          muted: [],
          elsewhere: ['Operations › New customers', 'Finance › General'],
        },
        s,
      ),
    ),
    sample('settings', 'quiet hours, kept now', (s) =>
      settingsView(
        {
          settings: {
            notifications: true,
            quiet: {
              on: true,
              from: '18:00',
              to: '08:00',
              days: ['saturday', 'sunday'],
              timeZone: 'Europe/Berlin',
              urgent: true,
              holidays: 'DE-BY',
              off: [{ from: '2026-12-24', to: '2027-01-02' }],
            },
          },
          before: { notifications: true },
          scope: 'channel',
          language: 'en',
          changed: 'quiet',
          quietUntil: p.NOW + DAY,
          reminders: [1, 3, 7],
          muted: [],
          elsewhere: [],
        },
        s,
      ),
    ),
    sample('settings', 'personal, not understood', (s) =>
      settingsView(
        {
          settings: { notifications: false },
          scope: 'personal',
          language: 'de',
          notUnderstood: 'fortnightly',
          reminders: [1, 3, 7],
          muted: [],
          elsewhere: ['Operations › New customers'],
        },
        s,
      ),
    ),
    sample('settings', 'some accounts only', (s) =>
      settingsView(
        {
          settings: { notifications: true, routing: p.ROUTING, mutedNews: ['contradictions'] },
          scope: 'channel',
          language: 'en',
          changed: 'routing',
          before: { notifications: false },
          reminders: [1, 3, 7],
          muted: [{ accountId: 'account:p:t', name: 'Contoso Ltd' }],
          elsewhere: ['Sales › General'],
        },
        s,
      ),
    ),
    sample('settings', 'one of several providers', (s) =>
      settingsView(
        {
          settings: { notifications: true, hears: ['pax8'] },
          scope: 'channel',
          language: 'en',
          changed: 'hears',
          before: { notifications: true },
          reminders: [1, 3, 7],
          muted: [],
          elsewhere: [],
          providers: [
            { id: 'ours', name: 'Partner Center', isHeard: false },
            { id: 'pax8', name: 'Pax8', isHeard: true },
          ],
        },
        s,
      ),
    ),
    sample('message', 'announce here?', (s) => announcingView(['Operations › New customers'], s)),
    sample('message', 'announce here, announced nowhere', (s) => announcingView([], s)),
    sample('health', 'good', (s) =>
      healthView(
        {
          freshness: p.FRESH,
          open: 12,
          accounts: 1480,
          customers: 2210,
          unreachable: [],
          stuck: [],
          drift: { count: 0, first: [] },
          unheard: [],
          unrouted: { count: 0, names: [] },
          setup: [],
          signIns: [{ person: 'Megan Bowen', renewedAt: p.NOW - DAY, endsAt: p.NOW + 89 * DAY }],
          failing: [],
          unread: { count: 0, first: [] },
          waitingTeams: [],
          noAdministrators: false,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('health', 'in trouble', (s) =>
      healthView(
        {
          freshness: p.TROUBLED,
          open: 12,
          accounts: 1480,
          customers: 1,
          unreachable: [{ name: 'Operations', reason: 'blocked', since: p.NOW - DAY }],
          stuck: [{ account: p.line(), error: 'PrivilegeException: no write access to the account column' }],
          unheard: ['TD SYNNEX'],
          unrouted: { count: 2, names: ['Contoso Ltd', 'Fabrikam AG'] },
          rehearsal: { places: ['Operations / Customers'], waiting: 4 },
          drift: {
            count: 9,
            first: [
              {
                account: p.line(),
                provider: 'TD SYNNEX',
                mapping: p.picture(p.mapped()).record.mapping,
                drift: DRIFT,
              },
            ],
          },
          permissions: {
            at: p.NOW - DAY,
            all: [
              { permission: 'app', where: 'Entra', state: 'good', cost: 'nothing-known' },
              { permission: 'graph-groups', where: 'Microsoft Graph', state: 'good', cost: 'groups' },
              {
                permission: 'graph-gdap',
                where: 'Microsoft Graph',
                state: 'lacking',
                cost: 'admin-access',
                seen: 'HTTP 403 (Authorization_RequestDenied)',
                remedy: 'Entra admin center > App registrations > your app > API permissions',
              },
              { permission: 'webhook', where: 'Partner Center', state: 'off', cost: 'promptness' },
              {
                permission: 'partner-agent',
                where: 'Partner Center',
                state: 'unknown',
                cost: 'person-facts',
                seen: 'no answer',
              },
            ],
          },
          failing: [],
          unread: {
            count: 7,
            first: [
              {
                reason: 'Document lease:sync of kind lease cannot be read: it is not JSON.',
                remedy:
                  'The stored data are damaged: restore the store from a backup, or remove this document by hand.',
              },
            ],
          },
          waitingTeams: [],
          noAdministrators: true,
          signIns: [
            {
              person: '',
              trouble: {
                source: 'partner-center',
                kind: 'denied',
                detail: 'sign-in: invalid_grant',
                remedy: 'Sign in again.',
              },
            },
          ],
          setup: [
            {
              source: 'work365',
              kind: 'misconfigured',
              detail: 'column',
              remedy: 'Set WORK365_SCHEMA to the name of the account column.',
            },
          ],
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('help', 'all', (s) => helpView(ENTRIES, s)),
    sample('welcome', 'personal', (s) =>
      welcomeView({ scope: 'personal', entries: ENTRIES, waits: { open: 3, watching: ['Quillworks Ltd'] } }, s),
    ),
    sample('welcome', 'channel', (s) => welcomeView({ scope: 'channel', addedBy: 'Ana Kovač', entries: ENTRIES }, s)),
    sample('not-understood', 'with a place', (s) =>
      notUnderstoodView(
        {
          text: 'please flurb contoso till monday',
          at: { start: 7, end: 12 },
          nearest: ['is "contoso" accepted?', 'show "contoso"'],
        },
        s,
      ),
    ),
    sample('not-understood', 'nothing familiar', (s) =>
      notUnderstoodView({ text: 'lorem ipsum', at: null, nearest: [] }, s),
    ),
  ];
}
