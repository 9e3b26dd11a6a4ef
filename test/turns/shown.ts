import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** What people see: cards, their words and their buttons. */

/** The Adaptive Card of a message. */
export function cardOf(message: Recorded | { readonly body: any }): any {
  return message.body?.attachments?.[0]?.content ?? message.body?.activity?.attachments?.[0]?.content;
}

/** The card with which a click was answered, as a message. */
export function shownBy(answer: { readonly value: unknown }): Pick<Recorded, 'body'> {
  return { body: { attachments: [{ content: answer.value }] } };
}

/** Of each card that was asked for: whoever waits for a text asks for those of all cards, again and again. */
const texts = new WeakMap<object, string>();

/** All text of a card, in reading order. */
export function textOf(card: any): string {
  if (card === null || typeof card !== 'object') return '';
  const known = texts.get(card);
  if (known !== undefined) return known;
  const parts: string[] = [];
  collect(card, parts);
  const text = parts
    .join('\n')
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim();
  texts.set(card, text);
  return text;
}

function collect(node: any, into: string[]): void {
  if (node === null || typeof node !== 'object') return;
  const own = [node.text, node.title, node.value].filter((x) => typeof x === 'string').join(' ');
  if (own.trim() !== '') into.push(own.trim());
  for (const [key, value] of Object.entries(node)) if (key !== 'data' && key !== 'fallback') collect(value, into);
}

/** Every payload that a card's buttons carry, with the button's title. */
export function buttonsOf(card: any): { readonly title: string; readonly data: any }[] {
  const found: { title: string; data: any }[] = [];
  const visit = (node: any): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node !== null && typeof node === 'object') {
      if (typeof node.type === 'string' && node.type === 'Action.Execute' && node.data !== undefined) {
        found.push({ title: node.title ?? '', data: node.data });
      }
      for (const [key, value] of Object.entries(node)) if (key !== 'fallback') visit(value);
    }
  };
  visit(card);
  return found;
}

/** What a message shows at this moment; nothing where it is not there. */
export function textShown(stage: Stage, messageId: string): string {
  const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${messageId}`));
  return textOf(cardOf({ body: found?.[1] }));
}

/** What a message of this conversation shows at this moment, if one shows this text. */
export function shownIn(stage: Stage, where: Where, text: string): string | undefined {
  for (const [key, activity] of stage.connector.shown) {
    const shown = textOf(cardOf({ body: activity }));
    if (key.startsWith(where.conversation.id) && shown.includes(text)) return shown;
  }
  return undefined;
}

/** The card that announces an account, once it is posted. */
export function announcementOf(stage: Stage, name: string): Promise<Recorded> {
  return stage.until(() =>
    stage.connector
      .messages()
      .find((m) => m.kind === 'create' && textOf(cardOf(m)).includes(`Which customer is ${name}?`)),
  );
}

export function messageIdOf(stage: Stage, message: Recorded): string {
  const found = [...stage.connector.shown].find(
    ([, shown]) => shown === message.body || shown === message.body.activity,
  );
  if (found !== undefined) return found[0].split(' ')[1] ?? '';
  throw new Error('the message has been redrawn; take its id before that');
}

/** The payload of a button, by its title. */
export function button(message: Pick<Recorded, 'body'>, title: string): any {
  const buttons = buttonsOf(cardOf(message));
  const found = buttons.find((b) => b.title === title);
  if (found === undefined)
    throw new Error(`no button "${title}"; there are: ${buttons.map((b) => b.title).join(', ')}`);
  return found.data;
}

/** The value of a choice on the card, by the beginning of its title. */
export function choiceOf(message: Pick<Recorded, 'body'>, title: string): string {
  let value: string | undefined;
  JSON.stringify(cardOf(message), (_key, node) => {
    if (typeof node?.title === 'string' && node.title.startsWith(title) && typeof node.value === 'string')
      value = node.value;
    return node;
  });
  if (value === undefined) throw new Error(`no choice "${title}"`);
  return value;
}

/** Clicks where no card of ours is known to be; the card of the new message that is the answer. */
export async function answerTo(
  stage: Stage,
  who: Someone,
  where: Where,
  data: object,
  id?: string,
): Promise<{ readonly value: any }> {
  const before = stage.connector.messages().length;
  const { value: summary } = await stage.click(who, where, 'no-card-of-ours', data, id);
  // While a card of the account is being posted here, the clicked message may be that one.
  if (typeof summary !== 'string') return { value: summary };
  const isAnswer = (m: Recorded): boolean => m.kind !== 'update' && m.body.summary === summary;
  const said = await stage.until(() => stage.connector.messages().slice(before).find(isAnswer));
  return { value: cardOf(said) };
}
