import { ALICE, BOB, button, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';
import type { Recorded } from '../doubles/connector';

/** Whom an answer is about, wherever a name is typed: never somebody else than who was asked about. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

/** A chat of its own for each test, and two who ask: one would soon be at a limit, and answers would wait. */
let who = ALICE;
let where: Where = PERSONAL;
let chats = 0;
beforeEach(() => {
  who = who === ALICE ? BOB : ALICE;
  where = { ...PERSONAL, conversation: { id: `a:alice-and-bot-${(chats += 1)}`, conversationType: 'personal' } };
});

interface Heard {
  readonly message: Recorded;
  readonly text: string;
  readonly summary: string;
  readonly speak: string;
}

async function say(text: string): Promise<Heard> {
  const [message, ...more] = await stage.say(who, where, text);
  expect([text, more.length]).toEqual([text, 0]);
  const activity = message!.body.activity ?? message!.body;
  const card = cardOf(message!);
  return { message: message!, text: textOf(card), summary: activity.summary, speak: card.speak };
}

async function press(heard: Heard, title: string): Promise<string> {
  const id = messageIdOf(stage, heard.message);
  const answer = await stage.click(who, where, id, button(heard.message, title));
  return textOf(answer.value);
}

describe('a sister company of one in the list', () => {
  it.each([
    ['is Woodgrove Insurance accepted?', 'Woodgrove Insurance', 'Woodgrove Bank'],
    ['is Contoso Pharma accepted?', 'Contoso Pharma', 'Contoso Ltd'],
    ['subscriptions of Contoso Japan', 'Contoso Japan', 'Contoso Ltd'],
    ['licences of Contoso Japan', 'Contoso Japan', 'Contoso Ltd'],
    ['users of Contoso Pharma', 'Contoso Pharma', 'Contoso Ltd'],
    ['show Woodgrove Insurance', 'Woodgrove Insurance', 'Woodgrove Bank'],
    ['who mapped Woodgrove Insurance?', 'Woodgrove Insurance', 'Woodgrove Bank'],
    ['history Contoso Pharma', 'Contoso Pharma', 'Contoso Ltd'],
    ['unmap Woodgrove Insurance', 'Woodgrove Insurance', 'Woodgrove Bank'],
    ['map Contoso Pharma to Contoso Limited', 'Contoso Pharma', 'Contoso Ltd'],
  ])('%s is about the name that was typed, and offers the near one', async (text, typed, near) => {
    const heard = await say(text);

    const headline = `Not in the customer list: “${typed}”. Did you mean ${near}?`;
    expect([heard.summary, heard.speak]).toEqual([headline, headline]);
    expect(heard.text).toContain('We asked Partner Center just now.');
    expect(heard.text).not.toMatch(/\bYes\b|Accepted before|is mapped to|Nothing is saved/);
    expect(buttonsOf(cardOf(heard.message)).map((b) => b.title)).toContain(`I mean ${near}`);
  });

  it.each([
    ['is Woodgrove Insurance accepted?', 'I mean Woodgrove Bank', /^Is it accepted\?\nYes\. Woodgrove Bank accepted/],
    ['users of Contoso Pharma', 'I mean Contoso Ltd', /Contoso Ltd: \d users/],
    ['history Contoso Pharma', 'I mean Contoso Ltd', /The story of Contoso Ltd/],
    ['who mapped Woodgrove Insurance?', 'I mean Woodgrove Bank', /Woodgrove Bank was mapped to Woodgrove Bank plc/],
    ['map Contoso Pharma to Contoso Limited', 'I mean Contoso Ltd', /Map Contoso Ltd to Contoso Limited\?/],
    ['unmap Contoso Pharma', 'I mean Contoso Ltd', /^Contoso Ltd is not mapped, so there is nothing to take away\./],
  ])('%s, and a click asks the same of the near one', async (text, title, answer) => {
    expect(await press(await say(text), title)).toMatch(answer);
  });

  it('is asked about by one letter: it is nobody', async () => {
    const heard = await say('is W accepted?');

    expect(heard.summary).toBe('Not in the customer list: “W”');
  });

  it('gets an invitation of its own, and who has accepted is only named', async () => {
    const heard = await say('invite Contoso Pharma');

    expect(heard.summary).toBe('Text to send to Contoso Pharma');
    expect(heard.text).toContain('Contoso Ltd has accepted already. Only you know whether that is Contoso Pharma.');
    expect(heard.text).toContain('I have invited them');
  });

  it('is no customer to map an account to', async () => {
    const heard = await say('map Contoso to Contoso Pharma Limited');

    expect(heard.summary).toBe('No customer is called “Contoso Pharma Limited”');
    expect(heard.text).toContain('Contoso Ltd stays as it is.');
    expect(heard.text).not.toContain('Yes, map');
  });

  it.each([
    ['unknown.example', 'is unknown.example accepted?'],
    ['0f0f0f0f-1111-4222-8333-444444444444', 'is 0f0f0f0f-1111-4222-8333-444444444444 accepted?'],
  ])('%s, a domain or tenant id that nobody has, stays nobody', async (typed, text) => {
    expect((await say(text)).summary).toBe(`Not in the customer list: “${typed}”`);
  });
});

describe('a watch', () => {
  it('begins for a sister company; the one in the list is offered, and takes its place only by a click', async () => {
    const heard = await say('watch Woodgrove Insurance');

    expect(heard.summary).toBe('We tell you when “Woodgrove Insurance” accepts');
    expect(heard.text).toContain('“Woodgrove Insurance” is not in the list.\nDid you mean Woodgrove Bank?');
    expect((await say('what am I watching?')).text).toContain('Woodgrove Insurance');

    const instead = await press(heard, 'I mean Woodgrove Bank');

    expect(instead).toContain('Woodgrove Bank has accepted already');
    expect(instead).toContain('You no longer watch “Woodgrove Insurance”.');
    expect((await say('what am I watching?')).text).toContain('You are not watching anything');
  });

  it('of a part of a name says which company it took, and that nothing has begun', async () => {
    const heard = await say('watch woodgrove');

    expect(heard.summary).toBe('Woodgrove Bank, going by “woodgrove”. Woodgrove Bank has accepted already');
    expect(heard.text).toContain('So “woodgrove” is not being watched.');
    expect(await press(heard, 'Watch “woodgrove” all the same')).toContain('We tell you when “woodgrove” accepts');
    expect((await say('what am I watching?')).text).toContain('woodgrove');
    expect((await say('stop watching woodgrove')).summary).toBe('You no longer watch “woodgrove”');
  });

  it('of a name that fits several asks which one', async () => {
    const heard = await say('watch northwind');

    expect(heard.summary).toBe('“northwind” fits several accounts');
    expect((await say('what am I watching?')).text).toContain('You are not watching anything');
    expect(await press(heard, 'Choose: Northwind Traders GmbH')).toContain(
      'Northwind Traders GmbH has accepted already',
    );
  });

  it('is not stopped by the name of a sister company: it is asked which watch is meant', async () => {
    await say('watch Woodgrove Insurance');

    const asked = await say('stop watching Woodgrove Bank');

    expect(asked.summary).toBe('You were not watching “Woodgrove Bank”');
    expect((await say('what am I watching?')).text).toContain('Woodgrove Insurance');
    expect(await press(asked, 'Stop watching: Woodgrove Insurance')).toContain(
      'You no longer watch “Woodgrove Insurance”',
    );
  });

  it('that is stopped by a part of its name is named in full, and can be begun again', async () => {
    await say('watch Woodgrove Insurance');

    const stopped = await say('stop watching woodgrove');

    expect(stopped.summary).toBe('You no longer watch “Woodgrove Insurance”');
    expect(await press(stopped, 'Watch again')).toContain('Woodgrove Insurance');
    expect((await say('what am I watching?')).text).toContain('Woodgrove Insurance');
    await say('stop watching Woodgrove Insurance');
  });
});

describe('a part of one name', () => {
  it.each([
    ['is woodgrove accepted?', /^Woodgrove Bank, going by “woodgrove”: accepted before /],
    [
      'who mapped woodgrove?',
      /^Woodgrove Bank, going by “woodgrove”\. Woodgrove Bank was mapped to Woodgrove Bank plc/,
    ],
    ['history woodgrove', /^Woodgrove Bank, going by “woodgrove”\. The story of Woodgrove Bank$/],
    ['show woodgrove', /^Woodgrove Bank, going by “woodgrove”\. Woodgrove Bank is mapped to Woodgrove Bank plc$/],
    ['unmap woodgrove', /^Woodgrove Bank, going by “woodgrove”\. Nothing has been taken away yet\./],
    ['invite woodgrove', /^Woodgrove Bank, going by “woodgrove”\. Woodgrove Bank has accepted already\.$/],
    ['map woodgrove to Coho Winery Pty Ltd', /^Woodgrove Bank, going by “woodgrove”\. Change Woodgrove Bank from /],
  ])('%s: the headline begins with the full name and says what it rests on', async (text, headline) => {
    const { summary, speak } = await say(text);

    expect(summary).toMatch(headline);
    expect(speak).toBe(summary);
  });

  it('is answered plainly when the whole name was typed', async () => {
    expect((await say('is woodgrove bank accepted?')).summary).toMatch(/^Yes\. Woodgrove Bank accepted before /);
  });
});

describe('another legal form than the company has', () => {
  it.each([
    ['is Contoso GmbH accepted?', /^Contoso Ltd, going by “Contoso GmbH”: accepted before /],
    ['Woodgrove Bank GmbH mapped?', /^Woodgrove Bank, going by “Woodgrove Bank GmbH”\. Woodgrove Bank was mapped to /],
    ['licences of VanArsdel GmbH', /^VanArsdel, going by “VanArsdel GmbH”: licences of \d products$/],
    ['Lucerne Publishing GmbH accepted', /^Lucerne Publishing, going by “Lucerne Publishing GmbH”: /],
    ['watch Contoso GmbH', /^Contoso Ltd, going by “Contoso GmbH”\. Contoso Ltd has accepted already$/],
  ])('%s: the answer begins with the full name, never with a yes', async (text, headline) => {
    const { summary, speak } = await say(text);

    expect(summary).toMatch(headline);
    expect(speak).toBe(summary);
  });
});

describe('the name of a customer that no account is mapped to', () => {
  const LIKELY = 'Most likely this is Brightwater Analytics, which is not mapped yet';

  it('among several that are asked about another fact is told with nothing but who it most likely is', async () => {
    const names = 'contoso, fabrikam, proseware, trey research, coho winery and Lakeshore Data Services';
    const { text } = await say(`have ${names} signed the agreement?`);

    expect(text).toContain('Most likely Brightwater Analytics, which is not mapped yet · Show account');
  });

  it.each([
    [
      'is Lakeshore Data Services accepted?',
      /^Most likely, as Brightwater Analytics, which is not mapped yet: accepted before /,
    ],
    [
      'is lakeshore accepted?',
      /^Lakeshore Data Services Limited, going by “lakeshore”\. Most likely, as Brightwater Analytics, which is not mapped yet: /,
    ],
    ['is TPC Telecommunications accepted?', /^Most likely, as The Phone Company, which is not mapped yet: /],
    [
      'who mapped Lakeshore Data Services?',
      new RegExp(`^${LIKELY}\\. Nobody yet: Brightwater Analytics has no customer`),
    ],
    ['history Lakeshore Data Services', new RegExp(`^${LIKELY}\\. The story of Brightwater Analytics$`)],
    ['show Lakeshore Data Services', new RegExp(`^${LIKELY}\\. Which customer is Brightwater Analytics\\?$`)],
    ['users of Lakeshore Data Services', new RegExp(`^${LIKELY}: \\d users$`)],
    ['watch Lakeshore Data Services', new RegExp(`^${LIKELY}\\. Brightwater Analytics has accepted already$`)],
    ['invite Lakeshore Data Services', new RegExp(`^${LIKELY}\\. Brightwater Analytics has accepted already\\.$`)],
    [
      'map Lakeshore Data Services to Lakeshore Data Services Limited',
      new RegExp(`^${LIKELY}\\. Map Brightwater Analytics to Lakeshore Data Services Limited\\?$`),
    ],
    ['unmap Lakeshore Data Services', new RegExp(`^${LIKELY}\\. Brightwater Analytics is not mapped`)],
  ])('%s leads to the open account that is almost certainly theirs', async (text, headline) => {
    const { summary, speak } = await say(text);

    expect(summary).toMatch(headline);
    expect(speak).toBe(summary);
  });

  it('shows the evidence, maps by a click, and undo says what it is about before it shows the card', async () => {
    const heard = await say('is Lakeshore Data Services accepted?');

    expect(heard.text).toContain('Evidence Same domain lakeshoredata.co.uk');
    expect(heard.text).toContain('No customer chosen yet; most likely Lakeshore Data Services Limited');
    expect(await press(heard, 'Map')).toContain('Brightwater Analytics is mapped to Lakeshore Data Services Limited');
    expect((await say('is Lakeshore Data Services accepted?')).summary).toMatch(
      /^Yes\. Brightwater Analytics accepted/,
    );

    const undo = await say('undo');

    expect(undo.summary).toMatch(/^This is your last decision\. Nothing is taken back until you click\. Brightwater/);
    await press(undo, 'Undo');
    expect((await say('undo')).summary).toBe('You have not decided anything here that could be taken back.');
  });
});

describe('taking away what is not there', () => {
  it('is a sentence, not a card', async () => {
    const heard = await say('unmap Contoso');

    expect(heard.text).toMatch(/^Contoso Ltd is not mapped, so there is nothing to take away\./);
    expect(heard.text).not.toContain('unmap "');
  });

  it('puts a link between a number and a company into one question: the account is not known', async () => {
    const heard = await say('make the link between KOV-1 and Kovarik Tools');

    expect(heard.summary).toBe('Not in the customer list: “KOV-1”');
  });
});
