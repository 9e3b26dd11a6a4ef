import { ALICE, cardOf, CHANNEL, GUEST, setStage, shownIn, TEAM, textOf } from './stage';
import type { Someone, Stage } from './stage';

/** Guests of a team that has the bot, whether Teams says so with each message or in the list of members only (T14). */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ production: true, env: { ADMINS: ALICE.aadObjectId, APPROVED_TEAMS: TEAM } });
  await stage.install(CHANNEL);
  await stage.until(() => shownIn(stage, CHANNEL, 'Open accounts'));
});
afterAll(() => stage.close());

const KNOWN_GUEST = { ...GUEST, id: '29:known', userRole: 'guest' } as Someone;
const GUESTS: readonly (readonly [string, Someone, RegExp])[] = [
  ['named as such', KNOWN_GUEST, /you are a guest here/],
  ['by the list of members', GUEST, /You are not among those whom I may tell about customers/],
];

async function told(who: Someone, text: string): Promise<string> {
  const messages = await stage.say(who, CHANNEL, text);
  return messages
    .map((message) => textOf(cardOf(message)) || String(message.body.text ?? message.body.activity?.text ?? ''))
    .join('\n');
}

const isOn = async (): Promise<boolean | undefined> =>
  (await stage.kept('conversation')).find(({ conversationId }) => conversationId === CHANNEL.conversation.id)?.settings
    .notifications;

describe.each(GUESTS)('a guest %s', (_how, who, refusal) => {
  it.each(['users of Contoso', 'show the users of Contoso Ltd', 'is Contoso accepted?'])(
    'is refused kindly when asking "%s", and learns nothing',
    async (text) => {
      const words = await told(who, text);

      expect(words).toMatch(refusal);
      expect(words).not.toMatch(/@|since|licen[cs]e/);
    },
  );

  it('changes no settings of a channel', async () => {
    expect(await told(who, 'notifications off')).toMatch(refusal);
    expect(await isOn()).toBe(true);
  });
});

it('a member of the team may change them', async () => {
  await stage.say(ALICE, CHANNEL, 'notifications off');
  expect(await isOn()).toBe(false);
  await stage.say(ALICE, CHANNEL, 'notifications on');
  expect(await isOn()).toBe(true);
});
