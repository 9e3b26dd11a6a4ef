import { companiesOf } from '../commands/no-names';
import type { Intent } from '../commands/intent';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';
import { talkWords } from './tokens';

/**
 * "Remove it", "put it back", "doch nicht": what is taken back is what was asked for just before, whatever other things
 * could be removed too. After anything that nothing takes back these words mean what they say by themselves.
 */
export function takenBack({ core, memory, spoken, vocabulary }: TalkHearing): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  if (before === undefined) return undefined;
  // "Wieder aus": what looks like a word around the message may be what it says.
  const readings = [core.words, talkWords(spoken.text)].filter((words) => words.length > 0);
  const isSaid = (list: 'takesBack' | 'turnsOff') =>
    readings.some((words) => vocabulary.phrases(list).at(words, 0) === words.length);
  const opposite =
    before.name === 'settings'
      ? isSaid('turnsOff')
        ? switchedOff(before)
        : undefined
      : isSaid('takesBack') || isSaid('turnsOff')
        ? oppositeOf(before)
        : undefined;
  return opposite === undefined ? undefined : { carried: 'understood', heard: asFilled(opposite, vocabulary.language) };
}

function oppositeOf(before: Intent): Intent | undefined {
  const companies = companiesOf(before);
  if (companies.length === 0) return undefined;
  switch (before.name) {
    case 'watch':
      return { name: 'unwatch', companies };
    case 'snooze':
      return { name: 'wake', companies };
    case 'assign':
      return { name: 'unassign', companies };
    case 'invited':
      return { name: 'uninvite', companies };
    case 'mute':
      return { name: 'unmute', companies };
    default:
      return undefined;
  }
}

/** What a setting was before is not known here: it is only switched off, by words that say so. */
function switchedOff({ topic }: Intent & { readonly name: 'settings' }): Intent | undefined {
  return topic === undefined || !SWITCHES.has(topic) ? undefined : { name: 'settings', topic, value: 'off' };
}

const SWITCHES: ReadonlySet<string> = new Set(['digest', 'notifications', 'quiet', 'reminders']);
