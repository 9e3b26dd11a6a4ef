import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright-core';
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
  /** Starts a thread in a channel that mentions the bot. */
  post(text: string): Promise<void>;
  /** The last card that holds the text, once it is on the page. */
  card(text: string | RegExp): Promise<Locator>;
  /** Resolves once the text is on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Clicks a button of the last card that holds the text. */
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

function hands(page: Page, bot: string): Omit<Client, 'page' | 'stopped' | 'close'> {
  const compose = page.locator('[role="textbox"][contenteditable="true"]').first();
  const card = async (text: string | RegExp): Promise<Locator> => {
    const found = page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
    await found.waitFor();
    return found;
  };
  return {
    card,
    async open(conversation) {
      await page.getByRole('treeitem', { name: conversation }).click();
      await compose.waitFor();
    },
    async say(text) {
      await compose.click();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    async post(text) {
      await compose.click();
      await page.keyboard.type('@');
      await page.getByText(bot).last().click();
      await page.keyboard.insertText(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
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
    },
    async shot(name, text) {
      await (await card(text)).scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
}
