import type { Waits } from '../../domain/waits';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';

const NAMED = 3;

/** What waits for the reader, a sentence each. */
export function waitsLines({ open, watching }: Waits, speech: Speech): readonly string[] {
  const named = watching.slice(0, NAMED).map(shortName);
  const names = speech.list(watching.length > NAMED ? [...named, '…'] : named);
  return [
    speech.say('welcome.waits', { count: open }),
    ...(watching.length === 0 ? [] : [speech.say('welcome.watching', { count: watching.length, names })]),
  ];
}
