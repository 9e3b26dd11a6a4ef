import type { ConversationRecord } from './domain/documents';
import type { Speaker } from './domain/sender';
import type { Sent } from './domain/sent';
import type { Instant } from './domain/time';

export type { Sent } from './domain/sent';

/** What is said: a card, or text. `summary` is what a notification shows; `text` stands in where no card can be drawn. */
export interface Message {
  readonly card?: object;
  /** In place of a card: a file that is offered, or where one is now. */
  readonly file?: MessageFile;
  readonly text: string;
  readonly summary: string;
}

/**
 * - `offered`: nothing is sent before the person consents; `context` comes back then
 * - `there`: the person finds it among their own files
 */
export type MessageFile =
  | {
      readonly file: 'offered';
      readonly name: string;
      readonly description: string;
      readonly bytes: number;
      readonly context: object;
    }
  | {
      readonly file: 'there';
      readonly name: string;
      readonly contentUrl: string;
      readonly uniqueId: string;
      readonly fileType: string;
    };

/** Speaks in Teams on its own account, within Teams' limits. Never throws for what Teams answers. */
export interface Courier {
  /**
   * Posts a new message; in a channel, a new thread. It does not leave at or after `notAfter`, however long it had to
   * wait: whoever claimed the post until then must not make it beside the next one who claims it.
   */
  post(to: ConversationRecord, message: Message, notAfter?: Instant): Promise<Sent>;
  /**
   * Replaces a message that we posted earlier. What could not leave by `notAfter`, or within seconds, does not leave at
   * all: somebody else may have shown what is newer meanwhile.
   */
  update(
    to: ConversationRecord,
    place: { readonly messageId: string; readonly threadId?: string },
    message: Message,
    notAfter?: Instant,
  ): Promise<Sent>;
  /**
   * Whether a person is a member (and no guest) of the conversation's team; `undefined` when we could not look. The
   * answer may be some minutes old unless it has to be `fresh`.
   */
  isMember(
    of: ConversationRecord,
    person: Pick<Speaker, 'id' | 'memberId'>,
    fresh?: 'fresh',
  ): Promise<boolean | undefined>;
  /** The member of a conversation with Teams' own id (`29:...`); `undefined` when there is none, or we could not look. */
  identify(
    of: Pick<ConversationRecord, 'conversationId' | 'serviceUrl' | 'tenantId'>,
    memberId: string,
  ): Promise<Identified | undefined>;
}

export interface Identified {
  /** Entra object id. */
  readonly id: string;
  readonly name?: string;
  readonly standing: 'member' | 'guest' | 'outsider';
}
