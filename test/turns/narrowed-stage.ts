import { actionData } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import type { SandboxTenant } from '../../src/sandbox/state';
import {
  ALICE,
  answerTo,
  BOB,
  buttonsOf,
  cardOf,
  CHANNEL,
  messageIdOf,
  PERSONAL,
  setStage,
  TEAM,
  textOf,
} from './stage';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** A stage on which everything is looked up, and what is true of its accounts. */

export const ADA: Someone = {
  id: '29:ada',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  name: 'Ada Lindqvist',
};

/** One person has only so many questions a second. */
export const ASKERS: readonly Someone[] = Array.from({ length: 8 }, (_, n) => ({
  id: `29:asker-${n}`,
  aadObjectId: `aaaaaaaa-0000-4000-8000-0000000001${n}0`,
  name: `Asker ${n}`,
}));

export let stage: Stage;
let chats = 0;
/** Everything is looked up, and some of it decided. */
export async function setNarrowedStage(): Promise<Stage> {
  stage = await setStage({ config: { syncIntervalMs: 3_600_000, gatherIntervalMs: 50 } });
  stage.connector.members(TEAM, [ALICE, BOB, ADA, ...ASKERS]);
  await stage.install(CHANNEL);
  await stage.install(PERSONAL);
  await gathered();
  await decide(ADA, 'Contoso Ltd', { verb: 'pick', customerId: customer('Contoso Limited') });
  await decide(ADA, 'HKB', { verb: 'pick', customerId: customer('Hansen Kjær Byggeservice A/S') });
  await decide(BOB, 'Litware Labs (test)', { verb: 'pick', customerId: customer('Litware, Inc.') });
  await decide(ADA, 'Test Tenant 7', { verb: 'ignore' });
  return stage;
}

export const tenants = (): readonly SandboxTenant[] => stage.sandbox.world.state.tenants;
export const account = (name: string): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant(name)!.tenantId,
  });
export const customer = (name: string): string => stage.sandbox.world.findCustomer(name)!.id;

export async function decide(who: Someone, name: string, what: object): Promise<any> {
  const data = actionData({ accountId: account(name), ...what } as Parameters<typeof actionData>[0]);
  return answerTo(stage, who, PERSONAL, data);
}

/** Each in a chat of its own, so that no talk leads on to another. */
export async function ask(
  text: string,
  who: Someone = ASKERS[chats % ASKERS.length]!,
): Promise<{ readonly card: Recorded; readonly where: Where; readonly who: Someone }> {
  const where: Where = {
    ...PERSONAL,
    conversation: { id: `a:narrowed-${(chats += 1)}`, conversationType: 'personal' },
  };
  const [card, ...more] = await stage.say(who, where, text);
  expect(more).toEqual([]);
  return { card: card!, where, who };
}

export const titleOf = (card: any): string => textOf(card).split('\n')[1] ?? '';
export const namesOn = (card: any): string[] => {
  const names = new Map(tenants().map(({ name }) => [account(name), name]));
  return buttonsOf(card).flatMap(({ data }) =>
    data.verb === 'account' ? [names.get(data.accountId) ?? data.accountId] : [],
  );
};

/** The heading, and the names of all pages in their order. */
export async function listed(text: string, who?: Someone): Promise<{ title: string; names: string[]; text: string }> {
  const { card, where, who: asker } = await ask(text, who);
  let shown = cardOf(card);
  const [title, said] = [titleOf(shown), textOf(shown)];
  const names = namesOn(shown);
  for (;;) {
    const next = buttonsOf(shown).find(({ data }) => data.verb === 'list' && data.offset === names.length);
    if (next === undefined) return { title, names, text: said };
    shown = (await stage.click(asker, where, messageIdOf(stage, card), next.data)).value;
    // A click says nothing in a language; the figures are the same in all of them.
    expect(titleOf(shown).match(/\d+/g)?.slice(-2)).toEqual(title.match(/\d+/g)?.slice(-2));
    names.push(...namesOn(shown));
  }
}

/** Asks until nothing is left that has not been looked up. */
export async function gathered(): Promise<void> {
  for (let asked = 0; asked < 500; asked += 1) {
    const texts = [await ask('who has no subscriptions?'), await ask('which have no GDAP?')].map(({ card }) =>
      textOf(cardOf(card)),
    );
    if (texts.every((text) => !/not been looked up|could not be looked up/.test(text))) return;
  }
  throw new Error('the facts were not gathered');
}

export const accepted = (): readonly SandboxTenant[] => tenants().filter(({ relation }) => relation === 'reseller');
export const having = (is: (tenant: SandboxTenant) => boolean): string[] =>
  accepted()
    .filter(is)
    .map(({ name }) => name)
    .sort();
export const DECIDED = ['Contoso Ltd', 'HKB', 'Litware Labs (test)', 'Test Tenant 7'];
/** What Work 365 does not sync needs no customer. */
export const isOpen = ({ tenantId, name }: SandboxTenant): boolean =>
  !DECIDED.includes(name) &&
  !stage.sandbox.world.state.rows.some(
    (row) => row.tenantId === tenantId && (row.customerId !== null || !row.syncEnabled),
  );

export const UNSIGNED = () => having(({ agreement }) => agreement === 'unsigned');
export const NO_ADMIN = () => having(({ admin }) => admin !== 'active' && admin !== 'expiring');
export const GERMAN_AND_OPEN = () =>
  tenants()
    .filter((tenant) => tenant.country === 'DE' && isOpen(tenant))
    .map(({ name }) => name)
    .sort();
export const BY_ADA = () => ['Contoso Ltd', 'HKB'];
export const EXPIRING = () => having(({ admin }) => admin === 'expiring');
export const EXPIRED = () => having(({ admin }) => admin === 'expired');
export const NOT_IN_WORK_365 = () => [
  'Consolidated Messenger',
  'Nod Publishers',
  'Northwind Electric Cars',
  'Relecloud',
];
export const OF_ONE_CUSTOMER = () => ['Litware', 'Litware Labs (test)'];
/** Of the ones that wait, those accepted three hours ago have waited at least that long, and nobody knows how long. */
export const WAITING = () =>
  tenants()
    .filter((tenant) => isOpen(tenant) && !NOT_IN_WORK_365().includes(tenant.name))
    .filter(({ tenantId }) =>
      stage.sandbox.world.state.rows.some(
        (row) => row.tenantId === tenantId && row.createdAt < Date.now() - 7 * 86_400_000,
      ),
    )
    .map(({ name }) => name)
    .sort();
