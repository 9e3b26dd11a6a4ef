import type { Instant } from './time';

/**
 * What became of a message, or of a change to one.
 * - `sent`: Teams took it; `threadId` is the thread that a channel post opened
 * - `later`: refused for now, nothing was shown (throttled, service trouble before the request left or a clear refusal)
 * - `unsure`: it may have been shown; `over` when Teams has answered, so that nothing is under way any more
 * - `message-gone`: the message to update is not there any more
 * - `conversation-gone`: the conversation is not there any more
 * - `paused`: we may not speak there now (blocked, not in the roster, uninstalled)
 * - `too-late`: its time was over before it could leave; nothing was shown
 * - `rejected`: our own mistake (bad request, too big); trying again the same way is pointless
 */
export type Sent =
  | { readonly sent: 'sent'; readonly messageId: string; readonly threadId?: string }
  | { readonly sent: 'later'; readonly retryAt?: Instant; readonly reason: string }
  | { readonly sent: 'unsure'; readonly reason: string; readonly over?: true }
  | { readonly sent: 'too-late' }
  | { readonly sent: 'message-gone' }
  | { readonly sent: 'conversation-gone'; readonly reason: string }
  | { readonly sent: 'paused'; readonly reason: string }
  | { readonly sent: 'rejected'; readonly reason: string };
