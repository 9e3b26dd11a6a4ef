import { parseJson } from '../../runtime/json';
import type { MessagePayload } from '../compose-schema';
import { isObject } from '../schema';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** Where a link leads is said nowhere else; what begins a line in the markup begins one in the text. */
const LINK = /<a\b[^<>]{0,300}?\bhref=["']([^"'<>]{1,500})["'][^<>]{0,300}>/gi;
const LINE_END = /<\/(?:tr|li|p|div|h\d|td|th)>|<br\b[^<>]{0,100}>/gi;
const TAG = /<[^<>]{0,1000}>/g;

/** No more of a message is read than of one that is written to the bot. */
const MOST_TEXT = 8_000;

/** The words of markup on one line. */
export function lineOf(html: string): string {
  return linesOf(html).replace(/\s+/g, ' ').trim();
}

/** The text of a message with the addresses that its links lead to, and of what it forwards. */
export function textOf({ subject, body, attachments }: MessagePayload): string {
  const content = body?.content ?? '';
  const own = body?.contentType === 'text' ? content : linesOf(content.replace(LINK, ' $1 '));
  const parts = [subject ?? '', own, ...attachments.map(forwarded)];
  return parts
    .filter((part) => part.trim() !== '')
    .join('\n')
    .slice(0, MOST_TEXT);
}

function linesOf(html: string): string {
  return html
    .replace(LINE_END, '\n')
    .replace(TAG, ' ')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/[^\S\n]+/g, ' ');
}

/** A forwarded message comes as an attachment that holds the beginning of it. */
function forwarded({ contentType, content = '' }: MessagePayload['attachments'][number]): string {
  if (contentType !== 'messageReference' && contentType !== 'forwardedMessageReference') return '';
  const reference = parseJson(content);
  if (!isObject(reference)) return '';
  return Object.entries(reference)
    .filter(([key, value]) => /^(?:messagePreview|originalMessageContent)$/.test(key) && typeof value === 'string')
    .map(([, value]) => linesOf(String(value).replace(LINK, ' $1 ')))
    .join('\n');
}
