import { remember } from '../domain/talk-memory';
import type { Subject, Told } from '../domain/told';
import type { Ports } from '../ports';
import { createTalks } from '../records/keep-talk';
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

  return {
    async answer(turn, answer) {
      const { input, place, person } = turn;
      const saidIn: Talk['saidIn'] = (messageId) => talks.saidIn(place, messageId);
      if (person === undefined || !says(input)) return answer({ ...NO_TALK, saidIn });
      const own = talks.enter(place, person.id);
      const end: { told: Told | undefined; isForgotten: boolean } = { told: undefined, isForgotten: false };
      const forget = (): void => {
        end.isForgotten = true;
        talks.forget(person.id);
      };
      try {
        const reply = await answer({ before: () => own.before(), saidIn, forget });
        end.told = toldBy(reply);
        return reply;
      } finally {
        // Not waited for: the answer does not depend on it.
        void own.leave((earlier) => {
          const after = remember(earlier, end.told, ports.clock.now());
          hears(turn, after.told);
          return end.isForgotten ? undefined : after.memory;
        });
      }
    },
    async recent(place, personId) {
      const memory = await talks.look(place, personId);
      return memory?.talkedAbout ?? [];
    },
    async answered({ id, place, person }, reply, messageIds) {
      const about = toldBy(reply)?.about ?? [];
      if (person !== undefined) await talks.save(place, person.id, { question: id, answers: messageIds, about });
    },
  };
}

/** A client that refreshes a card by itself says nothing, nor does a search while somebody types. */
function says(input: Input): boolean {
  return input.kind === 'text' || (input.kind === 'action' && !input.automatic);
}

const NO_TALK: Pick<Talk, 'before' | 'forget'> = {
  before: () => Promise.resolve(undefined),
  forget: () => undefined,
};

function toldBy(reply: Reply): Told | undefined {
  return 'told' in reply ? reply.told : undefined;
}
