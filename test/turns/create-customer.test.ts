import {
  accepted,
  begin,
  buttonCalled,
  chatOf,
  customers,
  filled,
  form,
  inputsOf,
  isMapped,
  NOBODY_FITS,
  now,
  press,
  say,
  shows,
  visited,
} from './create-stage';
import { ALICE, BOB, GROUP, textOf } from './stage';

/** A customer that is not there: the form, the creation in Dataverse and the mapping, over HTTP against the sandbox. */

describe('where nothing fits', () => {
  beforeEach(() => begin());

  it('fills the form from Partner Center, creates the customer with duplicate detection on, and maps to it', async () => {
    const id = await accepted();
    const shown = await form(ALICE, id);
    expect(shown.text).toContain('Filled in from Partner Center. Please check it.');
    const values = Object.fromEntries(inputsOf(shown.card).map((input) => [input.id, input.value]));
    expect(values).toMatchObject({
      'new-name': NOBODY_FITS,
      'new-country': 'United Kingdom',
      'new-mail': expect.stringContaining('@'),
      'new-street': expect.stringMatching(/^\d+ /),
    });

    await press(ALICE, filled(shown, 'Create and map', { 'new-name': 'Quillfeather Looms Ltd', 'new-city': ' Oban ' }));

    await now.stage.until(isMapped);
    const [customer] = customers('Quillfeather Looms Ltd');
    expect(now.stage.sandbox.world.rowOf(NOBODY_FITS)?.customerId).toBe(customer?.id);
    expect(customer).toMatchObject({
      city: 'Oban',
      country: 'United Kingdom',
      more: { telephone1: values['new-phone'] },
    });
    const [post] = visited('POST', /\/accounts$/);
    expect(post?.headers).toMatchObject({ 'mscrm.suppressduplicatedetection': 'false' });
    expect((await say(ALICE, `history ${NOBODY_FITS}`)).text).toContain(
      'Alice Example had the customer Quillfeather Looms Ltd created and chose it.',
    );
  });

  it('keeps the customer when the mapping is taken back, and says so', async () => {
    const id = await accepted();
    await press(ALICE, filled(await form(ALICE, id), 'Create and map'));
    await now.stage.until(isMapped);

    const card = await say(ALICE, `show ${NOBODY_FITS}`);
    const undone = await press(ALICE, buttonCalled(card, 'Undo'));

    expect(undone.text).toContain(`The customer ${NOBODY_FITS}, which was created for it, stays in Work 365.`);
    expect(customers(NOBODY_FITS)).toHaveLength(1);
  });

  it('creates one when two people press at the same moment, and when a click is delivered twice', async () => {
    const id = await accepted();
    const [alice, bob] = [await form(ALICE, id), await form(BOB, id)];
    const answers = await Promise.all([
      press(ALICE, filled(alice, 'Create and map'), chatOf(ALICE), 'click-of-alice'),
      press(ALICE, filled(alice, 'Create and map'), chatOf(ALICE), 'click-of-alice'),
      press(BOB, filled(bob, 'Create and map'), chatOf(BOB), 'click-of-bob'),
    ]);
    await now.stage.until(isMapped);

    expect(customers(NOBODY_FITS)).toHaveLength(1);
    const { text } = await say(ALICE, `history ${NOBODY_FITS}`);
    expect(text.match(/had the customer/g)).toHaveLength(1);
    expect(answers.map(({ text }) => text).join('\n')).toMatch(
      /is having a customer created for this account already|Example chose/,
    );
  });

  it('is asked for by words, in five languages, and asks for a click', async () => {
    await accepted();
    const lines = [
      `create the customer for ${NOBODY_FITS}`,
      `lege ${NOBODY_FITS} als neuen Kunden an`,
      `crée le client pour ${NOBODY_FITS}`,
      `da de alta a ${NOBODY_FITS} como cliente`,
      `maak de klant voor ${NOBODY_FITS} aan`,
      `maak een klant aan voor ${NOBODY_FITS}`,
      `there is no customer for ${NOBODY_FITS}, please create it`,
    ];
    for (const line of lines) {
      const said = await say(ALICE, line);
      expect([line, said.text]).toEqual([line, expect.stringContaining(NOBODY_FITS)]);
      expect([line, inputsOf(said.card).map(({ id }) => id)]).toEqual([line, expect.arrayContaining(['new-name'])]);
    }
    expect((await say(BOB, lines[0]!)).text).toContain('Nothing is created until you click.');
    expect(visited('POST', /\/accounts$/)).toEqual([]);
  });

  it('has the button in the review, and leaves out of it what is being created', async () => {
    const id = await accepted();
    const cue = `"verb":"create-form","accountId":"${id}","below":true`;
    const left = { row0: 'later', row1: 'later', row2: 'later', row3: 'later', row4: 'later', row5: 'later' };
    let page = await say(ALICE, 'review');
    for (let at = 0; at < 5 && !JSON.stringify(page.card).includes(cue); at++)
      page = await press(ALICE, { ...buttonCalled(page, 'Save and go on'), ...left });

    const shown = await press(ALICE, { handshake: 1, verb: 'create-form', accountId: id, below: true });
    expect(JSON.stringify(page.card)).toContain(cue);
    now.stage.sandbox.control('fail', { service: 'dataverse', match: 'POST /api/data/v9.2/accounts' });
    await press(ALICE, filled(shown, 'Create and map'));
    expect((await say(BOB, 'review')).text).not.toContain(NOBODY_FITS);
  });

  it('shows no contact in a group chat', async () => {
    await accepted();
    await now.stage.install(GROUP);
    const shown = await say(ALICE, `create the customer for ${NOBODY_FITS}`, GROUP);
    expect(shown.text).toContain('The contact is left out');
    const values = Object.fromEntries(inputsOf(shown.card).map((input) => [input.id, input.value]));
    expect([values['new-mail'], values['new-phone'], values['new-contact']]).toEqual(['', '', '']);
  });

  it('asks for a name', async () => {
    const shown = await form(ALICE, await accepted());
    const answer = await now.stage.click(
      ALICE,
      chatOf(ALICE),
      'form',
      filled(shown, 'Create and map', { 'new-name': ' \u200b ' }),
    );
    expect(JSON.stringify(answer)).not.toContain('being created');
    expect(visited('POST', /\/accounts$/)).toEqual([]);
  });

  it.each([
    ['a name of marks', '**Robert**\u202e<at>all</at>'],
    ['a name for OData', "O'Hara & Sons; ') or 1 eq 1"],
    ['a name of absurd length', 'Ä'.repeat(1_900)],
  ])('creates what was typed: %s', async (_what, name) => {
    const id = await accepted();
    const shown = await form(ALICE, id);
    await press(ALICE, filled(shown, 'Create and map', { 'new-name': name, 'new-postcode': '9'.repeat(400) }));
    await now.stage.until(isMapped);
    const { customerId } = now.stage.sandbox.world.rowOf(NOBODY_FITS)!;
    const made = now.stage.sandbox.world.state.customers.find((one) => one.id === customerId);
    expect(made?.name).toBe(name.replace('\u202e', '').slice(0, 160));
    expect((await say(ALICE, `show ${NOBODY_FITS}`)).text).not.toContain('\u202e');
  });
});

describe('where there is somebody near', () => {
  beforeEach(() => begin());

  it('shows them first, and maps to them instead', async () => {
    const shown = await say(ALICE, 'create the customer for Liberty’s Delightful Bakery & Cafe');
    const near = await press(ALICE, filled(shown, 'Create and map', { 'new-name': 'Fabrikam, Inc.' }));
    expect(near.text).toContain('Nothing is created yet, because there may be one already:');
    expect(near.text).toContain('Fabrikam, Inc.');
    expect(visited('POST', /\/accounts$/)).toEqual([]);

    const mapped = await press(ALICE, buttonCalled(near, 'Map to Fabrikam, Inc.'));
    expect(mapped.text).toContain('is mapped to Fabrikam, Inc.');
  });

  it('says so on the form itself, and why they are near: by the name that was typed', async () => {
    const shown = await say(ALICE, 'create the customer for Liberty’s Delightful Bakery & Cafe');
    const [message] = [...now.stage.connector.shown.keys()].slice(-1).map((key) => key.split(' ').at(-1)!);
    const typed = filled(shown, 'Create and map', { 'new-name': 'Fabrikam, Inc.' });

    const answer = await now.stage.click(ALICE, chatOf(ALICE), message!, typed);

    expect(textOf(answer.value)).toContain('Nothing is created yet, because there may be one already:');
    expect(textOf(answer.value)).toContain('Same name');
    expect(textOf(answer.value)).not.toContain('the names differ');
  });

  it('creates all the same once that was seen; Dataverse refuses a duplicate, and one click insists', async () => {
    const id = await accepted();
    const before = customers('Fabrikam, Inc.').length;
    const shown = await form(ALICE, id);
    const near = await press(ALICE, filled(shown, 'Create and map', { 'new-name': 'Fabrikam, Inc.' }));
    await press(ALICE, filled(near, 'Create all the same'));
    await shows('Work 365 did not create');

    const refused = await say(ALICE, `show ${NOBODY_FITS}`);
    expect(refused.text).toContain('Work 365 did not create “Fabrikam, Inc.”: it has one like it already.');
    buttonCalled(refused, 'Map to Fabrikam, Inc.');
    expect(customers('Fabrikam, Inc.')).toHaveLength(before);

    await press(ALICE, buttonCalled(refused, 'Create all the same'));
    await now.stage.until(isMapped);
    expect(customers('Fabrikam, Inc.')).toHaveLength(before + 1);
    const posts = visited('POST', /\/accounts$/).map((visit) => visit.headers['mscrm.suppressduplicatedetection']);
    expect([posts[0], posts.at(-1)]).toEqual(['false', 'true']);
  });

  it('is given up, and says that nothing was created', async () => {
    const id = await accepted();
    now.stage.sandbox.control('lack', { permission: 'prvCreate' });
    await press(ALICE, filled(await form(ALICE, id), 'Create and map'));
    await shows('Work 365 did not create');
    const refused = await say(ALICE, `show ${NOBODY_FITS}`);
    expect(refused.text).toContain(`Work 365 did not create “${NOBODY_FITS}”: the app may not.`);
    expect(refused.text).toContain('Work 365 says: prvCreateaccount');

    const left = await press(ALICE, buttonCalled(refused, 'Do not create it'));
    expect(left.text).toContain('No customer is created.');
    expect((await say(ALICE, `show ${NOBODY_FITS}`)).text).not.toContain('did not create');
  });
});
