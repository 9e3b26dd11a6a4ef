import type { ConversationRecord } from './domain/documents';
import type { Speaker } from './domain/sender';
import type { Instant } from './domain/time';

/** What is said: a card, or text. `summary` is what a notification shows; `text` stands in where no card can be drawn. */
export interface Message {
  readonly card?: object;
  readonly text: string;
  readonly summary: string;
}

/**
 * - `sent`: Teams took it; `threadId` is the thread that a channel post opened
 * - `later`: refused for now, nothing was shown (throttled, service trouble before the request left or a clear refusal)
 * - `unsure`: no answer came; it may have been shown
 * - `message-gone`: the message to update is not there any more
 * - `conversation-gone`: the conversation is not there any more
 * - `paused`: we may not speak there now (blocked, not in the roster, uninstalled)
 * - `too-late`: its time was over before it could leave; nothing was shown
 * - `rejected`: our own mistake (bad request, too big); trying again the same way is pointless
 */
export type Sent =
  | { readonly sent: 'sent'; readonly messageId: string; readonly threadId?: string }
  | { readonly sent: 'later'; readonly retryAt?: Instant; readonly reason: string }
  | { readonly sent: 'unsure'; readonly reason: string }
  | { readonly sent: 'too-late' }
  | { readonly sent: 'message-gone' }
  | { readonly sent: 'conversation-gone'; readonly reason: string }
  | { readonly sent: 'paused'; readonly reason: string }
  | { readonly sent: 'rejected'; readonly reason: string };

/** Speaks in Teams on its own account, within Teams' limits. Never throws for what Teams answers. */
export interface Courier {
  /**
   * Posts a new message; in a channel, a new thread. It does not leave at or after `notAfter`, however long it had to
   * wait: whoever claimed the post until then must not make it beside the next one who claims it.
   */
  post(to: ConversationRecord, message: Message, notAfter?: Instant): Promise<Sent>;
  /** Replaces a message that we posted earlier. */
  update(
    to: ConversationRecord,
    place: { readonly messageId: string; readonly threadId?: string },
    message: Message,
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
