import type { ConversationRecord, EventRecord, TeamRecord, WatchRecord } from './documents';

/** How long what nobody needs any more is kept, in seconds; `docs/security.md` says the same to people. */
const DAY_S = 86_400;
const WATCH_ENDED = 30 * DAY_S;
const CONVERSATION_REMOVED = 90 * DAY_S;
const CONVERSATION_SILENT = 365 * DAY_S;
const TEAM_NOT_APPROVED = 90 * DAY_S;
/** Longer than a source delivers an event again. */
const EVENT_DONE = 2 * DAY_S;

/** With the expiry that its state asks for: none while the bot may speak there. */
export function keptConversation({ ttl: _old, ...conversation }: ConversationRecord): ConversationRecord {
  switch (conversation.state) {
    case 'active':
      return conversation;
    case 'paused':
      return { ...conversation, ttl: CONVERSATION_SILENT };
    case 'removed':
      return { ...conversation, ttl: CONVERSATION_REMOVED };
  }
}

/** Whether its person still waits for news, or for the question that was asked of them. */
export function isLive(watch: WatchRecord): boolean {
  return watch.state === 'waiting' || watch.state === 'asked';
}

/** None while the watch runs, or still owes its person a word. */
export function keptWatch({ ttl: _old, ...watch }: WatchRecord): WatchRecord {
  return isLive(watch) || watch.owes !== undefined ? watch : { ...watch, ttl: WATCH_ENDED };
}

export function keptTeam({ ttl: _old, ...team }: TeamRecord): TeamRecord {
  return team.state === 'approved' ? team : { ...team, ttl: TEAM_NOT_APPROVED };
}

/** Worked off: remembered for a while, so that the same event is not looked into again. */
export function doneEvent({ dueAt: _over, ...event }: EventRecord): EventRecord {
  return { ...event, state: 'done', ttl: EVENT_DONE };
}
