import { LRUCache } from 'lru-cache';
import { documentId } from '../domain/documents';
import type { SaidRecord } from '../domain/documents';
import type { Subject } from '../domain/told';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import type { Ports } from '../ports';

type Deps = Pick<Ports, 'store' | 'partnerId' | 'log'>;

/** How long a message of the bot can be quoted, and its buttons are known for its own, in seconds. */
export const QUOTED_FOR_S = 30 * 86_400;
const MOST_AT_HAND = 2_000;
/** Of a message that has shown many pages, the buttons of the last ones. */
const MOST_BUTTONS = 300;
const ATTEMPTS = 5;

/** A message is known by its conversation and by Teams' id of it, which is good within that. */
export interface MessagePlace {
  readonly conversationId: string;
  readonly messageId: string;
}

/** What a message was about, and the marks of the buttons that it has. */
export type Shows = Pick<SaidRecord, 'about'> & { readonly buttons: readonly string[] };

/** What each message of the bot was about and which buttons it has: at hand, and in the store for the other replicas. */
export interface SaidMessages {
  /** What a message was about; undefined when that is not known. */
  about(at: MessagePlace): Promise<readonly Subject[] | undefined>;
  /** Whether it has a button with one of these marks. */
  hasButton(at: MessagePlace, marks: readonly string[]): Promise<boolean>;
  /** A message of the bot that shows this, or shows it now instead of what it showed before. */
  keep(at: MessagePlace, shows: Shows): Promise<void>;
  /** A message to the bot, which can be quoted like one of its own; not kept in the store. */
  hear(at: MessagePlace, about: readonly Subject[]): void;
}

export function createSaidMessages(deps: Deps): SaidMessages {
  const atHand = new LRUCache<string, Shows>({ max: MOST_AT_HAND });

  async function stored(id: string): Promise<Shows | undefined> {
    const found = (await look(deps, () => deps.store.read('said', id)))?.document;
    if (found === undefined) return undefined;
    const shows = { about: found.about, buttons: found.buttons ?? [] };
    atHand.set(id, shows);
    return shows;
  }

  return {
    async about(at) {
      const id = saidId(at);
      const { about = [] } = atHand.get(id) ?? (await stored(id)) ?? {};
      return about.length === 0 ? undefined : about;
    },
    async hasButton(at, marks) {
      if (marks.length === 0) return false;
      const id = saidId(at);
      const has = (shows: Shows | undefined): boolean => shows?.buttons.some((mark) => marks.includes(mark)) === true;
      // Another replica may have shown something else in it since.
      return has(atHand.get(id)) || has(await stored(id));
    },
    async keep(at, shows) {
      if (shows.about.length === 0 && shows.buttons.length === 0) return;
      const id = saidId(at);
      atHand.set(id, together(atHand.get(id), shows));
      await look(deps, () => keepShown(deps, at, shows));
    },
    hear(at, about) {
      if (about.length > 0) atHand.set(saidId(at), { about, buttons: [] });
    },
  };
}

/** Writes down what a message of the bot shows. Throws where the store does. */
export async function keepShown(deps: Omit<Deps, 'log'>, at: MessagePlace, shows: Shows): Promise<void> {
  const id = saidId(at);
  const head = { id, partnerId: deps.partnerId, format: presentFormat('said', UPGRADES), ttl: QUOTED_FOR_S };
  let before: Awaited<ReturnType<typeof deps.store.read<'said'>>>;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { about, buttons } = together(before?.document, shows);
    const document: SaidRecord = { ...head, kind: 'said', about, buttons };
    const { outcome } = await deps.store.write(
      before === undefined ? { write: 'insert', document } : { write: 'replace', document, etag: before.etag },
    );
    if (outcome === 'saved') return;
    before = await deps.store.read('said', id);
  }
}

/** It is about what it shows now; clients that have not drawn it anew still have the buttons of before. */
function together(before: Pick<SaidRecord, 'buttons'> | undefined, { about, buttons }: Shows): Shows {
  const all = new Set([...(before?.buttons ?? []), ...buttons]);
  return { about, buttons: [...all].slice(-MOST_BUTTONS) };
}

/** What cannot be read or kept makes a shorter talk, never a failed turn. */
async function look<T>({ log }: Pick<Deps, 'log'>, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log.warn({ error }, 'What was said in a message could not be read or kept');
    return undefined;
  }
}

function saidId({ conversationId, messageId }: MessagePlace): string {
  return documentId('said', conversationId, messageId);
}
