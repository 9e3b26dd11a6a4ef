import type { Recorded } from '../doubles/connector';
import { ALL_BUT_THE_DATE } from './clock';
import { ALICE, button, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Questions while Partner Center cannot be asked: what is said is that we could not look, and how old our own list is. */

const MINUTE = 60_000;

let stage: Stage;
beforeAll(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-07-15T09:00:00Z'), doNotFake: [...ALL_BUT_THE_DATE] });
  stage = await setStage({ config: { syncIntervalMs: 3_600_000 } });
});
beforeEach(() => {
  stage.sandbox.control('heal');
  stage.sandbox.control('forget-visits');
  // A call that failed again and again is left alone for a while, and what was just looked at is not looked at again.
  jest.setSystemTime(Date.now() + 2 * MINUTE);
});
afterAll(async () => {
  await stage.close();
  jest.useRealTimers();
});

/** All that a person can see or hear of an answer. */
async function heard(
  text: string,
): Promise<{ readonly said: string; readonly head: string; readonly message: Recorded }> {
  const [message] = await stage.say(ALICE, PERSONAL, text);
  const { body } = message!;
  const card = cardOf(message!);
  const head = [body.summary ?? body.activity?.summary, card.speak].join('\n');
  return { said: [textOf(card), card.fallbackText, head].join('\n'), head, message: message! };
}

const askedOf = (service: string, match = '') =>
  stage.sandbox.visits.last.filter((v) => v.service === service && `${v.path}${v.query}`.includes(match)).length;

const TROUBLES = [
  ['sends a sign-in page with status 200', 'html', { status: 200 }, 'could not be read'],
  ['sends nothing with status 200', 'answer', { answer: { status: 200 } }, 'could not be read'],
  ['refuses us', 'fail', { status: 403 }, 'refuses us access'],
  [
    'redirects',
    'answer',
    { answer: { status: 302, headers: { location: 'https://elsewhere.example/' } } },
    'could not be read',
  ],
  ['answers with an error', 'fail', { status: 500 }, 'cannot be reached'],
  [
    'answers 503 and when to come back',
    'answer',
    { answer: { status: 503, headers: { 'retry-after': '1' } } },
    'cannot be reached',
  ],
  ['sends a gateway’s HTML', 'html', {}, 'cannot be reached'],
  ['breaks the connection', 'drop', {}, 'cannot be reached'],
  ['answers very slowly', 'slow', { ms: 4_000 }, 'cannot be reached'],
] as const;

describe.each(TROUBLES)('when Partner Center %s', (_words, action, given, why) => {
  it('says that it could not look for a name that nobody knows, and since when the own list is', async () => {
    // Another name each time: whoever asks twice for a name is answered from what is known.
    const name = `Quill${TROUBLES.findIndex(([words]) => words === _words)}works`;
    stage.sandbox.control(action, { service: 'partner-center', ...given });

    const { said, head } = await heard(`is ${name} accepted?`);

    expect(head).toMatch(/^We could not look: .*Our own list, from .*, has no “Quill/m);
    expect(head).toContain(why);
    expect(said).not.toMatch(/not in the customer list|has not been accepted|likely reasons|we asked partner center/i);
    expect(said).toContain('That does not mean that they have not accepted');
  });

  it('says of a known company what it knows, from when, and that it could not look again', async () => {
    stage.sandbox.control(action, { service: 'partner-center', ...given });

    const { said, head } = await heard('is Contoso Ltd accepted?');

    expect(head).toMatch(/Contoso Ltd accepted before .* We could not look again: .* This is from/);
    expect(head).toContain(why);
    expect(said).not.toMatch(/not in the customer list|has not been accepted/i);
  });
});

describe('a question about a fact', () => {
  it('may be asked again by a button; who clicks at once is told that we have just looked', async () => {
    const { message } = await heard('is Northwind Traders GmbH accepted?');

    const answer = await stage.click(ALICE, PERSONAL, messageIdOf(stage, message), button(message, 'Look again'));

    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(answer.value).toMatch(/^We looked .*Please try again in a few seconds\.$/);
  });
});

describe('when Partner Center asks us to wait', () => {
  it('asks nothing more of it for anybody’s question, and says so', async () => {
    await stage.restart();
    // The jobs of a bot that has just started ask, too; the question is to meet the refusal.
    stage.sandbox.control('throttle', { service: 'partner-center', match: 'filter=', times: 1, retryAfterS: 30 });
    const began = performance.now();
    const first = await heard('is Quarrystone accepted?');
    expect(performance.now() - began).toBeLessThan(10_000);
    const asked = askedOf('partner-center');
    const second = await heard('is Millrace accepted?');

    for (const { head } of [first, second])
      expect(head).toMatch(/^We could not look: Partner Center asks us to wait\./m);
    expect(askedOf('partner-center')).toBe(asked);
  });
});
