import { ALICE, TENANT, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** What Teams sends from compose boxes, messages and dialogs, in its own format. */

/** A chat that the bot is not in. */
export const FAR: Where = {
  conversation: { id: '19:colleagues@thread.v2', conversationType: 'groupChat' },
  channelData: { tenant: { id: TENANT }, source: { name: 'compose' } },
};

export interface Offered {
  readonly title: string;
  readonly text: string;
  readonly card: any;
}

export function elsewhere(stage: Stage, who: Someone = ALICE, where: Where = FAR) {
  async function invoke(name: string, value: object): Promise<any> {
    const response = await stage.send({ type: 'invoke', name, from: who, locale: 'en-GB', ...where, value });
    expect(response.status).toBe(200);
    const text = await response.text();
    return text === '' ? {} : JSON.parse(text);
  }
  const message = (content: string, contentType = 'html') => ({
    commandId: 'who',
    commandContext: 'message',
    messagePayload: {
      id: '1700000000000',
      replyToId: null,
      subject: null,
      importance: 'normal',
      locale: 'en-us',
      from: { user: { userIdentityType: 'aadUser', id: 'bbbbbbbb-0000-4000-8000-000000000007', displayName: 'Kim' } },
      body: { contentType, content },
      attachments: [],
      mentions: [],
      reactions: [],
    },
    context: { theme: 'default' },
  });
  const offersOf = (answer: any): readonly Offered[] =>
    (answer.composeExtension?.attachments ?? []).map((one: any) => ({
      title: one.preview.content.title,
      text: one.preview.content.text,
      card: one.content,
    }));
  return {
    invoke,
    message,
    /** What a compose box shows for what was typed; without it, before anything is. */
    async find(typed?: string, options: object = { skip: 0, count: 25 }): Promise<readonly Offered[]> {
      return offersOf(await this.query(typed, options));
    },
    query: (typed?: string, queryOptions: object = { skip: 0, count: 25 }): Promise<any> =>
      invoke('composeExtension/query', {
        commandId: 'find',
        parameters: [typed === undefined ? { name: 'initialRun', value: 'true' } : { name: 'company', value: typed }],
        queryOptions,
      }),
    async paste(url: string): Promise<readonly Offered[]> {
      return offersOf(await invoke('composeExtension/queryLink', { url }));
    },
    /** The dialog, or the sentence, that a message is answered with. */
    async who(content: string, contentType?: string): Promise<any> {
      return (await invoke('composeExtension/fetchTask', message(content, contentType))).task;
    },
    async press(data: object): Promise<any> {
      return (await invoke('composeExtension/submitAction', { ...message(''), data })).task;
    },
  };
}

export function wordsOf(task: any): string {
  return task?.type === 'continue' ? textOf(task.value.card.content) : String(task?.value ?? '');
}

/** Every payload of a dialog's buttons, with the button's title. */
export function submitsOf(task: any): readonly { readonly title: string; readonly data: any }[] {
  const found: { title: string; data: any }[] = [];
  JSON.stringify(task?.value?.card?.content, (_key, node) => {
    if (node?.type === 'Action.Submit') found.push({ title: node.title ?? '', data: node.data });
    return node;
  });
  return found;
}
