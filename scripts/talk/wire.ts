import { createHash } from 'node:crypto';
import type { Shown } from './teams';
import type { Talk } from './talk';

/** How Teams would send what is said in a talk. */

export interface Quoted {
  readonly id: string;
  readonly text: string;
  readonly author: string;
}

const TENANT = '11111111-1111-4111-8111-111111111111';
const BOT = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Handshake' };
const PREVIEW = 120;

/** A person of their own for every name. */
export function personOf(name: string): { readonly id: string; readonly aadObjectId: string; readonly name: string } {
  const hash = createHash('sha256').update(name).digest('hex');
  const guid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { id: `29:${hash.slice(0, 20)}`, aadObjectId: guid, name };
}

export function idOf({ id }: Talk, turn: number): string {
  return `${id}-${turn + 1}`;
}

const KINDS = { personal: 'personal', group: 'groupChat', channel: 'channel' } as const;

/** The conversation as the bot is installed in it. */
export function conversationOf({ place }: Pick<Talk, 'place'>, thread?: string): object {
  const id = { personal: 'a:chat', group: '19:group@thread.v2', channel: '19:channel@thread.tacv2' }[place];
  const team = {
    team: { id: '19:team@thread.tacv2', name: 'Operations' },
    channel: { id, name: 'Customers' },
  };
  return {
    channelId: 'msteams',
    recipient: BOT,
    conversation: {
      id: thread === undefined ? id : `${id};messageid=${thread}`,
      conversationType: KINDS[place],
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT }, ...(place === 'channel' ? team : {}) },
  };
}

export interface Said {
  readonly id: string;
  readonly by: string;
  readonly say: string;
  readonly at: number;
  readonly quoted?: Quoted;
}

export function messageFor(talk: Talk, { id, by, say, at, quoted }: Said): object {
  const isPersonal = talk.place === 'personal';
  const mention = `<at>${BOT.name}</at>`;
  const text = isPersonal ? say : `${mention} ${say}`;
  return {
    type: 'message',
    id,
    timestamp: new Date(at).toISOString(),
    locale: talk.lang,
    from: personOf(by),
    ...conversationOf(talk, talk.place === 'channel' ? '1000' : undefined),
    text,
    localTimezone: 'Etc/UTC',
    entities: isPersonal ? [] : [{ type: 'mention', text: mention, mentioned: BOT }],
    ...(quoted === undefined ? {} : { attachments: [quoteOf(quoted, text)] }),
  };
}

function quoteOf({ id, text, author }: Quoted, own: string): object {
  const { id: mri } = author === BOT.name ? BOT : personOf(author);
  const preview = `<p itemprop="preview">${escaped(text.slice(0, PREVIEW))}</p>`;
  const name = `<strong itemprop="mri" itemid="${mri}">${escaped(author)}</strong>`;
  const quote = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}">${name}<span itemprop="time" itemid="${id}"></span>${preview}</blockquote>`;
  return { contentType: 'text/html', content: `${quote}<p>${own}</p>` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A card's title or first text, as a person reads it. */
export function firstLine({ text, attachments = [] }: Shown['activity']): string {
  const inCard = attachments.map(({ content }) => firstText(content)).find((line) => line !== undefined);
  return (inCard ?? text ?? '').split('\n')[0] ?? '';
}

/** The kicker stands above the title, in small letters. */
function firstText(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, text, size, isSubtle } = node as Readonly<Record<string, unknown>>;
  if (type === 'TextBlock' && typeof text === 'string' && isSubtle !== true && size !== 'Small') return text;
  for (const inner of Object.values(node)) {
    const found = firstText(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
