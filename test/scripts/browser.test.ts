import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser';

jest.setTimeout(180_000);

const hasPackage = process.platform === 'linux' && process.arch === 'x64';

describe('the browser of the tests', () => {
  // The road of a machine without any browser; elsewhere than Linux on x86-64 there is no such package.
  it('starts from the package in node_modules alone, with letters to draw', async () => {
    const found = findBrowser(['package']);
    if (!hasPackage) {
      await expect(found).rejects.toThrow('set CHROME_PATH');
      return;
    }
    const { executablePath, args } = await found;
    const browser = await chromium.launch({ executablePath, args: [...args] });
    try {
      const page = await browser.newPage();
      await page.setContent('<button onclick="this.textContent = `done`">go</button><i>iiii</i><b>WWWW</b>');
      await page.click('button');
      expect(await page.textContent('button')).toBe('done');
      const narrow = await page.locator('i').boundingBox();
      const wide = await page.locator('b').boundingBox();
      expect(narrow?.width).toBeGreaterThan(0);
      expect(wide?.width).toBeGreaterThan(2 * (narrow?.width ?? 0));
    } finally {
      await browser.close();
    }
  });

  it('is never missing in silence: the error says what to do', async () => {
    await expect(findBrowser([])).rejects.toThrow('Install Chromium, Chrome or Edge, or set CHROME_PATH');
  });
});
