import type { Button, Link, Toggle } from './parts';

type Any = Button | Link | Toggle;

/** The buttons of one line of a card. */
export interface ButtonRow {
  /** The first stands apart from what is above it, the others close below. */
  readonly spacing: 'Medium' | 'Small';
  readonly actions: readonly Any[];
}

/** About how wide a card and a button are in Teams, in pixels: what is too much for a line is not broken, but cut. */
const CARD_WIDTH = 528;
const LETTER = 7.6;
const AROUND = 26;
const BETWEEN = 8;

/** As many buttons on each line as their titles leave room for. */
export function buttonRows(buttons: readonly Any[]): readonly ButtonRow[] {
  const rows: Any[][] = [];
  let room = 0;
  for (const one of buttons) {
    const width = one.title.length * LETTER + AROUND + BETWEEN;
    if (rows.length === 0 || width > room) {
      rows.push([]);
      room = CARD_WIDTH + BETWEEN;
    }
    rows.at(-1)?.push(one);
    room -= width;
  }
  return rows.map((actions, at) => ({ spacing: at === 0 ? 'Medium' : 'Small', actions }));
}
