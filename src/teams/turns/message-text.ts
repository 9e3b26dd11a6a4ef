import { parseJson } from '../../runtime/json';
import type { MessagePayload } from '../compose-schema';
import { isObject } from '../schema';
import { lettersOf } from './entities';

/** Where a link leads is said nowhere else; what begins a line in the markup begins one in the text. */
const LINK = /<a\b[^<>]{0,300}?\bhref=["']([^"'<>]{1,1500})["'][^<>]{0,1000}>/gi;
const LINE_END = /<\/(?:tr|li|p|div|h\d|td|th)>|<br\b[^<>]{0,100}>/gi;
/** What only changes how letters look stands in the middle of words, too. */
const LOOK = /<\/?(?:b|i|u|s|em|strong|span|font|mark|code|small|sub|sup|wbr)\b[^<>]{0,1000}>/gi;
const TAG = /<[^<>]{0,2000}>/g;

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
    .replace(LOOK, '')
    .replace(TAG, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (entity, name: string) => lettersOf(name) ?? entity)
    .replace(/[^\S\n]+/g, ' ');
}

/** A forwarded message comes as an attachment that holds the beginning of it, and a card as one that holds all of it. */
function forwarded({ contentType = '', content = '' }: MessagePayload['attachments'][number]): string {
  if (/^application\/vnd\.microsoft\.(?:teams\.)?card\./.test(contentType)) return wordsOf(parseJson(content));
  if (contentType !== 'messageReference' && contentType !== 'forwardedMessageReference') return '';
  const reference = parseJson(content);
  if (!isObject(reference)) return '';
  return Object.entries(reference)
    .filter(([key, value]) => /^(?:messagePreview|originalMessageContent)$/.test(key) && typeof value === 'string')
    .map(([, value]) => linesOf(String(value).replace(LINK, ' $1 ')))
    .join('\n');
}

/** The fields of cards of all kinds in which words for people stand, or where a link leads. */
const WORDS = /^(?:text|title|subtitle|value|name|url|activity(?:Title|Subtitle|Text))$/;

/** The door bounds how deep a payload may be; a card within it is a text of its own. */
const DEEPEST = 40;

function wordsOf(node: unknown, depth = 0): string {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return '';
  return Object.entries(node)
    .map(([key, value]) => {
      if (typeof value === 'string') return WORDS.test(key) ? linesOf(value) : '';
      return wordsOf(value, depth + 1);
    })
    .filter((part) => part !== '')
    .join('\n');
}
