import { buttonsOf, cardOf, PERSONAL, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Pages of a review, as a person sees and saves them. */

export const chatOf = (who: Someone): Where => ({
  ...PERSONAL,
  conversation: { id: `a:review-${who.name}`, conversationType: 'personal' },
});

export interface Row {
  readonly name: string;
  readonly input: {
    readonly id: string;
    readonly type: string;
    readonly value?: string;
    readonly style?: string;
    readonly choices?: readonly { title: string; value: string }[];
  };
}

export const isTicked = ({ value = '' }: Row['input']): boolean => value.startsWith('map:');

export interface Page {
  readonly text: string;
  readonly card: any;
  readonly rows: readonly Row[];
}

export function pageOf(card: any): Page {
  const rows: Row[] = [];
  const walk = (node: any): void => {
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const input = (node.items ?? []).find((one: any) => String(one.type).startsWith('Input.'));
    if (input !== undefined)
      rows.push({ name: node.items[0].columns[0].items[0].text.replace(/^\d+\\*\. /, ''), input });
    Object.values(node).forEach(walk);
  };
  walk(card.body);
  return { text: textOf(card), card, rows };
}

export async function opened(stage: Stage, who: Someone, line = 'review'): Promise<Page> {
  const [said] = await stage.say(who, chatOf(who), line);
  return pageOf(cardOf(said!));
}

/** Presses a button as a client does: with the value of every input beside the payload. */
export async function pressed(
  stage: Stage,
  who: Someone,
  page: Page,
  title: RegExp,
  chosen: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const found = buttonsOf(page.card).find((one) => title.test(one.title));
  expect([title, found?.title]).toEqual([title, expect.any(String)]);
  const inputs = Object.fromEntries(page.rows.map(({ name, input }) => [input.id, chosen[name] ?? input.value ?? '']));
  const before = stage.connector.messages().length;
  const answer = await stage.click(who, chatOf(who), 'review-card', { ...found!.data, ...inputs });
  if (typeof answer.value !== 'string') return pageOf(answer.value);
  const said = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind !== 'update'),
  );
  return pageOf(cardOf(said));
}

export const mappedTo = (stage: Stage, tenant: string): string | null => {
  const { tenantId } = stage.sandbox.world.findTenant(tenant)!;
  return stage.sandbox.world.rowOf(tenantId)?.customerId ?? null;
};

/** The numbers of the rows that are ticked. */
export const tickedIn = ({ rows }: Page): readonly number[] =>
  rows.flatMap(({ input }, at) => (input.type === 'Input.Toggle' && isTicked(input) ? [at + 1] : []));
