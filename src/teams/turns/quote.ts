import type { Quote } from '../../turn';
import { lineOf } from './message-text';
import type { IncomingActivity } from '../schema';

/** Opening tags, without their brackets. */
const REPLY = /^blockquote\b[^]*\bschema\.skype\.com\/Reply\b/i;
const PREVIEW = /^p\b[^]*\bitemprop="preview"/i;
/** Teams shows a line or two. */
const MOST_OF_PREVIEW = 600;
const ITEM = /\bitemid="([^"]{1,200})"/i;

/** The message that this one quotes, from the HTML that Teams sends beside the text; undefined when it quotes none. */
export function quoteIn({ attachments }: Pick<IncomingActivity, 'attachments'>): Quote | undefined {
  for (const { contentType, content = '' } of attachments) {
    if (contentType !== 'text/html') continue;
    const reply = elementIn(content, 'blockquote', REPLY);
    const messageId = ITEM.exec(reply?.opening ?? '')?.[1];
    if (reply === undefined || messageId === undefined) continue;
    return {
      messageId,
      preview: lineOf(elementIn(reply.content, 'p', PREVIEW)?.content.slice(0, MOST_OF_PREVIEW) ?? ''),
    };
  }
  return undefined;
}

/** A file or a picture; the text of the message comes as an attachment, too. */
export function isFile({ contentType }: IncomingActivity['attachments'][number]): boolean {
  return contentType !== undefined && !contentType.startsWith('text/') && !contentType.includes('vnd.microsoft.card');
}

interface Element {
  /** From its name to the end of the opening tag. */
  readonly opening: string;
  readonly content: string;
}

/** The first element whose opening tag is like that. Each letter is passed once, however the text is made up. */
function elementIn(html: string, name: string, tag: RegExp): Element | undefined {
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (let from = lower.indexOf(`<${name}`); from >= 0; from = lower.indexOf(`<${name}`, from + 1)) {
    const end = html.indexOf('>', from);
    if (end < 0) return undefined;
    const opening = html.slice(from + 1, end);
    from = end;
    if (!tag.test(opening)) continue;
    const close = lower.indexOf(`</${name}>`, end);
    return close < 0 ? undefined : { opening, content: html.slice(end + 1, close) };
  }
  return undefined;
}
