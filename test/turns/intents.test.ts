import { ALICE, BOB, BOT, cardOf, CHANNEL, GROUP, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Every intent, from words to effect, wherever people type. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const MENTION = { text: '<at>Handshake</at>', mentioned: BOT, type: 'mention' };

/** Sixty questions in half a minute is what one person gets answered at once, so two people share them. */
const PLACES: readonly (readonly [string, Where, Someone])[] = [
  ['a personal chat', PERSONAL, ALICE],
  ['a group chat', GROUP, BOB],
  ['a channel', CHANNEL, ALICE],
];

/** Groups and channels hear only what mentions the bot. */
async function ask(who: Someone, where: Where, text: string): Promise<string> {
  if (where === PERSONAL) return words(await stage.say(who, where, text));
  const before = stage.connector.messages().length;
  const said = { type: 'message', from: who, ...where, text: `<at>Handshake</at>&nbsp;${text}`, entities: [MENTION] };
  expect((await stage.send(said)).status).toBe(200);
  return words(stage.connector.messages().slice(before));
}

function words(messages: readonly { readonly body: any }[]): string {
  return messages.map((m) => textOf(cardOf(m)) || (m.body.text ?? m.body.activity?.text ?? '')).join('\n');
}

const EXPECTED: readonly (readonly [intent: string, text: string, answer: RegExp])[] = [
  ['status', 'is Contoso accepted?', /Yes\. Contoso Ltd accepted/],
  ['status of two', 'have Contoso and Litware accepted?', /Contoso Ltd[\s\S]*Litware/],
  ['list unmapped', 'what is unmapped?', /wait for a customer|waits for a customer/],
  ['list accepted', 'who accepted this week?', /accepted/i],
  ['show', 'show Contoso', /Which customer is Contoso Ltd\?/],
  ['show subscriptions', 'what subscriptions does Contoso have?', /subscription/i],
  ['show users', 'list the users of Contoso', /user/i],
  ['invite_link', 'give me the invitation link for Fabrikam', /partner-invitation/],
  ['watch', 'tell me when Zyxwv Industries accepts', /Zyxwv Industries/],
  ['watches', 'what am I watching?', /Zyxwv Industries/],
  ['unwatch', 'stop watching Zyxwv Industries', /Zyxwv Industries/],
  ['map', 'map Contoso to Contoso Limited', /Nothing is saved until you click/],
  ['unmap', 'unmap Litware', /Litware is mapped to Litware, Inc\.[\s\S]*Undo/],
  ['undo', 'undo', /not decided anything/],
  ['who_mapped', 'who mapped Litware?', /Litware/],
  ['history', 'history of Litware', /Litware, Inc\./],
  ['settings', 'digest settings', /Summary off/],
  ['names', 'which names have you learned?', /name/i],
  ['health', 'how fresh are your data?', /Partner Center[\s\S]*read/],
  ['help', 'help', /What you can ask/],
  ['greeting', 'hello', /(?:Alice|Bob) Example/],
  ['thanks', 'thanks!', /welcome/i],
  ['something else', 'order me a pizza', /did not understand/],
  ['half a thought', 'accepted?', /\S/],
];

/** What has to be so before an intent has something to show. */
const SAID_BEFORE = new Map([['watches', 'tell me when Zyxwv Industries accepts']]);

describe.each(PLACES)('in %s', (_name, where, who) => {
  it.each(EXPECTED)('%s: "%s"', async (intent, text, answer) => {
    const before = SAID_BEFORE.get(intent);
    if (before !== undefined) await ask(who, where, before);
    const inPrivate = intent === 'show users' && where === GROUP;
    expect(await ask(who, where, text)).toMatch(inPrivate ? /not shown in a group chat/ : answer);
  });
});

describe('languages', () => {
  it('answers in the language of the person in a personal chat', async () => {
    const before = stage.connector.messages().length;
    await stage.send({
      type: 'message',
      from: ALICE,
      ...PERSONAL,
      text: 'hat Contoso schon angenommen?',
      locale: 'de-DE',
    });

    expect(words(stage.connector.messages().slice(before))).toMatch(/Ja\. Contoso Ltd/);
  });

  it('answers in the language of the channel when one is set there', async () => {
    expect(await ask(BOB, CHANNEL, 'switch language to French')).toMatch(/Langue/);

    expect(await ask(BOB, CHANNEL, 'is Contoso accepted?')).toMatch(/Oui/);
    await ask(BOB, CHANNEL, 'langue anglais');
  });
});
