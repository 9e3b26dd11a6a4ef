import { PNG } from 'pngjs';
import { DAY } from '../../src/domain/time';
import { ALL_BUT_THE_DATE } from './clock';
import { ALICE, announcementOf, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** How it went, from the words to the card. */

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { MAPPERS: ALICE.aadObjectId } });
  await stage.install(PERSONAL);
}, 60_000);
afterEach(async () => {
  jest.useRealTimers();
  await stage.close();
});

function chartsIn(elements: readonly any[]): any[] {
  return elements.flatMap((one) => (one.type?.startsWith('Chart.') === true ? [one] : chartsIn(one.items ?? [])));
}

it.each([
  'report',
  'how are we doing?',
  'show me a chart of the mappings per week',
  'how long does it take us on average to map?',
  'who mapped the most last month?',
  'wie läuft es?',
  'comment ça avance ?',
  '¿cómo vamos?',
  'laat me de cijfers zien',
])('%s', async (text) => {
  const [said] = await stage.say(ALICE, PERSONAL, text);
  const card = cardOf(said!);
  expect(buttonsOf(card).map(({ data }) => data.verb)).toContain('export');
  // Nobody has accepted since the first look, and of nothing there is no picture; nor of the one week that is known.
  expect(chartsIn(card.body)).toEqual([]);
});

it('tells of no week before the bot first looked, and says since when it knows', async () => {
  jest.useFakeTimers({ doNotFake: [...ALL_BUT_THE_DATE], now: Date.now() + 15 * DAY });
  const [said] = await stage.say(ALICE, PERSONAL, 'report');

  const text = textOf(cardOf(said!));
  expect(text).toMatch(/^Report\nSince \d+ \w+ \d{4}\n/);
  expect(text).toMatch(/The bot first looked on \d+ \w+ \d{4}; of the time before nothing is known/);
  const weeks = text.match(/^.*\d+ accepted, \d+ waiting$/gm)!;
  expect(weeks).toHaveLength(3);
  expect(weeks.filter((week) => week.endsWith(' 0 waiting'))).toEqual([]);
});

it('counts a mapping, draws charts with pictures in their place, and has every figure as text', async () => {
  await stage.install(CHANNEL);
  stage.sandbox.control('accept', { name: 'Tailspin Toys' });
  stage.sandbox.control('sync', {});
  await announcementOf(stage, 'Tailspin Toys');
  const [proposal] = await stage.say(ALICE, PERSONAL, 'map "Contoso Ltd" to "Contoso Limited"');
  const confirm = buttonsOf(cardOf(proposal!)).find(({ data }) => data.verb === 'confirm-map');
  await stage.click(ALICE, PERSONAL, messageIdOf(stage, proposal!), confirm!.data);

  jest.useFakeTimers({ doNotFake: [...ALL_BUT_THE_DATE], now: Date.now() + 15 * DAY });
  const [said] = await stage.say(ALICE, PERSONAL, 'report');

  const card = cardOf(said!);
  expect(textOf(card)).toContain('Mapped by: Alice Example (1)');
  expect(textOf(card)).toContain('Our first proposal was taken 1 of 1 time.');
  const charts = chartsIn(card.body);
  expect(charts.map(({ type }) => type)).toEqual(['Chart.VerticalBar', 'Chart.Line']);
  for (const chart of charts) {
    const image = chart.fallback.items.find((one: any) => one.type === 'Image');
    const png = PNG.sync.read(Buffer.from(image.url.replace('data:image/png;base64,', ''), 'base64'));
    expect([png.width, png.height]).toEqual([480, 150]);
    expect(image.altText).toMatch(/\d+(, \d+){2}$/);
  }
  expect(JSON.stringify(card).length * 2).toBeLessThan(28 * 1024);
});
