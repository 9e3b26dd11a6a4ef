import { clean, shortName } from '../words/escape';
import { plainMessage } from '../parts/parts';
import type { Speech } from '../words/speech';

const LINE_LENGTH = 300;

/** A button of a question that was put to somebody else: whose it is, and what to write to be asked oneself. */
export function notYoursNote(asker: string, line: string | undefined, speech: Speech): string {
  const instead =
    line === undefined
      ? speech.say('refused.not-yours-nothing')
      : speech.say('refused.not-yours-line', { line: clean(line, LINE_LENGTH) });
  return plainMessage([
    asker.trim() === ''
      ? speech.say('refused.not-yours-nameless')
      : speech.say('refused.not-yours', { name: shortName(asker) }),
    instead,
  ]).text;
}

/** What leads to the same question about an account. */
export function typedInstead(name: string, customer: string | undefined, speech: Speech): string {
  const account = shortName(name);
  return customer === undefined
    ? speech.say('type.show', { name: account })
    : speech.say('type.map', { name: account, customer: shortName(customer) });
}
