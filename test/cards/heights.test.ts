import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/browser';
import { cardPage, rendererSource } from '../../scripts/card-page';
import { LANGUAGES } from '../../src/domain/language';
import { createSpeech } from '../../src/views/words/speech';
import { SAMPLES } from '../views/samples';

/** How high the cards are that people meet most, drawn in a browser at the width that a channel gives them. */

const ANNOUNCEMENT_PX = 320;
const DECIDED_PX = 140;

let browser: Browser;
beforeAll(async () => {
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: [...args] });
}, 60_000);
afterAll(() => browser.close());

async function heights(cards: readonly object[]): Promise<readonly number[]> {
  const page = await browser.newPage();
  await page.setContent(
    cardPage(
      rendererSource(),
      cards.map((card, at) => ({ variant: String(at), card })),
    ),
  );
  await page.waitForFunction('window.drawn === true');
  const found = await page.locator('.cell.light').evaluateAll((cells) => cells.map((cell) => cell.clientHeight));
  await page.close();
  return found;
}

function drawn(variant: string): readonly object[] {
  const sample = SAMPLES.find((one) => one.card === 'account' && one.variant === variant)!;
  return LANGUAGES.map((language) => sample.draw(createSpeech(language, { timeZone: 'Europe/Berlin' })).card!);
}

it.each([
  ['open, one fits', ANNOUNCEMENT_PX],
  ['open, several fit', ANNOUNCEMENT_PX],
  ['mapped', DECIDED_PX],
  ['not a customer', DECIDED_PX],
])('the card "%s" is at most %d pixels high in every language', async (variant, most) => {
  const found = await heights(drawn(variant));
  expect(found).toHaveLength(LANGUAGES.length);
  expect(Math.min(...found)).toBeGreaterThan(60);
  expect(Math.max(...found)).toBeLessThanOrEqual(most);
});

it('unfolds what was folded when somebody asks for the account', async () => {
  const [folded, unfolded] = await heights([drawn('mapped')[0]!, drawn('mapped, asked for')[0]!]);
  expect(unfolded!).toBeGreaterThan(2 * folded!);
});
