import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './root';

/** The page on which the cards are drawn: the look of Teams, as far as its host configuration is known. */
export const MODES = ['light', 'dark', 'phone'] as const;
export type Mode = (typeof MODES)[number];

const WIDTHS: Readonly<Record<Mode, number>> = { light: 560, dark: 560, phone: 340 };

const colors = (normal: string, subtle: string) => ({ default: normal, subtle });

/** Teams puts the buttons of a card below each other on a phone. */
function hostConfig(dark: boolean, phone: boolean): object {
  const text = dark ? '#ffffff' : '#242424';
  const subtle = dark ? '#adadad' : '#616161';
  const foregroundColors = {
    default: colors(text, subtle),
    dark: colors(dark ? '#ffffff' : '#242424', subtle),
    light: colors(dark ? '#242424' : '#ffffff', subtle),
    accent: colors(dark ? '#7f85f5' : '#5b5fc7', dark ? '#7f85f5' : '#5b5fc7'),
    good: colors(dark ? '#92c353' : '#237b4b', dark ? '#92c353' : '#237b4b'),
    warning: colors(dark ? '#f8d22a' : '#835c00', dark ? '#f8d22a' : '#835c00'),
    attention: colors(dark ? '#f1707b' : '#c4314b', dark ? '#f1707b' : '#c4314b'),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Open Sans', system-ui, 'DejaVu Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? '#3d3d3d' : '#e0e0e0' },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
      actionsOrientation: phone ? 'vertical' : 'horizontal',
      actionAlignment: phone ? 'stretch' : 'left',
    },
    containerStyles: {
      default: container(dark ? '#292929' : '#ffffff'),
      emphasis: container(dark ? '#333333' : '#f5f5f5'),
      accent: container(dark ? '#2f2f4a' : '#e8ebfa'),
      good: container(dark ? '#1e3a1e' : '#e7f2da'),
      warning: container(dark ? '#463100' : '#fbf6d9'),
      attention: container(dark ? '#3b1519' : '#fcf4f6'),
    },
    factSet: {
      spacing: 16,
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { weight: 'default', wrap: true },
    },
    inputs: {
      label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'default' }, inputSpacing: 'small' },
    },
  };
}

const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 16px; background: #d9d9de; font: 13px 'Open Sans', 'DejaVu Sans', sans-serif; }
  h2 { margin: 20px 0 8px; font-size: 14px; }
  .row { display: flex; gap: 24px; width: max-content; padding: 8px; align-items: flex-start; }
  .cell { border-radius: 4px; overflow: hidden; box-shadow: 0 1px 2px #0003; }
  .cell.light, .cell.phone { background: #fff; --line: #d1d1d1; --text: #242424; --face: #fff; }
  .cell.dark { background: #292929; --line: #666; --text: #fff; --face: #3d3d3d; }
  .ac-container .ac-container[style*="background-color"] { border-radius: 4px; }
  .ac-pushButton { font: 600 14px 'Open Sans', 'DejaVu Sans', sans-serif; padding: 5px 12px; border-radius: 4px;
    border: 1px solid var(--line); background: var(--face); color: var(--text); white-space: nowrap;
    overflow: hidden; text-overflow: ellipsis; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-input { font: 14px 'Open Sans', 'DejaVu Sans', sans-serif; width: 100%; padding: 5px 8px; border: 1px solid var(--line);
    border-radius: 4px; background: var(--face); color: var(--text); min-height: 32px; }
  .ac-selectable { cursor: pointer; }
`;

/** The renderer of Adaptive Cards, as the one file for the browser that the package names. */
export function rendererSource(): string {
  const require = createRequire(join(root, 'package.json'));
  const folder = dirname(require.resolve('adaptivecards/package.json'));
  return readFileSync(join(folder, 'dist', 'adaptivecards.min.js'), 'utf8');
}

export function cardPage(
  renderer: string,
  variants: readonly { readonly variant: string; readonly card: object }[],
): string {
  const cells = variants.map(
    ({ variant }, index) =>
      `<h2>${variant}</h2><div class="row" id="v${index}">${MODES.map(
        (mode) => `<div class="cell ${mode}" id="v${index}-${mode}" style="width:${WIDTHS[mode]}px"></div>`,
      ).join('')}</div>`,
  );
  const data = JSON.stringify({
    cards: variants.map(({ card }) => card),
    modes: MODES,
    configs: { light: hostConfig(false, false), dark: hostConfig(true, false), phone: hostConfig(false, true) },
  }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body>${cells.join('')}
    <script>${renderer}</script><script>const data = ${data}; ${DRAW}</script></body></html>`;
}

/** Runs in the page. Markdown as clients read it, as far as it could matter: escapes, emphasis, links. */
const DRAW = String.raw`
  const html = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const kept = [];
    const masked = text.replace(/\\([\\\x60*_{}\[\]()<>#+\-.!~|&=])/g, (_, c) => '\u0000' + (kept.push(c) - 1) + '\u0001');
    const safe = masked.replace(/[&<>"]/g, (c) => html[c]);
    const marked = safe
      .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="#">$1</a>')
      .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
      .replace(/(^|\W)[*_]([^*_]+)[*_](?=\W|$)/g, '$1<i>$2</i>');
    result.outputHtml = marked.replace(/\u0000(\d+)\u0001/g, (_, i) => html[kept[i]] ?? kept[i]);
    result.didProcess = true;
  };
  data.cards.forEach((source, index) => {
    for (const mode of data.modes) {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(data.configs[mode]);
      card.parse(source);
      const drawn = card.render();
      // The same card stands on the page several times, and of all buttons of one name only one is chosen.
      for (const radio of drawn.querySelectorAll('input[type=radio]')) radio.name += index + mode;
      document.getElementById('v' + index + '-' + mode).append(drawn);
    }
  });
  window.drawn = true;
`;
