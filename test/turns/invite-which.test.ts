import { FIRST_NAME, SECOND_NAME, SECOND_PARTNER } from '../../src/sandbox/several';
import { PARTNER } from '../../src/sandbox/sandbox';
import { ALICE, answerTo, button, cardOf, PERSONAL, setStage, shownBy, textOf } from './stage';
import type { Stage } from './stage';
import { synced } from './synced';

/** Each Partner Center has a link of its own: who is given the wrong one accepts the wrong one. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ several: true });
  await stage.install(PERSONAL);
  await synced(stage);
});
afterAll(() => stage.close());

const said = async (text: string) => cardOf((await stage.say(ALICE, PERSONAL, text))[0]!);
const ask = async (text: string): Promise<string> => textOf(await said(text));
const clicked = (value: unknown, title: string) => button(shownBy({ value }), title);
const ofProvider = (tenantId: string): RegExp => new RegExp(`partnerId=${tenantId}`, 'i');
const GERMAN = ofProvider(SECOND_PARTNER.tenantId);

describe('the link of the provider that was named', () => {
  it.each([
    ['invite Larkspur Florists at the German tenant', 'Larkspur Florists'],
    ['invite Larkspur Florists at Partner Center Germany', 'Larkspur Florists'],
    ['invite Larkspur Florists to Partner Center Germany', 'Larkspur Florists'],
    ['invite Larkspur Florists to the german tenant', 'Larkspur Florists'],
    ['how do I invite Larkspur Florists to the German tenant?', 'Larkspur Florists'],
    ['send me the German invite link for Larkspur Florists', 'Larkspur Florists'],
    ['invite link for the german tenant', undefined],
    ['Einladungslink für den deutschen Tenant', undefined],
    ['den deutschen Einladungslink bitte', undefined],
    ['Einladung für Qwert Holding im deutschen Tenant', 'Qwert Holding'],
    ['invitation pour Garage Lenoir chez Partner Center Germany', 'Garage Lenoir'],
    ["lien d'invitation du tenant allemand", undefined],
    ["le lien d'invitation allemand pour Garage Lenoir", 'Garage Lenoir'],
    ['invitación para Talleres Ruiz en el tenant alemán', 'Talleres Ruiz'],
    ['enlace de invitación del tenant alemán', undefined],
    ['uitnodiging voor Fietsen Bos in de Duitse tenant', 'Fietsen Bos'],
    ['uitnodigingslink voor de Duitse tenant', undefined],
  ])('%s', async (text, company) => {
    // What was spoken of before is not who is invited.
    await ask('is Zyxwv Holding accepted?');
    const answer = await ask(text);
    expect(answer).toMatch(GERMAN);
    expect(answer).toContain(SECOND_NAME);
    expect(answer).not.toContain('Zyxwv');
    if (company !== undefined) expect(answer).toMatch(new RegExp(`${company}[ ,]`));
    expect(answer).not.toMatch(/tenant (?:für|for)|deutschen|Duitse|(?:to|at|chez|en) ,/i);
  });
});

it('the provider stays on the button that notes it, and in the text to follow up', async () => {
  const card = await said('invite Larkspur Florists at the German tenant');
  const noted = await answerTo(stage, ALICE, PERSONAL, clicked(card, 'I have invited them'));
  expect(textOf(noted.value)).toContain(`For ${SECOND_NAME}.`);
  const text = await answerTo(stage, ALICE, PERSONAL, clicked(noted.value, 'Text to follow up'));
  expect(textOf(text.value)).toMatch(GERMAN);
});

it('which one is asked where nobody said it', async () => {
  const card = await said('invite Bramble Bakes');
  expect(textOf(card)).toContain('For which provider do you invite Bramble Bakes?');
  expect(textOf(card)).not.toContain('partnerId');
  const chosen = await answerTo(stage, ALICE, PERSONAL, clicked(card, `Choose: ${FIRST_NAME}`));
  expect(textOf(chosen.value)).toMatch(ofProvider(PARTNER.tenantId));
  const [again] = await stage.say(ALICE, PERSONAL, 'and at Partner Center Germany?');
  expect(textOf(cardOf(again!))).toMatch(GERMAN);
});

it('the day that was said stays on the button that notes it for another one', async () => {
  const card = await said('we invited Contoso 3 days ago');
  const data = clicked(card, `Invited for ${SECOND_NAME}`);
  const noted = await answerTo(stage, ALICE, PERSONAL, data);
  const date = new Date(`${data.day}T12:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  expect(textOf(noted.value)).toContain(`Noted: Contoso was invited on ${date}`);
  expect(textOf(noted.value)).toContain('no answer for 3 days');
});

it('who has accepted at one may be invited for the other', async () => {
  expect(await ask('invite Holzbau Lindner at Partner Center Germany')).toContain(
    'Holzbau Lindner has accepted already',
  );
  expect(await ask('invite Holzbau Lindner at Partner Center UK')).not.toContain('has accepted already');
  expect(await ask('invite Holzbau Lindner')).toContain('has accepted there already');
});

it('a provider that has no link of ours is said to have none', async () => {
  const answer = await ask('invite Bramble Bakes at TD SYNNEX');
  expect(answer).toContain('I have no invitation link for “TD SYNNEX”');
  expect(answer).toContain(`${FIRST_NAME} and ${SECOND_NAME}`);
});

it('no link is shown unasked', async () => {
  expect(await ask('is Bramble Bakes accepted?')).not.toContain('partnerId');
  const noted = await said('we invited Bramble Bakes');
  const text = await answerTo(stage, ALICE, PERSONAL, clicked(noted, 'Text to follow up'));
  expect(textOf(text.value)).toContain('Nobody told me for which provider they were invited');
  expect(textOf(text.value)).not.toContain('partnerId');
});

it('on the word that a company does not want to, waiting no longer is offered', async () => {
  await ask('we invited Talleres Ruiz');
  const offered = await said('Talleres Ruiz declined');
  expect(textOf(offered)).toContain('Shall I stop waiting for an answer from Talleres Ruiz?');
  expect(await ask('stop waiting for Talleres Ruiz')).toContain('I no longer wait for an answer from Talleres Ruiz');
  expect(await ask('invitations')).not.toContain('Talleres Ruiz');
});
