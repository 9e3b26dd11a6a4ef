import type { Quote } from '../../turn';
import type { IncomingActivity } from '../schema';

const REPLY = /<blockquote\b[^>]*schema\.skype\.com\/Reply[^>]*>([\s\S]*?)<\/blockquote>/i;
const PREVIEW = /<p\b[^>]*itemprop="preview"[^>]*>([\s\S]*?)<\/p>/i;
const ITEM = /\bitemid="([^"]{1,200})"/i;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** The message that this one quotes, from the HTML that Teams sends beside the text; undefined when it quotes none. */
export function quoteIn({ attachments }: Pick<IncomingActivity, 'attachments'>): Quote | undefined {
  for (const { contentType, content = '' } of attachments) {
    if (contentType !== 'text/html') continue;
    const found = REPLY.exec(content);
    const messageId = ITEM.exec(found?.[0].slice(0, found[0].indexOf('>')) ?? '')?.[1];
    if (found === null || messageId === undefined) continue;
    return { messageId, preview: plain(PREVIEW.exec(found[1] ?? '')?.[1] ?? '') };
  }
  return undefined;
}

/** A file or a picture; the text of the message comes as an attachment, too. */
export function isFile({ contentType }: IncomingActivity['attachments'][number]): boolean {
  return contentType !== undefined && !contentType.startsWith('text/') && !contentType.includes('vnd.microsoft.card');
}

function plain(html: string): string {
  return html
    .replace(/<[^>]{0,300}>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
