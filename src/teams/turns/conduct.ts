import type { Message, Sent } from '../../courier';
import type { Ids } from '../../runtime/ids';
import type { Log } from '../../runtime/log';
import { createOwnTurns } from '../../runtime/own-turns';
import type { Desk, Input, Reply, Said, Turn } from '../../turn';
import type { Voice } from '../sending/courier';
import { within, type Timer } from '../timer';
import { createTurnstile, type Whose } from './turnstile';

/** Runs turns: whatever happens in one, the person gets a calm answer and the log a line with the same reference. */
export interface Conductor {
  /** Asks and says, in the order in which the person sent; whoever sends too much is told so instead. Never throws. */
  converse(turn: Turn): Promise<void>;
  /** The desk's reply to a click or a search, or a request to slow down. Never throws. */
  askAtOnce(turn: Turn): Promise<Reply>;
  /** Answers in the conversation however long it takes, and holds up nothing else that the person sends. */
  goOn(turn: Turn): void;
  /** Says a reply in the conversation. Never throws. */
  say(turn: Turn, reply: Reply): Promise<void>;
  /** The result, or what `instead` gives when it takes so long that Teams would give up; the work goes on. */
  inTime<T>(turn: Turn, work: Promise<T>, instead: (apology: () => Reply) => T, withinMs?: number): Promise<T>;
  /** Resolves when no turn is under way any more. */
  idle(): Promise<void>;
}

/** Clients give up on a click after 15 s, the Bot Service on a delivery after 10 to 15 s; then it delivers again. */
const ANSWER_WITHIN_MS = 9_000;
const TYPING_AFTER_MS = 1_000;
/** So long a click waits for what is being said in its conversation: until then nobody knows which message that is. */
const SAID_WITHIN_MS = 1_000;

/** Things that a person did and waits for; nobody waits for an answer to the rest. */
const WAITED_FOR: ReadonlySet<Input['kind']> = new Set([
  'text',
  'action',
  'search',
  'find',
  'link',
  'who',
  'dialog',
  'file',
]);

export function createConductor(deps: {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly log: Log;
  readonly ids: Ids;
  readonly timer: Timer;
}): Conductor {
  const { desk, voice, timer } = deps;
  const turnstile = createTurnstile(timer);
  const underWay = new Set<Promise<unknown>>();
  const beingSaid = new Map<string, Set<Promise<unknown>>>();
  const ownTurn = createOwnTurns();

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    const forget = (): void => {
      underWay.delete(work);
    };
    work.then(forget, forget);
    return work;
  }

  function trackIn({ conversationId }: Turn['place'], work: Promise<unknown>): void {
    const here = beingSaid.get(conversationId) ?? new Set();
    beingSaid.set(conversationId, here.add(work));
    const forget = (): void => {
      here.delete(work);
      if (here.size === 0) beingSaid.delete(conversationId);
    };
    work.then(forget, forget);
  }

  /** A click may be on the very answer that is being said: what is there to be known of that message is kept first. */
  async function allSaid({ place, input }: Turn): Promise<void> {
    const here = beingSaid.get(place.conversationId);
    if (input.kind !== 'action' || here === undefined) return;
    await within<unknown>(timer, SAID_WITHIN_MS, Promise.allSettled(here), () => undefined);
  }

  function apologise(turn: Turn, text: string, error: unknown): Reply {
    const reference = deps.ids.next().slice(0, 8);
    const { id, place, input } = turn;
    deps.log.error({ reference, error, activityId: id, tenantId: place.tenantId, input: input.kind }, text);
    if (!WAITED_FOR.has(input.kind)) return { reply: 'nothing' };
    try {
      return desk.apologise(turn, reference);
    } catch (second) {
      deps.log.error({ reference, error: second }, 'The apology for a failed turn failed too.');
      return plain(turn, `Something went wrong here. Please try again in a minute. Reference: ${reference}`);
    }
  }

  function slowDown(turn: Turn): Reply {
    if (turn.input.kind === 'search') return { reply: 'choices', choices: [] };
    try {
      return desk.slowDown(turn);
    } catch (error) {
      deps.log.error({ error }, 'The request to slow down failed.');
      return plain(turn, 'Please send the rest in half a minute.');
    }
  }

  async function answer(turn: Turn): Promise<Reply> {
    const cancelTyping = timer.after(TYPING_AFTER_MS, () => {
      if (turn.input.kind === 'text') void voice.typing(turn.place);
    });
    try {
      return await desk.answer(turn);
    } catch (error) {
      return apologise(turn, 'A turn failed.', error);
    } finally {
      cancelTyping();
    }
  }

  async function deliver(turn: Turn, reply: Reply): Promise<Sent | undefined> {
    const replyToId = turn.input.kind === 'text' || turn.input.kind === 'action' ? turn.id : undefined;
    const { place } = turn;
    switch (reply.reply) {
      case 'message':
        return speak(turn, reply, replyToId);
      case 'note':
        return voice.say(place, textOnly(reply.text), replyToId);
      case 'card':
        // Only the answer to a click itself changes a card for the person who clicked and for nobody else.
        return speak(turn, { ...reply, reply: 'message' }, replyToId);
      case 'choices':
      case 'offers':
      case 'dialog':
      case 'nothing':
        return undefined;
    }
  }

  async function speak(turn: Turn, reply: Extract<Reply, { reply: 'message' }>, replyToId: string | undefined) {
    let sent = await sayOne(turn, reply, replyToId);
    const ids = [...idOf(sent)];
    for (const next of reply.more ?? []) {
      if (sent.sent !== 'sent') break;
      sent = await sayOne(turn, next, replyToId);
      ids.push(...idOf(sent));
    }
    answered(turn, reply, ids);
    return sent;
  }

  /** Nobody waits for it; a stop does. */
  function answered(turn: Turn, reply: Reply, messageIds: readonly string[]): void {
    const keeping = track(desk.answered(turn, reply, messageIds));
    trackIn(turn.place, keeping);
    void keeping.catch((error: unknown) => {
      deps.log.warn({ activityId: turn.id, error }, 'What an answer was about could not be kept');
    });
  }

  async function sayOne(turn: Turn, said: Said, replyToId: string | undefined): Promise<Sent> {
    const sent = await voice.say(turn.place, said.message, replyToId);
    if (sent.sent === 'sent' && said.keep !== undefined) {
      const { threadId = turn.place.threadId } = sent;
      const at = { messageId: sent.messageId, ...(threadId === undefined ? {} : { threadId }) };
      await desk.said(turn, { ...said, reply: 'message' }, at);
    }
    return sent;
  }

  async function say(turn: Turn, reply: Reply): Promise<void> {
    try {
      const delivery = track(deliver(turn, reply));
      trackIn(turn.place, delivery);
      const sent = await delivery;
      if (sent === undefined || sent.sent === 'sent') return;
      deps.log.warn({ activityId: turn.id, outcome: sent }, 'An answer could not be said.');
    } catch (error) {
      deps.log.error({ activityId: turn.id, error }, 'Saying an answer failed.');
    }
  }

  async function askAtOnce(turn: Turn): Promise<Reply> {
    if (!turnstile.atOnce(whose(turn))) return slowDown(turn);
    await allSaid(turn);
    const reply = await answer(turn);
    const { input } = turn;
    const clicked = input.kind === 'action' && reply.reply !== 'message' ? input.messageId : undefined;
    if (clicked !== undefined) answered(turn, reply, [clicked]);
    return reply;
  }

  return {
    say,
    askAtOnce,
    goOn(turn) {
      void track(askAtOnce(turn).then((reply) => say(turn, reply)));
    },
    async converse(turn) {
      if (!WAITED_FOR.has(turn.input.kind)) {
        await say(turn, await answer(turn));
        return;
      }
      const entered = await turnstile.inOrder(
        whose(turn),
        () => ownTurn().then(() => answer(turn)),
        (reply) => say(turn, reply),
      );
      if (!entered.entered && entered.tell) await say(turn, slowDown(turn));
    },
    inTime: (turn, work, instead, withinMs = ANSWER_WITHIN_MS) =>
      within(timer, withinMs, track(work), () =>
        instead(() => apologise(turn, 'A turn takes longer than Teams waits; it goes on.', undefined)),
      ),
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function whose({ person, place }: Turn): Whose {
  const { conversationId } = place;
  return person === undefined ? { conversationId } : { conversationId, personId: person.id };
}

function idOf(sent: Sent): readonly string[] {
  return sent.sent === 'sent' ? [sent.messageId] : [];
}

/** When nothing that draws can be trusted: in English, and as plain as can be. */
function plain({ input }: Turn, text: string): Reply {
  return input.kind === 'text' ? { reply: 'message', message: textOnly(text) } : { reply: 'note', text };
}

function textOnly(text: string): Message {
  return { text, summary: text };
}
