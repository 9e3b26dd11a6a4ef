import { NO_INTENT } from './model';
import type { Recognised } from './recognise';

/** How likely it must be that something is asked about a name that is the whole message. */
const BARELY = 0.25;

/** "asdf qwer": fingers that ran along the keyboard, word for word. */
const ALONG_THE_KEYS =
  /^(?:\S*(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|yuio|uiop|zxcv|xcvb|cvbn|vbnm)\S*\s*)+$/iu;

/** "contoso blorp": a name and not a word more asks about it, unless it surely asks nothing. */
export function asBareName(text: string, learned: Recognised): Recognised {
  const { names, shares, wanted } = learned;
  const status = shares.get('status') ?? 0;
  if (wanted !== NO_INTENT || names[0] !== text || status < BARELY || ALONG_THE_KEYS.test(text)) return learned;
  const share = status + (shares.get(NO_INTENT) ?? 0);
  return { ...learned, wanted: 'status', share, intent: { name: 'status', companies: names } };
}
