import { openClient } from './client';
import { startEchoBot } from './echo-bot';
import { startProgram } from './program';

jest.setTimeout(120_000);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('the harness', () => {
  it('drives the Playground: a chat, a card, a mention in a channel, and nothing outside this machine', async () => {
    const bot = await startEchoBot();
    closers.push(bot.close);
    const playground = startProgram('playground.ts', { PORT: String(bot.port), TEAMSAPPTESTER_PORT: '0' });
    closers.push(playground.stop);
    const [, url] = await playground.line(/(http:\/\/localhost:\d+)/);
    const client = await openClient(url ?? '', 'Handshake');
    closers.push(client.close);
    await client.open('Personal Chat');
    await client.say('first words');
    await client.click('You said first words', 'Ring');
    await client.sees('The bell rang');
    await client.open('Fjord Cloud - New customers');
    const release = bot.hold();
    await client.post('second words');
    release();
    await client.shot('harness', /You said.*second words/s);
    expect(bot.seen).toEqual(expect.arrayContaining(['installationUpdate', 'message', 'invoke']));
    expect(client.stopped.every((address) => address.startsWith('https://'))).toBe(true);
    await client.close();
    expect(await playground.stop()).toBe(0);
  });
});
