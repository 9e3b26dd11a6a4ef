import type { SettingsAnswer } from '../domain/answers';
import type { TimeZone } from '../domain/calendar';
import { DIGEST_TIME } from '../domain/digest';
import type { ConversationRecord, ConversationSettings, DigestSetting } from '../domain/documents';
import { withMuting } from '../domain/muting';
import type { MuteWish } from '../domain/muting';
import { changedQuiet, pausedUntil, quietUntil } from '../domain/quiet';
import type { QuietPlace, QuietWanted } from '../domain/quiet';
import { changedRouting } from '../domain/routing';
import type { Routing, RoutingWish } from '../domain/routing';
import { stepsOf } from '../domain/reminders';
import type { Instant } from '../domain/time';
import { announcedElsewhere } from './announce-here';
import { changeDocument } from '../records/change-document';
import { allProviders } from '../records/all-providers';
import { hearsProvider } from '../records/hears-of';
import { remindersIn } from '../records/reminders-in';
import { conversationDocumentId } from '../records/keep-conversation';
import type { Ports } from '../ports';
import { quietPlace, whyNotQuiet } from './quiet-place';

export interface WantedSetting {
  readonly topic?: 'digest' | 'notifications' | 'language' | 'hears' | 'routing' | 'reminders' | 'quiet' | 'muted';
  /** With `hears`: ids of providers, or all; without it, as the settings of each provider say. */
  readonly hears?: ConversationSettings['hears'] | 'default';
  /** With `routing`: which accounts; the providers stay without `hears`. */
  readonly routing?: Routing | { readonly wish: RoutingWish };
  /** With `muted`: what is to be silent here. */
  readonly mute?: MuteWish;
  /** New accounts are to be announced here, too, or not any more. */
  readonly announce?: boolean;
  /** on, off, daily, weekly, a weekday, or a language by name or tag. */
  readonly value?: string;
  /** With `quiet`: what is to be so, and of the rest nothing. */
  readonly quiet?: QuietWanted;
  /** With `reminders`: after how many days. */
  readonly days?: readonly number[];
  /** HH:MM, on the clock of the person who asks. */
  readonly time?: string;
  /** The zone of that clock. */
  readonly timeZone?: TimeZone;
  /** They have named it: it is kept, also in their own chat. */
  readonly isZoneSaid?: true;
}

/** A map, because what is looked up in it comes from outside: an object would know "constructor". */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    englisch: 'en',
    anglais: 'en',
    inglés: 'en',
    ingles: 'en',
    engels: 'en',
    en: 'en',
    german: 'de',
    deutsch: 'de',
    allemand: 'de',
    alemán: 'de',
    aleman: 'de',
    duits: 'de',
    de: 'de',
    french: 'fr',
    französisch: 'fr',
    français: 'fr',
    francais: 'fr',
    francés: 'fr',
    frans: 'fr',
    fr: 'fr',
    spanish: 'es',
    spanisch: 'es',
    espagnol: 'es',
    español: 'es',
    espanol: 'es',
    spaans: 'es',
    es: 'es',
    dutch: 'nl',
    niederländisch: 'nl',
    holländisch: 'nl',
    néerlandais: 'nl',
    neerlandés: 'nl',
    nederlands: 'nl',
    nl: 'nl',
  }),
);

/** Shows or changes the settings of one conversation. What cannot be understood changes nothing. */
export async function changeSettings(
  ports: Ports,
  conversation: ConversationRecord,
  wanted: WantedSetting,
  language: string,
): Promise<SettingsAnswer> {
  const elsewhere = announcedElsewhere(ports, conversation);
  const base = { scope: conversation.type, language, elsewhere };
  const { value, time, days, quiet } = wanted;
  const isAsked = [value, time, days, quiet].every((one) => one === undefined);
  const asked = wanted.topic !== 'hears' && (wanted.routing ?? wanted.mute) === undefined && isAsked;
  if (wanted.topic === undefined || asked) {
    return { ...base, ...heardIn(ports, conversation), settings: conversation.settings };
  }
  const now = ports.clock.now();
  const on = { now, place: quietPlace(ports, conversation, wanted) };
  const settings = applied(conversation.settings, wanted, on);
  if (settings === undefined)
    return {
      ...base,
      ...heardIn(ports, conversation),
      settings: conversation.settings,
      ...(wanted.topic === 'quiet' ? { quietRefused: whyNotQuiet(wanted, on.place) } : {}),
      ...(wanted.topic === 'quiet' ? {} : { notUnderstood: value ?? time ?? days?.join(', ') ?? '' }),
    };
  const changed = await changeDocument(
    ports,
    'conversation',
    conversationDocumentId(conversation.conversationId),
    ({ announcing, ...c }) => ({
      document: {
        ...c,
        ...(announcing === undefined || wanted.topic === 'notifications' || wanted.announce !== undefined
          ? {}
          : { announcing }),
        settings: applied(c.settings, wanted, on) ?? c.settings,
      },
      result: c.settings,
    }),
  );
  const set = changed.changed === 'not-there' ? settings : changed.document.settings;
  const before = changed.changed === 'not-there' ? conversation.settings : changed.result;
  const heard = heardIn(ports, { ...conversation, settings: set });
  return { ...base, ...heard, settings: set, changed: wanted.topic, before, language: set.language ?? language };
}

/** Of what the conversation is told. */
function heardIn(
  ports: Ports,
  conversation: ConversationRecord,
): Pick<SettingsAnswer, 'providers' | 'reminders' | 'quietUntil' | 'pausedUntil' | 'muted'> {
  const now = ports.clock.now();
  const quiet = quietUntil(conversation.settings, now);
  const paused = pausedUntil(conversation.settings.quiet ?? { on: false }, now);
  return {
    ...providersHeard(ports, conversation),
    muted: mutedIn(ports, conversation),
    reminders: remindersIn(ports, conversation),
    ...(quiet === undefined ? {} : { quietUntil: quiet }),
    ...(paused === undefined ? {} : { pausedUntil: paused }),
  };
}

/** The accounts that are muted, by name; what is not there any more is left out. */
function mutedIn({ register }: Ports, { settings: { muted = [] } }: ConversationRecord): SettingsAnswer['muted'] {
  return muted.flatMap(({ accountId }) => {
    const record = register.account(accountId);
    return record === undefined ? [] : [{ accountId, name: record.tenant.name }];
  });
}

/** Of which providers the conversation hears; nothing is said of that while there is one. */
function providersHeard(ports: Ports, conversation: ConversationRecord): Pick<SettingsAnswer, 'providers'> {
  const all = allProviders(ports);
  if (all.length < 2) return {};
  return { providers: all.map((one) => ({ ...one, isHeard: hearsProvider(ports, conversation, one.id) })) };
}

/** When a digest can come, besides being on or off. */
const RHYTHMS: ReadonlySet<string> = new Set([
  ...['on', 'off', 'daily', 'weekly'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
]);
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

function applied(
  settings: ConversationSettings,
  wanted: WantedSetting,
  { now, place }: { readonly now: Instant; readonly place: QuietPlace | undefined },
): ConversationSettings | undefined {
  const { topic, value, time, timeZone } = wanted;
  const word = value?.toLowerCase().trim();
  switch (topic) {
    case 'notifications':
      return word === 'on' || word === 'off' ? { ...settings, notifications: word === 'on' } : undefined;
    case 'language': {
      // No language of its own: the one of whoever asks.
      if (word === 'none') {
        const { language: _, ...rest } = settings;
        return rest;
      }
      const language = word === undefined ? undefined : LANGUAGES.get(word);
      return language === undefined ? undefined : { ...settings, language };
    }
    case 'digest':
      if (word !== undefined && !RHYTHMS.has(word)) return undefined;
      if (time !== undefined && !TIME_OF_DAY.test(time)) return undefined;
      return {
        ...settings,
        digest: digestOf(settings, word, time, now),
        ...(timeZone === undefined ? {} : { timeZone }),
      };
    case 'reminders': {
      const days = wanted.days === undefined ? undefined : stepsOf(wanted.days);
      if (wanted.days === undefined ? word !== 'on' && word !== 'off' : days === undefined) return undefined;
      // Days of its own stay while it is off.
      const kept = { ...settings.reminders, on: word !== 'off' };
      return { ...settings, reminders: days === undefined ? kept : { ...kept, days } };
    }
    case 'quiet': {
      const quiet = wanted.quiet && place && changedQuiet(settings.quiet, wanted.quiet, place);
      return quiet === undefined ? undefined : { ...settings, quiet };
    }
    case 'muted':
      return wanted.mute === undefined ? undefined : withMuting(settings, wanted.mute, now);
    case 'hears':
      return announcing(withHears(settings, wanted.hears ?? 'default'), wanted);
    case 'routing': {
      if (wanted.routing === undefined) return undefined;
      const { routing: _before, ...rest } = wanted.hears === undefined ? settings : withHears(settings, wanted.hears);
      const routing = 'wish' in wanted.routing ? changedRouting(settings.routing, wanted.routing.wish) : wanted.routing;
      const isChosen = routing !== undefined && Object.keys(routing).length > 0;
      return announcing(isChosen ? { ...rest, routing } : rest, wanted);
    }
    case undefined:
      return undefined;
  }
}

function withHears(
  { hears: _before, ...rest }: ConversationSettings,
  hears: NonNullable<WantedSetting['hears']>,
): ConversationSettings {
  return hears === 'default' ? rest : { ...rest, hears };
}

function announcing(settings: ConversationSettings, { announce }: WantedSetting): ConversationSettings {
  return announce === undefined ? settings : { ...settings, notifications: announce };
}

function digestOf(
  settings: ConversationSettings,
  word: string | undefined,
  time: string | undefined,
  now: Instant,
): DigestSetting {
  const before = settings.digest;
  if (word === 'off') return { ...before, on: false };
  const when = word === undefined || word === 'on' ? (before?.when ?? 'daily') : word;
  const wanted = { on: true, when, time: time ?? before?.time ?? DIGEST_TIME };
  const same = before?.on === true && before.when === wanted.when && before.time === wanted.time;
  return { ...wanted, setAt: same ? (before.setAt ?? now) : now };
}
