import { SENDER_KINDS, type SenderKind } from '../../src/domain/sender';
import { policyRows } from '../../src/policy/policy';
import { CHANNEL, setStage, TEAM, TENANT } from './stage';
import type { Stage } from './stage';
import { ELSEWHERE, idOf, sender } from './senders';
import { elsewhere } from './elsewhere-stage';

/** The rows of the policy for what is asked from other chats, with real tokens, for every kind of sender. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({
    production: true,
    env: {
      ADMINS: idOf('administrator'),
      MAPPERS: idOf('mapper'),
      APPROVED_TEAMS: TEAM,
      ALLOWED_TENANTS: `${TENANT},${ELSEWHERE}`,
    },
  });
  stage.connector.members(
    TEAM,
    (['administrator', 'mapper', 'reader', 'guest'] as const).map((kind) => sender(kind)),
  );
  await stage.send({ type: 'installationUpdate', action: 'add', from: sender('administrator'), ...CHANNEL });
});
afterAll(() => stage.close());

const may = (kind: SenderKind, deed: string): boolean =>
  policyRows().some((row) => row.deed === deed && row.allowed.includes(kind));

/** What belongs to customers, and to nobody's refusal. */
const FACTS = /Contoso|onmicrosoft|AC-\d|accepted before/i;

describe.each(SENDER_KINDS)('%s', (kind) => {
  const from = () => elsewhere(stage, sender(kind));

  it('searches from a compose box', async () => {
    const answer = await from().query('conto');
    if (may(kind, 'find from a compose box')) expect(answer.composeExtension.attachments.length).toBeGreaterThan(0);
    else {
      expect(JSON.stringify(answer)).not.toMatch(FACTS);
      if (kind !== 'bot') expect(answer.composeExtension.text).toMatch(/^I |^You /);
    }
  });

  it('pastes a link', async () => {
    const { tenantId } = stage.sandbox.world.findTenant('Contoso Ltd')!;
    const offers = await from().paste(`https://partner.microsoft.com/dashboard/v2/customers/${tenantId}/account`);
    expect(offers).toHaveLength(may(kind, 'unfold a link') ? 1 : 0);
  });

  it('asks who a message is about, and clicks in the dialog', async () => {
    const task = await from().who('is Contoso ours?', 'text');
    const pressed = await from().press({ handshake: 1, verb: 'list', what: 'unmapped', offset: 0 });
    if (may(kind, 'ask who a message is about')) {
      expect([task.type, pressed.type]).toEqual(['continue', 'continue']);
      return;
    }
    expect(JSON.stringify([task?.value ?? '', pressed?.value ?? ''])).not.toMatch(/Ltd|onmicrosoft|accepted before/i);
    if (kind !== 'bot') expect([task.type, pressed.type]).toEqual(['message', 'message']);
  });

  it('decides in the dialog', async () => {
    const account = (await stage.kept('account')).find(({ tenant }) => tenant.name === 'Litware Labs (test)')!;
    const task = await from().press({
      handshake: 1,
      verb: 'pick',
      accountId: account.id,
      customerId: 'nobody',
      asOf: 1,
    });
    expect(task?.type ?? 'nothing').toBe(may(kind, 'click pick') ? 'continue' : kind === 'bot' ? 'nothing' : 'message');
  });

  it('brings a shared card up to date', async () => {
    const account = (await stage.kept('account')).find(({ tenant }) => tenant.name === 'Contoso Ltd')!;
    const far = {
      conversation: { id: '19:far@thread.v2', conversationType: 'groupChat' },
      channelData: { tenant: { id: TENANT } },
    };
    const data = { handshake: 1, verb: 'refresh-shared', accountId: account.id };
    const answer = await stage.click(sender(kind), far, '1', data);
    expect(typeof answer.value === 'object').toBe(may(kind, 'click refresh-shared'));
    if (typeof answer.value === 'string') expect(answer.value).not.toMatch(FACTS);
  });

  it('hears what waits in a welcome', async () => {
    const id = `a:welcome-${kind}`;
    const chat = { conversation: { id, conversationType: 'personal' }, channelData: { tenant: { id: TENANT } } };
    await stage.send({ type: 'installationUpdate', action: 'add', from: sender(kind), ...chat });
    const said = stage.connector.messages().filter((m) => m.conversationId === id);
    expect(/accounts wait for their customer/.test(JSON.stringify(said))).toBe(may(kind, 'hear what waits'));
  });
});

it('lets nobody of a tenant that is not allowed in at all', async () => {
  const stranger = { ...sender('reader'), tenantId: '77777777-7777-4777-8777-777777777777' };
  const response = await stage.send({
    type: 'invoke',
    name: 'composeExtension/query',
    from: stranger,
    conversation: { id: '19:x@thread.v2', conversationType: 'groupChat' },
    channelData: { tenant: { id: TENANT } },
    value: { commandId: 'find', parameters: [{ name: 'company', value: 'contoso' }] },
  });
  expect(response.status).toBe(403);
});
