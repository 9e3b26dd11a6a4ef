import fc from 'fast-check';
import { SENDER_KINDS, type SenderKind } from '../../src/domain/sender';
import { mayDo } from '../../src/policy/policy';
import { markdownTexts, problemsOf } from '../cards/structure';
import { ELSEWHERE, idOf, sender } from './senders';
import { hostileElsewhere } from './elsewhere-hostile';
import { CHANNEL, setStage, TEAM, TENANT } from './stage';
import type { Stage } from './stage';

/**
 * Hostile searches, links, messages and dialogs of every kind of sender through the real door.
 * `HOSTILE_RUNS=10000 npx jest test/turns/elsewhere-hostile.test.ts` sends so many.
 */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 320);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20);
const EACH = Math.ceil(RUNS / SENDER_KINDS.length);
/** So many of a kind, that the budget of one is not what is tested. */
const CROWD = 200;

let stage: Stage;
beforeAll(async () => {
  const everyone = (kind: SenderKind) => Array.from({ length: CROWD }, (_, n) => idOf(kind, n)).join(',');
  stage = await setStage({
    production: true,
    env: {
      ADMINS: everyone('administrator'),
      MAPPERS: everyone('mapper'),
      READERS: everyone('reader'),
      APPROVED_TEAMS: TEAM,
      ALLOWED_TENANTS: `${TENANT},${ELSEWHERE}`,
    },
  });
  await stage.send({ type: 'installationUpdate', action: 'add', from: sender('administrator'), ...CHANNEL });
}, 60_000);
afterAll(() => stage.close());

/** Puts what really is there in place of its names. */
function real(sent: string): string {
  const { tenants, customers } = stage.sandbox.world.state;
  const base = stage.sandbox.settings['DATAVERSE_URL'] ?? '';
  return sent
    .replaceAll(/@tenant:(\d)/g, (_, at: string) => tenants[Number(at)]?.tenantId ?? '')
    .replaceAll(/@customer:(\d)/g, (_, at: string) => customers[Number(at)]?.id ?? '')
    .replaceAll('@records', base);
}

/** Names that only those may hear who may read; none of what was sent says it already. */
function secretsHeard(heard: string, sent: string): readonly string[] {
  const { tenants, customers } = stage.sandbox.world.state;
  const names = [...tenants, ...customers].map(({ name }) => name);
  return names.filter((name) => name.length > 7 && heard.includes(name) && !sent.includes(name));
}

/** Cards that are put into messages or shown in a dialog. */
function cardsIn(answer: any): readonly { readonly card: any; readonly shared: boolean }[] {
  const shared = (answer.composeExtension?.attachments ?? []).map((one: any) => ({ card: one.content, shared: true }));
  const card = answer.task?.value?.card?.content;
  return card === undefined ? shared : [...shared, { card, shared: false }];
}

function faultsOf(answer: any): readonly string[] {
  return cardsIn(answer).flatMap(({ card, shared }) => [
    ...problemsOf(card).filter((problem) => !(card.version === '1.3' && problem === 'version is not 1.5')),
    ...markdownTexts(card).filter((text) => /(?<!\\)(?:\\\\)*[*[\]<>`]/.test(text)),
    ...(shared && /[^\s"]@[^\s"]+\.[a-z]/i.test(JSON.stringify({ ...card, actions: [] })) ? ['a mail address'] : []),
  ]);
}

describe.each(SENDER_KINDS)('a hostile %s', (kind) => {
  it(
    'gets no fault, no markup, and no name that is not theirs to hear',
    async () => {
      const reads = mayDo(kind, 'find from a compose box');
      let turn = 0;
      await fc.assert(
        fc.asyncProperty(hostileElsewhere, async (activity) => {
          turn += 1;
          const conversation = { id: `19:far-${turn % 40}@thread.v2`, conversationType: 'groupChat' };
          const sent = real(
            JSON.stringify({
              from: sender(kind, turn % CROWD),
              conversation,
              channelData: { tenant: { id: TENANT } },
              ...activity,
            }),
          );
          const response = await stage.send(JSON.parse(sent) as object);
          const text = await response.text();
          expect([200, 400, 403, 413]).toContain(response.status);
          const answer: any = text === '' ? {} : JSON.parse(text);
          expect(faultsOf(answer)).toEqual([]);
          for (const { preview } of answer.composeExtension?.attachments ?? [])
            expect(`${preview.content.title} ${preview.content.text}`).not.toMatch(/<|>|:\/\//);
          if (!reads) expect(secretsHeard(text, sent)).toEqual([]);
        }),
        { seed: SEED + SENDER_KINDS.indexOf(kind), numRuns: EACH, endOnFailure: true },
      );
      expect(stage.lines.filter((line) => /A turn failed|A request failed|apology/.test(line))).toEqual([]);
      expect(stage.connector.messages().filter((m) => m.conversationId.startsWith('19:far'))).toEqual([]);
    },
    60_000 + EACH * 200,
  );
});
