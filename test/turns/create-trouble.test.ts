import {
  accepted,
  begin,
  buttonCalled,
  customers,
  eventually,
  filled,
  form,
  isMapped,
  NOBODY_FITS,
  now,
  press,
  say,
  shows,
} from './create-stage';
import { ALICE, BOB, buttonsOf, CHANNEL } from './stage';

/** What goes wrong while a customer is created, and where none is: over HTTP against the sandbox. */

describe('what goes wrong on the way', () => {
  beforeEach(() => begin());

  it.each(['drop', 'fail', 'html'] as const)('is made once when the answer is lost: %s', async (fault) => {
    const id = await accepted();
    const shown = await form(ALICE, id);
    now.stage.sandbox.control(fault, { service: 'dataverse', match: 'POST /api/data/v9.2/accounts', times: 1 });
    await press(ALICE, filled(shown, 'Create and map'));
    await now.stage.until(isMapped);
    expect(customers(NOBODY_FITS)).toHaveLength(1);
  });

  it('is made by the restarted bot when the one before it stopped', async () => {
    const id = await accepted();
    const shown = await form(ALICE, id);
    now.stage.sandbox.control('fail', { service: 'dataverse', match: 'POST /api/data/v9.2/accounts' });
    await press(ALICE, filled(shown, 'Create and map'));
    await shows('Work 365 has not taken it yet');
    expect((await say(BOB, `show ${NOBODY_FITS}`)).text).toContain('Work 365 has not taken it yet');

    now.stage.sandbox.control('heal', {});
    await now.stage.restart();
    await now.stage.until(isMapped);
    expect(customers(NOBODY_FITS)).toHaveLength(1);
  });

  it('lets whoever decides first be right; the customer that came nevertheless is no one’s mapping', async () => {
    const id = await accepted();
    const shown = await form(ALICE, id);
    now.stage.sandbox.control('fail', { service: 'dataverse', match: 'POST /api/data/v9.2/accounts' });
    await press(ALICE, filled(shown, 'Create and map'));
    await shows('Work 365 has not taken it yet');
    const card = await say(BOB, `map ${NOBODY_FITS} to "Fabrikam, Inc."`);
    await press(BOB, buttonCalled(card, 'Yes, map'));
    now.stage.sandbox.control('heal', {});

    await shows('is mapped to Fabrikam, Inc.');
    await now.stage.until(
      () => now.stage.sandbox.world.rowOf(NOBODY_FITS)?.customerId === customers('Fabrikam, Inc.')[0]?.id,
    );
  });
});

describe('where it is not done', () => {
  it('is offered to nobody with CREATE_CUSTOMERS=off', async () => {
    await begin({ CREATE_CUSTOMERS: 'off' });
    const id = await accepted();
    const card = await say(ALICE, `show ${NOBODY_FITS}`);
    expect(buttonsOf(card.card).map(({ title }) => title)).not.toContain('Create customer');
    const answer = await press(ALICE, { handshake: 1, verb: 'create-form', accountId: id });
    expect(answer.text).toMatch(/CREATE\\?_CUSTOMERS is off/);
  });

  it('is not offered any more once the app is seen to lack the privilege, and health says what to do', async () => {
    await begin({ ADMINS: ALICE.aadObjectId });
    await accepted();
    now.stage.sandbox.control('lack', { permission: 'prvCreate' });
    await say(ALICE, 'health');
    let text = '';
    await eventually(async () => (text = (await say(ALICE, 'health')).text).includes('creating customers'));
    expect(text).toMatch(/no customer can be created where none fits/);
    const card = await say(ALICE, `show ${NOBODY_FITS}`);
    expect(buttonsOf(card.card).map(({ title }) => title)).not.toContain('Create customer');
  });

  it('is not offered where the app lacks the privilege from the start, though nobody has asked for health', async () => {
    await begin();
    await accepted();
    now.stage.sandbox.control('lack', { permission: 'prvCreate' });
    await now.stage.restart();
    let titles: string[] = [];
    await eventually(async () => {
      const { card } = await say(ALICE, `show ${NOBODY_FITS}`);
      titles = buttonsOf(card).map(({ title }) => title);
      return !titles.includes('Create customer');
    });
    expect(titles).toContain('Not a customer');
  });

  it('is for those who may decide', async () => {
    await begin({ MAPPERS: BOB.aadObjectId, READERS: ALICE.aadObjectId });
    const id = await accepted();
    expect((await say(ALICE, `create the customer for ${NOBODY_FITS}`)).text).not.toContain('Create a customer for');
    const answer = await now.stage.click(ALICE, CHANNEL, 'card', { handshake: 1, verb: 'create-form', accountId: id });
    expect(JSON.stringify(answer)).not.toContain('new-name');
  });
});
