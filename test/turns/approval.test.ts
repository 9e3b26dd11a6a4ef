import { accountId } from '../../src/domain/account';
import { actionData } from '../../src/actions/action';
import { cardOf, CHANNEL, setStage, TEAM, TENANT, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Teams have to be approved, and whoever is told by the bot on its own account is looked at again. */

const person = (n: number, name: string): Someone => ({
  id: `29:${name}`,
  aadObjectId: `aaaaaaaa-0000-4000-8000-00000000020${n}`,
  name,
});
const ADA = person(1, 'Ada Admin');
const MIA = person(2, 'Mia Member');
const EVE = person(3, 'Eve Elsewhere');

const OWN_TEAM = '19:eves-team@thread.tacv2';
const OWN_CHANNEL: Where = {
  conversation: { id: '19:eves-channel@thread.tacv2', conversationType: 'channel' },
  channelData: {
    tenant: { id: TENANT },
    team: { id: OWN_TEAM, name: 'Eve and friends' },
    channel: { id: '19:eves-channel@thread.tacv2', name: 'Fun' },
  },
};
const GROUP_OF_TEAM = 'bbbbbbbb-0000-4000-8000-000000000001';
const CHANNEL_OF_GROUP: Where = {
  ...CHANNEL,
  channelData: { ...CHANNEL.channelData, team: { id: TEAM, name: 'Operations', aadGroupId: GROUP_OF_TEAM } },
};
const chatOf = (someone: Someone): Where => ({
  conversation: { id: `a:${someone.id.slice(3)}`.replaceAll(' ', '-'), conversationType: 'personal' },
  channelData: { tenant: { id: TENANT } },
});

let stage: Stage;
afterEach(() => stage.close());

async function open(env: Readonly<Record<string, string>>): Promise<void> {
  stage = await setStage({ production: true, hasty: true, env });
  stage.connector.members(TEAM, [ADA, MIA]);
  stage.connector.members(OWN_TEAM, [EVE]);
}

const install = (by: Someone, where: Where) =>
  stage.send({ type: 'installationUpdate', action: 'add', from: by, ...where });

async function ask(who: Someone, where: Where, text: string): Promise<string> {
  const messages = await stage.say(who, where, text);
  return messages.map((m) => textOf(cardOf(m)) || (m.body.text ?? m.body.activity?.text ?? '')).join('\n');
}

const shownIn = (where: Where): string =>
  [...stage.connector.shown]
    .filter(([key]) => key.startsWith(where.conversation.id))
    .map(([, body]) => textOf(body.attachments?.[0]?.content) || (body.text ?? ''))
    .join('\n');

const asked = (who: Someone): number =>
  stage.connector.requests.filter((one) => one.kind === 'members' && one.activityId === who.id).length;

const contoso = (): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant('Contoso Ltd')!.tenantId,
  });

describe('with administrators named', () => {
  beforeEach(async () => {
    await open({ ADMINS: ADA.aadObjectId });
    await install(ADA, CHANNEL);
  });

  it('lets somebody with a team of their own be told and decide nothing', async () => {
    await install(EVE, OWN_CHANNEL);
    expect(shownIn(OWN_CHANNEL)).toMatch(/waiting until an administrator approves this team[\s\S]*Ada Admin/);
    expect(await ask(EVE, OWN_CHANNEL, 'what is unmapped?')).toMatch(/not among those whom I may tell/);
    expect(await ask(EVE, chatOf(EVE), 'users of Contoso')).toMatch(/not among those whom I may tell/);
    const clicked = await stage.click(EVE, chatOf(EVE), '1', actionData({ verb: 'ignore', accountId: contoso() }));
    expect(clicked.value).toMatch(/not among those who may decide/);
    stage.sandbox.control('accept', { name: 'Brand New Bakery' });
    await stage.until(() => shownIn(CHANNEL).includes('Brand New Bakery'));
    expect(shownIn(OWN_CHANNEL)).not.toMatch(/Bakery/);
  });

  it('tells a member of an approved team nothing in a team that is not', async () => {
    await install(EVE, OWN_CHANNEL);
    expect(await ask(MIA, OWN_CHANNEL, 'is Contoso accepted?')).toMatch(/has not been approved yet/);
  });

  it('asks the administrators in their own chat, and goes on when one approves', async () => {
    await ask(ADA, chatOf(ADA), 'hello');
    await install(EVE, OWN_CHANNEL);
    await stage.until(() => shownIn(chatOf(ADA)).includes('Eve and friends has added Handshake'));
    expect(await ask(ADA, chatOf(ADA), 'health')).toMatch(/Eve and friends: approve it/);
    const denied = await stage.click(EVE, OWN_CHANNEL, '1', approve());
    expect(denied.value).toMatch(/Only an administrator/);
    const ruled = await stage.click(ADA, chatOf(ADA), '1', approve());
    expect(textOf(ruled.value)).toMatch(/Eve and friends is approved/);
    expect(await ask(EVE, OWN_CHANNEL, 'what is unmapped?')).toMatch(/wait/);
  });

  it('asks them as well about a team of which no installation was told, once somebody speaks there', async () => {
    await ask(ADA, chatOf(ADA), 'hello');
    expect(await ask(MIA, OWN_CHANNEL, 'is Contoso accepted?')).toMatch(/has not been approved yet/);

    await stage.until(() => shownIn(chatOf(ADA)).includes('Eve and friends'));
    await stage.click(ADA, chatOf(ADA), '1', approve());
    expect(await ask(MIA, OWN_CHANNEL, 'is Contoso accepted?')).toMatch(/Contoso Ltd/);
  });

  it('stops telling somebody who was taken out of the team', async () => {
    await ask(ADA, chatOf(ADA), 'watch Brand New Bakery');
    await ask(MIA, chatOf(MIA), 'watch Brand New Bakery');
    stage.connector.members(TEAM, [ADA]);
    const before = shownIn(chatOf(MIA));
    stage.sandbox.control('accept', { name: 'Brand New Bakery' });
    await stage.until(() => /“Brand New Bakery” has accepted/.test(shownIn(chatOf(ADA))));
    await stage.until(() => asked(MIA) > 1);
    expect(shownIn(chatOf(MIA))).toBe(before);
  });
});

const approve = () => actionData({ verb: 'approve-team', teamId: OWN_TEAM, yes: true });

describe('with nobody named', () => {
  it('takes the first team as approved, and who installed it as administrator', async () => {
    await open({});
    await install(ADA, CHANNEL);
    await install(EVE, OWN_CHANNEL);

    expect(await ask(MIA, CHANNEL, 'is Contoso accepted?')).toMatch(/Contoso Ltd/);
    expect(await ask(EVE, OWN_CHANNEL, 'is Contoso accepted?')).toMatch(/not among those/);
    expect(textOf((await stage.click(ADA, CHANNEL, '1', approve())).value)).toMatch(/is approved/);
  });

  it('takes the owners of the first team as administrators where Entra tells them', async () => {
    await open({});
    stage.sandbox.control('own-group', { group: GROUP_OF_TEAM, owners: [MIA.aadObjectId] });
    await ask(MIA, chatOf(MIA), 'hello');
    await install(ADA, CHANNEL_OF_GROUP);
    await install(EVE, OWN_CHANNEL);
    await stage.until(() => shownIn(chatOf(MIA)).includes('Eve and friends has added Handshake'));

    expect((await stage.click(ADA, CHANNEL, '1', approve())).value).toMatch(/Only an administrator[\s\S]*Mia Member/);
    expect(textOf((await stage.click(MIA, CHANNEL, '1', approve())).value)).toMatch(/is approved/);
  });

  it('keeps to who installed the bot while Entra does not tell of owners', async () => {
    await open({});
    stage.sandbox.control('fail', { service: 'graph', match: '/owners', status: 403 });
    await install(ADA, CHANNEL_OF_GROUP);
    await stage.until(() => stage.lines.some((line) => line.includes('grant the Partner Center app')));
    await install(EVE, OWN_CHANNEL);

    expect(textOf((await stage.click(ADA, CHANNEL, '1', approve())).value)).toMatch(/is approved/);
  });
});

describe('a team that the settings name', () => {
  it('is approved, and its members decide, in whatever letter case its id is written', async () => {
    await open({ ADMINS: ADA.aadObjectId, MAPPERS: OWN_TEAM.toUpperCase().replace('@THREAD.TACV2', '@thread.tacv2') });
    await install(EVE, OWN_CHANNEL);

    expect(await ask(EVE, OWN_CHANNEL, 'is Contoso accepted?')).toMatch(/Contoso Ltd/);
    const clicked = await stage.click(EVE, chatOf(EVE), '1', actionData({ verb: 'ignore', accountId: contoso() }));
    expect(clicked.value).toMatch(/not a customer/);
  });
});

describe('somebody who may not decide', () => {
  it('is looked up once, not the whole of every team', async () => {
    await open({ ADMINS: ADA.aadObjectId });
    await install(ADA, CHANNEL);
    await ask(EVE, chatOf(EVE), 'is Contoso accepted?');
    const reads = stage.connector.requests.filter((one) => one.kind === 'members').length;
    for (let n = 0; n < 5; n += 1) await ask(EVE, chatOf(EVE), 'is Contoso accepted?');

    expect(stage.connector.requests.filter((one) => one.kind === 'members')).toHaveLength(reads);
  });
});
