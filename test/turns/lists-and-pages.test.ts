import { actionData } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import {
  ALICE,
  answerTo,
  BOB,
  button,
  buttonsOf,
  cardOf,
  CHANNEL,
  choiceOf,
  messageIdOf,
  PERSONAL,
  setStage,
  shownBy,
  TEAM,
  textOf,
} from './stage';
import type { Recorded } from '../doubles/connector';
import { textShown } from './shown';
import type { Someone, Stage } from './stage';

/** Lists and answers stay true after a decision that was made from them; what does not fit on a card has pages. */

/** Who teaches names: one person has fifteen clicks a second. */
const CARA: Someone = {
  id: '29:cara',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000003',
  name: 'Cara Example',
};

let stage: Stage;
async function begin(): Promise<void> {
  stage = await setStage();
  stage.connector.members(TEAM, [ALICE, BOB, CARA]);
  await stage.install(CHANNEL);
}
beforeAll(begin);
afterAll(() => stage.close());

const account = (name: string): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant(name)!.tenantId,
  });
const customer = (name: string): string => stage.sandbox.world.findCustomer(name)!.id;

const shows = (message: string): string => textShown(stage, message);

async function say(text: string): Promise<{ readonly message: string; readonly card: Recorded }> {
  const [card] = await stage.say(ALICE, PERSONAL, text);
  return { message: messageIdOf(stage, card!), card: card! };
}

/** Opens an account from a list or an answer, and maps it on the card of its own that it gets. */
async function mapFrom(origin: { message: string; card: Pick<Recorded, 'body'> }, name: string, to: string) {
  const open = buttonsOf(cardOf(origin.card)).find(
    ({ data }) => data.verb === 'account' && data.from !== undefined && data.accountId === account(name),
  );
  const before = stage.connector.messages().length;
  await stage.click(ALICE, PERSONAL, origin.message, open!.data);
  const own = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind !== 'update' && textOf(cardOf(m)).includes(`Which customer is ${name}?`)),
  );
  const mapped = await stage.click(ALICE, PERSONAL, messageIdOf(stage, own), {
    ...button(own, 'Map'),
    customer: choiceOf(own, to),
  });
  expect(textOf(mapped.value)).toContain(`${name} is mapped to ${to}`);
}

/** How many messages there are; redraws are none. */
const posts = (): number => stage.connector.messages().filter((m) => m.kind !== 'update').length;
const countIn = (text: string): number => Number(/(\d+) accounts wait for a customer/.exec(text)?.[1]);

describe('after a decision that was made from it', () => {
  // Each counts what is open, and decides.
  beforeEach(async () => {
    await stage.close();
    await begin();
  });

  it('a list is true', async () => {
    const list = await say('what is unmapped?');
    const count = countIn(textOf(cardOf(list.card)));
    expect(shows(list.message)).toContain('A Datum Corp');

    await mapFrom(list, 'A Datum Corp', 'A. Datum Corporation');

    await stage.until(() => !shows(list.message).includes('A Datum Corp'));
    expect(countIn(shows(list.message))).toBe(count - 1);
    expect(shows(list.message)).toContain(`1 to 8 of ${count - 1}, oldest first`);
  });

  it('a later page of a list is true, and stays the page that it is', async () => {
    const list = await say('what is unmapped?');
    const count = countIn(textOf(cardOf(list.card)));
    const paged = await stage.click(ALICE, PERSONAL, list.message, button(list.card, 'Next 8'));
    expect(textOf(paged.value)).toContain(`9 to 16 of ${count}, oldest first`);
    const row = buttonsOf(paged.value).find(({ data }) => data.accountId === account('The Phone Company'));
    expect(row).toBeDefined();

    await mapFrom(
      { message: list.message, card: shownBy(paged) },
      'The Phone Company',
      'TPC Telecommunications Holdings Ltd',
    );

    await stage.until(() => shows(list.message).includes(`9 to 16 of ${count - 1}, oldest first`));
    expect(shows(list.message)).not.toContain('The Phone Company');
  });

  it('the answer to a question is true', async () => {
    const answer = await say('is Contoso accepted?');
    expect(shows(answer.message)).toContain('Yes. Contoso Ltd accepted');

    await mapFrom(answer, 'Contoso Ltd', 'Contoso Limited');

    await stage.until(() => shows(answer.message).includes('Contoso Limited'));
    expect(shows(answer.message)).toContain('Yes. Contoso Ltd accepted');
    expect(shows(answer.message)).not.toMatch(/No customer (is )?chosen yet|not mapped/i);
  });
});

describe('pages', () => {
  it('of what is open lead to all companies that one waits for', async () => {
    for (let n = 1; n <= 6; n += 1) await say(`watch waiting-${n}.example`);
    const pending = await say('pending');
    expect(textOf(cardOf(pending.card))).toContain('and 1 more');

    await stage.click(ALICE, PERSONAL, pending.message, button(pending.card, 'what am I watching?'));

    await stage.until(() =>
      stage.connector.messages().find((m) => textOf(cardOf(m)).includes('You are watching 6 companies')),
    );
  });

  it('of a search say how many there are, choose nothing unlikely, and lead back to the account', async () => {
    const card = await say('show Northwind Electric Cars');
    const search = { ...button(card.card, 'Search'), query: 'dental' };
    const first = await stage.click(ALICE, PERSONAL, card.message, search);
    const total = Number(/(\d+) customers match “dental”/.exec(textOf(first.value))?.[1]);
    expect(total).toBeGreaterThan(5);
    expect(textOf(first.value)).toContain(`1 to 5 of ${total}`);

    const seen = new Set<string>();
    let page = first;
    for (let from = 0; from < total; from += 5) {
      expect(textOf(page.value)).toContain(`${from + 1} to ${Math.min(from + 5, total)} of ${total}`);
      for (const id of choicesOn(page.value)) seen.add(id);
      expect(chosenOn(page.value)).toBe('');
      if (from + 5 < total) page = await stage.click(ALICE, PERSONAL, card.message, button(shownBy(page), 'Next'));
    }
    expect(seen.size).toBe(total);
    const back = await stage.click(ALICE, PERSONAL, card.message, button(shownBy(page), 'Back'));
    expect(textOf(back.value)).toContain(`of ${total}`);

    const only = await stage.click(ALICE, PERSONAL, card.message, { ...search, query: 'lucerne publishing' });
    expect(textOf(only.value)).toContain('1 customer matches “lucerne publishing”');
    expect(chosenOn(only.value)).toBe('');

    const messages = posts();
    const again = await stage.click(ALICE, PERSONAL, card.message, button(shownBy(back), 'Back to the account'));
    expect(textOf(again.value)).toContain('Which customer is Northwind Electric Cars?');
    expect(posts()).toBe(messages);
  });

  it('of a story lead to the oldest decision and back', async () => {
    const shown = await say('show Litware Labs (test)');
    let last: any;
    for (let n = 0; n < 7; n += 1) {
      const ignored = await stage.click(
        BOB,
        PERSONAL,
        shown.message,
        actionData({
          verb: 'ignore',
          accountId: account('Litware Labs (test)'),
          ...(n === 0 ? {} : { asOf: asOf(last) }),
        }),
      );
      last = (await stage.click(BOB, PERSONAL, shown.message, button(shownBy(ignored), 'I disagree'))).value;
    }
    const story = await say('history Litware Labs (test)');
    const decisions = (text: string): number => text.match(/Bob Example (said|opened)/g)?.length ?? 0;
    expect(textOf(cardOf(story.card))).toContain('2 older decisions are not shown.');
    expect(decisions(textOf(cardOf(story.card)))).toBe(12);

    const older = await stage.click(ALICE, PERSONAL, story.message, button(story.card, 'Older'));
    expect(decisions(textOf(older.value))).toBe(2);
    expect(textOf(older.value)).not.toContain('not shown');

    const newer = await stage.click(ALICE, PERSONAL, story.message, button(shownBy(older), 'Newer'));
    expect(decisions(textOf(newer.value))).toBe(12);
  });

  it('of learned names show each name once', async () => {
    const taught = [
      ['Oakfield Solicitors', 'Oakfield & Partners Solicitors LLP'],
      ['HKB', 'Hansen Kjær Byggeservice A/S'],
      ['CP&L', 'City Power & Light Company'],
      ['SGER', 'Société Générale d’Emballage du Rhône SARL'],
      ['Brightwater Analytics', 'Lakeshore Data Services Limited'],
      ['Coho Vineyard', 'Coho Vineyard & Winery Pty Ltd'],
      ['Meridian Logistics', 'Meridian Logistics GmbH'],
      ['Alpine Ski House', 'Alpine Ski House AG'],
      ['Northwind Traders GmbH', 'Northwind Traders Deutschland GmbH'],
    ] as const;
    for (const [tenant, name] of taught) {
      expect(textOf((await pick(CARA, tenant, name)).value)).toContain(`${tenant} is mapped to`);
    }

    const names = await say('which names have you learned?');
    const total = Number(/(\d+) names were learned/.exec(textOf(cardOf(names.card)))?.[1]);
    expect(total).toBeGreaterThan(8);
    expect(textOf(cardOf(names.card))).toContain(`1 to 8 of ${total}`);
    const next = await stage.click(ALICE, PERSONAL, names.message, button(names.card, 'Next'));
    expect(textOf(next.value)).toContain(`9 to ${total} of ${total}`);
    const onBoth = `${textOf(cardOf(names.card))}\n${textOf(next.value)}`;
    for (const [tenant] of taught) expect(onBoth.split(`Forget: “${tenant}” is`)).toHaveLength(2);
    const back = await stage.click(ALICE, PERSONAL, names.message, button(shownBy(next), 'Back'));
    expect(textOf(back.value)).toContain(`1 to 8 of ${total}`);
  });
});

const pick = (who: Someone, tenant: string, name: string): Promise<any> =>
  answerTo(stage, who, PERSONAL, actionData({ verb: 'pick', accountId: account(tenant), customerId: customer(name) }));

/** The state of the account that the buttons of a card speak of. */
const asOf = (card: any): number => buttonsOf(card).find(({ data }) => data.asOf !== undefined)!.data.asOf;

interface Choices {
  readonly value?: string;
  readonly choices: readonly { readonly value: string }[];
}

function choiceSet(card: any): Choices {
  let found: Choices | undefined;
  JSON.stringify(card, (_key, node) => {
    if (node?.type === 'Input.ChoiceSet') found = node;
    return node;
  });
  return found!;
}

const choicesOn = (card: any): string[] => choiceSet(card).choices.map(({ value }) => value);
const chosenOn = (card: any): string => choiceSet(card).value ?? '';
