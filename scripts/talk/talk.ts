import { z } from 'zod';

/** One talk of the data, as far as the bot may see it: what is right of its turns is the scorer's. */
export interface Talk {
  readonly id: string;
  readonly lang: string;
  readonly place: 'personal' | 'group' | 'channel';
  readonly turns: readonly SaidTurn[];
}

export interface SaidTurn {
  readonly say: string;
  readonly by?: string | undefined;
  readonly after_s?: number | undefined;
  readonly quotes?: { readonly turn: number; readonly of: 'answer' | 'say' } | undefined;
}

/** What became of a turn, in the words of the data; null when it ended in a fault or without an answer. */
export type Outcome = {
  readonly intent: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly about: readonly string[];
  readonly listed: readonly string[];
  readonly asks: boolean;
  readonly changed: boolean;
  readonly says: string;
} | null;

const turn = z.object({
  say: z.string(),
  by: z.string().optional(),
  after_s: z.number().min(0).optional(),
  quotes: z.object({ turn: z.number().int().min(1), of: z.enum(['answer', 'say']) }).optional(),
});

const talk = z.object({
  id: z.string(),
  lang: z.string(),
  place: z.enum(['personal', 'group', 'channel']),
  turns: z.array(turn),
});

/** Reads talks, one JSON object a line; throws with the line's number where one is no talk. */
export function readTalks(text: string): readonly Talk[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = talk.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`line ${at + 1} is no talk: ${z.prettifyError(read.error)}`);
    return [read.data];
  });
}
