import { ALICE, announcementOf, cardOf, CHANNEL, PERSONAL, setStage, shownIn, textOf } from './stage';
import type { Stage } from './stage';

/** What was there when we first looked has no date of ours, and nobody is named who may not have done it. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

async function ask(text: string): Promise<string> {
  return (await stage.say(ALICE, PERSONAL, text)).map((m) => textOf(cardOf(m))).join('\n');
}

const A_DAY = String.raw`\d+ \w+ 20\d\d`;

describe('a company that was there before we first looked', () => {
  it.each([
    ['watch Contoso', new RegExp(`Accepted before ${A_DAY}, when we first looked`), /Accepted on/],
    ['history of Contoso', new RegExp(`was there before ${A_DAY}, when we first looked`), /appeared on|first saw/],
    ['is Contoso accepted?', new RegExp(`before ${A_DAY}, when we first looked`), /accepted on \d/i],
    ['what is unmapped?', new RegExp(`In Work 365 since ${A_DAY}`), /waiting since|there before/],
    ['who accepted?', new RegExp(`accepted before ${A_DAY}, when we first looked`), /accepted \d/],
  ])('"%s" gets no date of its acceptance', async (line, right, wrong) => {
    const answer = await ask(line);

    expect(answer).toMatch(right);
    expect(answer).not.toMatch(wrong);
  });

  it('has the date of Work 365 where there is one, named as such', async () => {
    expect(await ask('history of Litware')).toMatch(new RegExp(`In Work 365 since ${A_DAY}`));
  });

  it('was mapped by somebody whom we do not know', async () => {
    const answers = [await ask('who mapped Litware?'), await ask('history of Litware')].join('\n');

    expect(answers).toMatch(/in Work 365 already when we first looked/);
    expect(answers).not.toMatch(/Bowen (mapped|chose)/);
  });

  it('stands on the board as such, with times on the clock of whoever reads', async () => {
    const board = await stage.until(() => shownIn(stage, CHANNEL, 'keeps itself up to date'));

    expect(board).toMatch(/In Work 365 since \{\{DATE\(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ, SHORT\)\}\}/);
    expect(board).not.toMatch(/waiting since/);
  });
});

describe('names that were learned', () => {
  it('are those that somebody taught here; what Work 365 had is counted apart and has no author', async () => {
    const answer = await ask('which names have you learned?');

    expect(answer).toMatch(/Nobody has taught a name here yet/);
    expect(answer).toMatch(/\d+ more names? comes? from (a mapping|mappings) that Work 365 had/);
    expect(answer).not.toMatch(/Forget ›/);
  });
});

describe('a card that stays in a channel', () => {
  it('says no age that would freeze', async () => {
    // On a stage of its own: on the other one nobody has accepted since we first looked.
    const own = await setStage();
    await own.install(CHANNEL);
    own.sandbox.control('accept', {});
    const card = textOf(cardOf(await announcementOf(own, 'Tailspin Toys')));
    await own.close();

    expect(card).toMatch(/Partner Center, \{\{DATE\(/);
    expect(card).not.toMatch(/\bago\b|just now/);
  });
});
