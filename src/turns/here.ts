import { localeLanguage } from '../domain/language';
import type { Language } from '../domain/language';
import type { Message } from '../courier';
import type { AccountRecord } from '../domain/account';
import type { AccountPicture, SettingsAnswer } from '../domain/answers';
import { dateAt, UTC } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { asOfNow } from '../domain/day-asked';
import type { DayAsked } from '../domain/day-asked';
import type { ConversationRecord } from '../domain/documents';
import { countryOfZone } from '../domain/holidays';
import { drawAccount } from '../records/draw-account';
import type { OwnClient } from '../records/keep-conversation';
import { refreshDetails } from '../records/refresh-acceptance';
import { mayDo } from '../policy/policy';
import type { TalkMemory } from '../domain/talk-memory';
import type { Subject, Told } from '../domain/told';
import type { ListReader } from '../records/list-accounts';
import type { KnownSender } from '../records/sender-kind';
import type { Ports } from '../ports';
import type { KeptOfPeople } from '../tasks/kept-of-people';
import type { Watcher } from '../tasks/watch-company';
import type { Reply, Turn } from '../turn';
import { accountView } from '../views/account/account';
import type { AccountOptions, Banner } from '../views/account/account';
import { settingsUndo, settingsView } from '../views/talk/settings';
import { createSpeech, languageOf } from '../views/words/speech';
import type { Speech } from '../views/words/speech';
import { commandOf, subjectOf, toldAbout } from './told';

/** One turn with all that answering it needs: who asks, where, and how to speak to them. */
export interface Here {
  readonly ports: Ports;
  readonly turn: Turn;
  readonly person: NonNullable<Turn['person']>;
  /** What the person is to us, as the policy has it. */
  readonly sender: KnownSender;
  readonly conversation: ConversationRecord;
  readonly speech: Speech;
  readonly talk: Talk;
  readonly kept: KeptOfPeople;
}

/** The talk that the turn is part of. */
export interface Talk {
  /** What is remembered of it, once the person's earlier messages are answered. */
  before(): Promise<TalkMemory | undefined>;
  /** What a message was about, by Teams' id of it. */
  saidIn(messageId: string): Promise<readonly Subject[] | undefined>;
  /** Whether a message of ours has the button that sends this payload. */
  hasButton(messageId: string, data: unknown): Promise<boolean>;
  /** In which language the person has just spoken. */
  speaks(language: Language): void;
  /** Drops all that is at hand of the person who speaks. */
  forget(): void;
}

/** The person's language decides in a personal chat, the conversation's setting everywhere else. */
export function speechFor(turn: Turn, conversation: ConversationRecord | undefined, spoken?: Language): Speech {
  const set = conversation?.settings.language;
  const own =
    turn.place.type === 'personal' ? (spoken ?? turn.locale ?? conversation?.settings.ownLanguage) : undefined;
  const language = languageOf(set ?? own ?? (turn.place.type === 'personal' ? undefined : spoken));
  return createSpeech(language, clockOf(turn.timeZone ?? ownZone(conversation)));
}

/** What the client of whoever speaks says of them. */
export function clientOf({ timeZone, locale }: Turn): OwnClient {
  const language = localeLanguage(locale);
  return { ...clockOf(timeZone), ...(language === undefined ? {} : { language }) };
}

/** The zone of the person's clock: as the client says it now, or said it last; UTC when it never did. */
export function zoneOf({ turn, conversation }: Pick<Here, 'turn' | 'conversation'>): TimeZone {
  return turn.timeZone ?? ownZone(conversation) ?? UTC;
}

/** The day that is meant now, by the person's clock and the holidays that are kept there. */
export function dayNow(
  { ports, turn, conversation }: Pick<Here, 'ports' | 'turn' | 'conversation'>,
  asked: DayAsked,
): DayAsked {
  const zone = zoneOf({ turn, conversation });
  const place = conversation.settings.quiet?.holidays ?? countryOfZone(zone);
  return asOfNow(asked, dateAt(ports.clock.now(), zone), place);
}

/** Only a personal chat has one person's clock. */
function ownZone(conversation: ConversationRecord | undefined): TimeZone | undefined {
  return conversation?.type === 'personal' ? conversation.settings.timeZone : undefined;
}

function clockOf(timeZone: TimeZone | undefined): { readonly timeZone?: TimeZone } {
  return timeZone === undefined ? {} : { timeZone };
}

/** The settings of a conversation, said in the language that they have now. */
export function saySettings(here: Here, answer: SettingsAnswer): Message {
  return settingsView(answer, createSpeech(languageOf(answer.language), { timeZone: zoneOf(here) }));
}

/** The same, with what it was about, and how to take it back. */
export function answerSettings(here: Here, answer: SettingsAnswer, told: Told): Reply {
  const undo = settingsUndo(answer, here.speech);
  return say(saySettings(here, answer), { ...told, ...(undo === undefined ? {} : { undo }) });
}

/** Speaks to a whole conversation, on our own account: its language or its person's, and UTC unless somebody told us more. */
export function speechTo({ settings }: ConversationRecord, language?: string): Speech {
  const { ownLanguage, timeZone } = settings;
  return createSpeech(languageOf(language ?? settings.language ?? ownLanguage), clockOf(timeZone));
}

/** Whose card it is: in their own chat only one person reads it. */
export function readingIn({
  person,
  conversation,
}: Pick<Here, 'person' | 'conversation'>): Pick<AccountOptions, 'reader'> {
  return conversation.type === 'personal' ? { reader: person.id } : {};
}

/** Who watches, when this turn starts a watch. */
export function watcherOf({ person, conversation, speech }: Here): Watcher {
  return { person, conversationId: conversation.conversationId, language: speech.language };
}

/** What others watch is for administrators, and for no one who looks on. */
export function readerOf({ person, sender, conversation }: Here): ListReader {
  const others = mayDo(sender.kind, 'see-watches-of-others') && conversation.type === 'personal';
  return { personId: person.id, others };
}

export function say(message: Message, told?: Told): Reply {
  return { reply: 'message', message, ...(told === undefined ? {} : { told }) };
}

/** The card that was clicked becomes this one. */
export function inPlace(message: Message, told?: Told): Reply {
  return { reply: 'card', message, ...(told === undefined ? {} : { told }) };
}

/** Several answers to one question, one message each. */
export function sayAll(messages: readonly Message[]): Reply {
  const [message, ...more] = messages;
  if (message === undefined) return { reply: 'nothing' };
  return more.length === 0
    ? { reply: 'message', message }
    : { reply: 'message', message, more: more.map((next) => ({ message: next })) };
}

/** The card of an account, after a look at the provider, as a message that is kept up to date from now on. */
export async function sayAccount(
  here: Here,
  record: AccountRecord,
  banner?: Banner,
  told?: Told,
  options: Pick<AccountOptions, 'snoozing'> = {},
): Promise<Reply> {
  const picture = drawAccount(here.ports, await refreshDetails(here.ports, record, 'person'));
  const shown = told ?? toldAbout(commandOf({ intent: 'show' }, record.tenant.name), [subjectOf(record)]);
  return keptCard(
    accountView(picture, here.speech, {
      unfolded: true,
      ...readingIn(here),
      ...options,
      ...(banner === undefined ? {} : { banner }),
    }),
    picture,
    shown,
  );
}

function keptCard(message: Message, { record }: AccountPicture, told?: Told): Reply {
  const kept = { reply: 'message', message, keep: { accountId: record.id, shownVersion: record.version } } as const;
  return told === undefined ? kept : { ...kept, told };
}

/** The record of an account: from memory, or from the store when another replica has only just made it. */
export async function accountById({ ports }: Here, id: string): Promise<AccountRecord | undefined> {
  return ports.register.account(id) ?? (await ports.store.read('account', id))?.document;
}
