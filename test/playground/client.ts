import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page, type Request } from 'playwright-core';
import { eventually } from '../drills/eventually';
import { findBrowser, type BrowserSource } from '../../scripts/browser';
import { root } from './program';

const SHOTS = join(root, 'out', 'screenshots');
/** How long a text may take to appear; generous, since the machine may be busy. */
const PATIENCE_MS = 30_000;

/** The Playground in a real browser, driven as a person would. */
export interface Client {
  readonly page: Page;
  /** Opens a conversation of the left column: `Personal Chat`, `Accounting`, `Fjord Cloud - New customers`. */
  open(conversation: string): Promise<void>;
  /** Types into a chat and sends. */
  say(text: string): Promise<void>;
  /** Starts a thread in a channel that mentions the bot, and waits until it is on the page. */
  post(text: string): Promise<void>;
  /** The last card that holds the text, once it is on the page. */
  card(text: string | RegExp): Promise<Locator>;
  /** Resolves once the text is on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Clicks a button of the last card that holds the text, and waits for the answer if the bot is asked. */
  click(card: string | RegExp, button: string): Promise<void>;
  /** Keeps a picture in out/screenshots, with this card in it. */
  shot(name: string, card: string | RegExp): Promise<void>;
  /** Requests that left this machine and were stopped. */
  readonly stopped: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openClient(url: string, bot: string, sources?: readonly BrowserSource[]): Promise<Client> {
  const browser = await findBrowser(sources);
  const context = await chromium.launchPersistentContext('', {
    executablePath: browser.executablePath,
    args: [...browser.args],
    viewport: { width: 1280, height: 1400 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const stopped = await keepInside(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  mkdirSync(SHOTS, { recursive: true });
  return { page, stopped, ...hands(page, bot), close: () => context.close() };
}

/** Tests call this machine only: the page asks a network of others for its fonts. */
async function keepInside(context: BrowserContext): Promise<readonly string[]> {
  const stopped: string[] = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => {
      stopped.push(route.request().url());
      return route.abort();
    },
  );
  return stopped;
}

/** Resolves once nothing that was clicked waits for its answer, which would be drawn over whatever has come meanwhile. */
function answersOf(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => request.url().endsWith('/invoke') && asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return async () => {
    // The page is asked something, so that what the click sent is known here first.
    await page.evaluate('0');
    await eventually('the click is answered', () => asked.size === 0, PATIENCE_MS);
  };
}

/** What is used of an element of the page. */
interface TreeItem {
  readonly classList: { readonly length: number };
  getAttribute(name: string): string | null;
}

/**
 * Whether a conversation of the left column is the chosen one. Until it is, the page holds the box of the one before.
 * Nothing but one class more than the others tells them apart.
 */
async function isChosen(page: Page, conversation: string): Promise<boolean> {
  return page.getByRole('treeitem').evaluateAll((items: readonly TreeItem[], wanted) => {
    const most = Math.max(...items.map(({ classList }) => classList.length));
    const chosen = items.filter(({ classList }) => classList.length === most);
    return chosen.length === 1 && chosen[0]?.getAttribute('aria-label') === wanted;
  }, conversation);
}

function hands(page: Page, bot: string): Omit<Client, 'page' | 'stopped' | 'close'> {
  const boxes = page.locator('[role="textbox"][contenteditable="true"]');
  const compose = boxes.first();
  const answers = answersOf(page);
  const card = async (text: string | RegExp): Promise<Locator> => {
    const found = page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
    await found.waitFor();
    return found;
  };
  /** Waits until what was written stands in the box: what is sent before the editor has taken it is sent without it. */
  const written = async (text: string): Promise<void> => {
    await compose.filter({ hasText: text }).waitFor();
  };
  return {
    card,
    async open(conversation) {
      await page.getByRole('treeitem', { name: conversation }).click();
      await eventually(`${conversation} is open`, () => isChosen(page, conversation), PATIENCE_MS);
      await compose.waitFor();
    },
    async say(text) {
      await compose.click();
      await page.keyboard.insertText(text);
      await written(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    async post(text) {
      const threads = (await boxes.count()) - 1;
      await compose.click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem').getByText(bot, { exact: true }).click();
      await written(bot);
      await page.keyboard.insertText(` ${text}`);
      await written(text);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
      // A thread that is there has a box of its own; its text stands in the log as soon as it is sent.
      await boxes.nth(threads + 1).waitFor();
    },
    async sees(text) {
      await page.getByText(text).last().waitFor();
    },
    async click(text, button) {
      const on = await card(text);
      // Rows that can be clicked have no button of their own, only a word that looks like one.
      await on
        .getByRole('button', { name: button, exact: true })
        .or(on.getByText(button, { exact: true }))
        .first()
        .click();
      await answers();
    },
    async shot(name, text) {
      await (await card(text)).scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
}
