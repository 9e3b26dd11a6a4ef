import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Processes } from '../../scripts/processes';
import { startPlayground } from '../../scripts/stack';
import { openClient } from '../../test/playground/client';
import type { Client } from '../../test/playground/client';
import type { Stage } from '../../test/turns/stage';
import { CLICKS, countRow, newDay, printDays, tenantsByDomain } from './day';
import type { Day } from './day';

/** The one person of the Playground, by env/playground.yml. */
export const PLAYGROUND_PERSON = 'a0000000-0000-4000-8000-000000000001';

const SAVE = 'Save and go on';
const HEADING = /open accounts/;

/** Somebody who plays elsewhere, and before each page waits until `next` lets them. */
type Beside = (next: () => Promise<void>) => Promise<Day>;

/** Plays the day in the Playground in a browser, page by page in turns with somebody else, who would be quicker. */
export async function playInBrowser(stage: Stage, beside: Beside): Promise<void> {
  const processes = new Processes();
  const workDir = mkdtempSync(join(tmpdir(), 'handshake-day-'));
  try {
    const botPort = Number(new URL(stage.url).port);
    const port = await startPlayground(processes, { port: 0, botPort, workDir });
    const client = await openClient(`http://localhost:${port}`, 'Handshake');
    try {
      await client.open('Personal Chat');
      const began = performance.now();
      const turns = createTurns();
      const own = playDay(stage, client, turns.give).finally(turns.end);
      const days = await Promise.all([own, beside(turns.take)]);
      printDays(days, performance.now() - began);
    } finally {
      await client.close();
    }
  } finally {
    await processes.stopAll();
    rmSync(workDir, { recursive: true, force: true });
  }
}

interface Turns {
  /** One more page for the other one. */
  readonly give: () => void;
  readonly take: () => Promise<void>;
  /** Nobody waits any more. */
  readonly end: () => void;
}

function createTurns(): Turns {
  let left = 0;
  let wake: (() => void) | undefined;
  const add = (count: number): void => {
    left += count;
    wake?.();
  };
  return {
    give: () => {
      add(1);
    },
    end: () => {
      add(Infinity);
    },
    take: async () => {
      if (left === 0) await new Promise<void>((resolve) => (wake = resolve));
      left -= 1;
    },
  };
}

async function playDay({ sandbox }: Stage, client: Client, saved: () => void): Promise<Day> {
  const day = newDay('in the Playground');
  const tenants = tenantsByDomain(sandbox);
  await client.say('review');
  let card = await client.card(HEADING);
  while (await card.getByRole('button', { name: SAVE }).isVisible()) {
    day.pages += 1;
    for (const row of await client.page.evaluate<readonly BrowserRow[]>(READ_ROWS)) {
      const truth = tenants.get(row.domain)?.truth;
      const number = truth === undefined ? undefined : sandbox.world.findCustomer(truth)?.number;
      const right = row.choices.find(({ value }) => value === `map:${truth}`);
      if (right !== undefined) await card.locator(`[id="${right.id}"]`).check({ force: true });
      if (right !== undefined) day.clicks += CLICKS.choose;
      const ticked = row.ticked !== undefined;
      countRow(day, { maps: ticked || right !== undefined, right: !ticked || row.ticked.includes(`${number}`) });
    }
    day.clicks += CLICKS.save;
    const before = await client.page.evaluate<string>(TEXT);
    const clicked = performance.now();
    await card.getByRole('button', { name: SAVE }).click();
    card = await nextPage(client, before);
    day.waited += performance.now() - clicked;
    saved();
  }
  return day;
}

/** The card as it is once it is another one. */
async function nextPage({ page }: Client, before: string): Promise<Locator> {
  await page.waitForFunction(`${TEXT} !== '' && ${TEXT} !== ${JSON.stringify(before)}`);
  return page.locator('.ac-adaptiveCard').last();
}

interface BrowserRow {
  readonly domain: string;
  /** What the box says that is ticked. */
  readonly ticked?: string;
  /** What can be chosen with one click. */
  readonly choices: readonly { readonly id: string; readonly value: string }[];
}

// All of this runs in the page.
const LAST_CARD = `[...document.querySelectorAll('.ac-adaptiveCard')].at(-1)`;
/** Without the note that the Playground puts below. */
const TEXT = `[...(${LAST_CARD}?.querySelectorAll('.ac-textBlock') ?? [])].map(({ textContent }) => textContent).join('|')`;
const READ_ROWS = `[...${LAST_CARD}.querySelectorAll('input[type=checkbox], [role=radiogroup], [role=combobox]')].map((input) => {
  const label = document.getElementById((input.getAttribute('aria-labelledby') ?? '').split(' ')[0]);
  return {
    domain: (label?.textContent ?? '').split(' · ')[0],
    ...(input.checked ? { ticked: input.getAttribute('aria-label') } : {}),
    choices: [...input.querySelectorAll('input[type=radio]')].map(({ id, value }) => ({ id, value })),
  };
})`;
