import { LANGUAGES } from '../src/domain/language';
import type { Language } from '../src/domain/language';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { createSpeech } from '../src/views/words/speech';
import { cardTemplate } from '../src/views/parts/template';
import { SAMPLES } from '../test/views/samples';
import { sampleFiles } from '../test/views/recording';
import { findBrowser } from './browser';
import { cardPage, rendererSource } from './card-page';
import { root } from './root';

/**
 * `npm run cards` draws every card with its sample data into out/cards: one picture per variant with
 * light, dark and phone side by side. `npm run cards -- --samples` first writes cards/*.sample.json anew from the views.
 * `npm run cards -- account status` draws only these; `--language=de` draws what the views say in German.
 */
const cards = join(root, 'cards');
const out = join(root, 'out', 'cards');

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--samples')) writeSamples();
  const language = LANGUAGES.find((code) => args.includes(`--language=${code}`));
  const only = args.filter((arg) => !arg.startsWith('--'));
  const names = readdirSync(cards)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((name) => only.length === 0 || only.includes(name));
  const renderer = rendererSource();
  const { executablePath, args: flags } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...flags] });
  try {
    for (const name of names) {
      const page = await browser.newPage({ viewport: { width: 1560, height: 900 } });
      await render(page, name, renderer, language);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  console.log(`${names.length} cards drawn into ${out}`);
}

function writeSamples(): void {
  for (const [card, variants] of sampleFiles(SAMPLES)) {
    writeFileSync(join(cards, `${card}.sample.json`), `${JSON.stringify(variants, null, 2)}\n`);
  }
}

interface Variant {
  readonly variant: string;
  readonly card: object;
}

function fromSamples(name: string): readonly Variant[] {
  const draw = cardTemplate(JSON.parse(readFileSync(join(cards, `${name}.json`), 'utf8')) as object);
  const samples = JSON.parse(readFileSync(join(cards, `${name}.sample.json`), 'utf8')) as Record<string, object>;
  return Object.entries(samples).map(([variant, data]) => ({ variant, card: draw(data) }));
}

function fromViews(name: string, language: Language): readonly Variant[] {
  const speech = createSpeech(language, { timeZone: 'Europe/Berlin' });
  return SAMPLES.filter((sample) => sample.card === name).map(({ variant, draw }) => ({
    variant,
    card: draw(speech).card ?? {},
  }));
}

async function render(page: Page, name: string, renderer: string, language: Language | undefined): Promise<void> {
  const variants = language === undefined ? fromSamples(name) : fromViews(name, language);
  await page.setContent(cardPage(renderer, variants));
  await page.waitForFunction('window.drawn === true');
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, { variant }] of variants.entries()) {
    const file = `${variant.replace(/[^a-z]+/g, '-')}.png`;
    await page.locator(`#v${index}`).screenshot({ path: join(folder, file) });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
