import type { Language } from '../domain/language';
import { remember } from '../domain/talk-memory';
import type { TalkMemory } from '../domain/talk-memory';
import type { Subject, Told } from '../domain/told';
import type { Ports } from '../ports';
import { marksOfClick, marksOn } from '../records/button-marks';
import { createSaidMessages } from '../records/keep-said';
import { createTalks } from '../records/keep-talk';
import type { Message } from '../courier';
import type { Input, Reply, Turn } from '../turn';
import type { Talk } from './here';

/** Hears what an answer was about, once it is made; undefined when it was about nothing that is carried on. */
export type Hears = (turn: Turn, told: Told | undefined) => void;

export interface InTalk {
  /** Answers a turn as part of its person's talk, which goes on from what the answer was about. */
  answer(turn: Turn, answer: (talk: Talk) => Promise<Reply>): Promise<Reply>;
  /** What a person has asked about in a place, the latest last. */
  recent(place: Turn['place'], personId: string): Promise<readonly Subject[]>;
  answered(turn: Turn, reply: Reply, messageIds: readonly string[]): Promise<void>;
}

export function createInTalk(ports: Ports, hears: Hears): InTalk {
  const talks = createTalks(ports);
  const said = createSaidMessages(ports);

  return {
    async answer(turn, answer) {
      const { input, place, person } = turn;
      const { conversationId } = place;
      const messages: Pick<Talk, 'saidIn' | 'hasButton'> = {
        saidIn: (messageId) => said.about({ conversationId, messageId }),
        hasButton: (messageId, data) => said.hasButton({ conversationId, messageId }, marksOfClick(data)),
      };
      if (person === undefined || !says(input)) return answer({ ...NO_TALK, ...messages });
      const own = talks.enter(place, person.id);
      const end: { told: Told | undefined; isForgotten: boolean; language?: Language } = {
        told: undefined,
        isForgotten: false,
      };
      const speaks = (language: Language): void => {
        end.language = language;
      };
      const forget = (): void => {
        end.isForgotten = true;
        talks.forget(person.id);
      };
      try {
        const reply = await answer({ before: () => own.before(), ...messages, speaks, forget });
        end.told = toldBy(reply);
        return reply;
      } finally {
        // Not waited for: the answer does not depend on it.
        void own.leave((earlier) => {
          const after = remember(earlier, end.told, ports.clock.now());
          hears(turn, after.told);
          return end.isForgotten ? undefined : inLanguage(after.memory, end.language);
        });
      }
    },
    async recent(place, personId) {
      const memory = await talks.look(place, personId);
      return memory?.talkedAbout ?? [];
    },
    async answered(turn, reply, messageIds) {
      const { id, place, person } = turn;
      if (person === undefined) return;
      const { conversationId } = place;
      const about = toldBy(reply)?.about ?? [];
      said.hear({ conversationId, messageId: id }, about);
      const kept = Promise.all(
        messageIds.map(async (messageId, index) => {
          const buttons = marksOn(cardsOf(reply)[index]);
          if (await isItsOwn(turn, reply, messageId))
            await said.keep({ conversationId, messageId }, { about, buttons });
        }),
      );
      await talks.save(place, person.id);
      await kept;
    },
  };

  /** What takes the place of a card counts as shown there only where the click is known to have come from that card. */
  async function isItsOwn({ place, input }: Turn, reply: Reply, messageId: string): Promise<boolean> {
    if (reply.reply !== 'card') return true;
    // The account's own record keeps which messages are its cards.
    if (reply.keep !== undefined) return false;
    const { conversationId } = place;
    return input.kind === 'action' && said.hasButton({ conversationId, messageId }, marksOfClick(input.data));
  }
}

/** The cards of the messages that a reply was said in, in their order. */
function cardsOf(reply: Reply): readonly Message['card'][] {
  if (reply.reply === 'card') return [reply.message.card];
  if (reply.reply !== 'message') return [];
  return [reply, ...(reply.more ?? [])].map(({ message }) => message.card);
}

/** A client that refreshes a card by itself says nothing, nor does a search while somebody types. */
function says(input: Input): boolean {
  return input.kind === 'text' || (input.kind === 'action' && !input.automatic);
}

function inLanguage(memory: TalkMemory | undefined, language: Language | undefined): TalkMemory | undefined {
  return memory === undefined || language === undefined ? memory : { ...memory, language };
}

const NO_TALK: Pick<Talk, 'before' | 'speaks' | 'forget'> = {
  before: () => Promise.resolve(undefined),
  speaks: () => undefined,
  forget: () => undefined,
};

function toldBy(reply: Reply): Told | undefined {
  return 'told' in reply ? reply.told : undefined;
}
