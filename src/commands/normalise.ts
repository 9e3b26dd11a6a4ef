/** Longest text that is read, in UTF-16 units. A command is short; what follows is somebody's mail thread. */
export const TEXT_LIMIT = 1000;

/** What stands behind so many is not looked at in any form. */
export const LONGEST_TEXT = TEXT_LIMIT * 4;

/** Mentions and markup are bounded in length, so that text full of `<` cannot make the search quadratic. */
const MENTION = /<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/gi;
const TAG = /<\/?(?:p|div|br|b|i|u|s|em|strong|span|a|ul|ol|li|pre|code|blockquote)\b[^<>]{0,300}>/gi;
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|apos|#39|#x27|#160);/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
};

/**
 * The form in which a message is read: no mentions, no markup, entities decoded, NFKC, straight quotes, single spaces
 * (a line break stays one), at most `limit` long, cut at a space where there is one.
 */
export function normalise(text: string, limit = TEXT_LIMIT): string {
  if (isNormal(text)) return text;
  const unfolded = cut(text, LONGEST_TEXT)
    .replace(MENTION, ' ')
    .replace(TAG, ' ')
    .replace(ENTITY, (entity) => ENTITIES[entity.toLowerCase()] ?? ' ')
    .normalize('NFKC');
  // One sign can unfold into eighteen.
  const plain = cut(unfolded, LONGEST_TEXT)
    .replace(/[’‘‛ʼ´`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe0f\ufeff]/g, '')
    .replace(/\r/g, '\n');
  return cut(spaced(plain), limit);
}

export function withoutMentions(text: string): string {
  return text.includes('<at') ? cut(text, LONGEST_TEXT).replace(MENTION, ' ') : text;
}

/** Characters that mean themselves wherever they stand: no markup, no entity, nothing that Unicode would change. */
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9 !"#$%'()*+,\-./:;=?@[\\\]^_{|}~]/.test(String.fromCharCode(code)),
);

const SPACE = 32;
const LINE_BREAK = 10;

/** Most messages are short plain text with single spaces and line breaks: nothing need be done to them. */
function isNormal(text: string): boolean {
  if (text.length > TEXT_LIMIT) return false;
  let isBehindSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === SPACE || code === LINE_BREAK;
    if ((!isSpace && PLAIN[code] !== true) || (isSpace && isBehindSpace)) return false;
    isBehindSpace = isSpace;
  }
  return !isBehindSpace;
}

/** One pass: each run of white space becomes one space, or one line break when it holds one. */
function spaced(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/\s/)
        .filter((word) => word !== '')
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit);
  const end = space > limit / 2 ? space : limit;
  const last = text.charCodeAt(end - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? end - 1 : end);
}
