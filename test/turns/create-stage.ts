import { accountId } from '../../src/domain/account';
import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** What the tests of creating a customer share: a stage for each test, and what people do on it. */

export const NOBODY_FITS = 'Quillfeather Looms';

let stage: Stage;

/** That of the test that runs now. */
export const now = {
  get stage(): Stage {
    return stage;
  },
};

afterEach(() => stage.close());

export async function begin(env: Readonly<Record<string, string>> = {}): Promise<void> {
  stage = await setStage({ env: { MAPPERS: `${ALICE.aadObjectId},${BOB.aadObjectId}`, ...env } });
  await stage.install(PERSONAL);
}

/** A company of which no customer record knows accepts; its account is there when this is over. */
export async function accepted(name = NOBODY_FITS): Promise<string> {
  stage.sandbox.control('accept', { name });
  const { tenantId } = stage.sandbox.world.findTenant(name)!;
  const id = accountId({ providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!, tenantId });
  stage.sandbox.control('sync', {});
  await stage.hurry(async () => {
    while (!(await stage.kept('account')).some((one) => one.id === id && one.directoryRow !== undefined))
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
  return id;
}

/** Resolves when the account's card says this. */
export const shows = (text: string, name = NOBODY_FITS): Promise<void> =>
  eventually(async () => (await say(ALICE, `show ${name}`)).text.includes(text));

export const isMapped = (): boolean => (stage.sandbox.world.rowOf(NOBODY_FITS)?.customerId ?? null) !== null;

/** Looks by asking, and slower than what one person gets answered: sixty questions in half a minute. */
export async function eventually(seen: () => Promise<boolean>): Promise<void> {
  await stage.hurry(async () => {
    for (let asked = 0; asked < 60; asked++) {
      if (await seen()) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error(`waited in vain for: ${seen.toString()}`);
  });
}

export const chatOf = (who: Someone): Where => ({
  ...PERSONAL,
  conversation: { id: `a:create-${who.name}`, conversationType: 'personal' },
});

export interface Shown {
  readonly card: any;
  readonly text: string;
}

export async function press(who: Someone, data: object, where = chatOf(who), id?: string): Promise<Shown> {
  const before = stage.connector.messages().length;
  const answer = await stage.click(who, where, 'some-card', data, id);
  if (typeof answer.value !== 'string') return { card: answer.value, text: textOf(answer.value) };
  const said = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind !== 'update' && m.conversationId === where.conversation.id),
  );
  return { card: cardOf(said), text: textOf(cardOf(said)) };
}

export async function say(who: Someone, line: string, where = chatOf(who)): Promise<Shown> {
  const [said] = await stage.say(who, where, line);
  return { card: cardOf(said!), text: textOf(cardOf(said!)) };
}

export const buttonCalled = (shown: Shown, title: string): object => {
  const found = buttonsOf(shown.card).find((one) => one.title === title);
  expect([shown.text, title, found?.title]).toEqual([shown.text, title, title]);
  return found!.data;
};

/** What a client sends with a button of the form: the value of every input, changed where somebody typed. */
export function filled(form: Shown, title: string, typed: Readonly<Record<string, string>> = {}): object {
  const inputs = Object.fromEntries(inputsOf(form.card).map(({ id, value }) => [id, value ?? '']));
  return { ...buttonCalled(form, title), ...inputs, ...typed };
}

export function inputsOf(node: any): { readonly id: string; readonly value?: string }[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = String(node.type).startsWith('Input.') ? [node] : [];
  return [...own, ...Object.values(node).flatMap(inputsOf)];
}

export const customers = (name: string) =>
  stage.sandbox.world.state.customers.filter((one) => one.name.toLowerCase() === name.toLowerCase());
export const visited = (method: string, path: RegExp) =>
  stage.sandbox.visits.last.filter((visit) => visit.method === method && path.test(visit.path));

export async function form(who: Someone, id: string): Promise<Shown> {
  const card = await say(who, `show ${NOBODY_FITS}`);
  const shown = await press(who, buttonCalled(card, 'Create customer'));
  expect(id).toContain('account:');
  return shown;
}
