import { companiesOf } from '../commands/no-names';
import type { Intent } from '../commands/intent';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Subject, ToldCommand } from '../domain/told';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';
import { coreOf } from './core-of';
import { apart, talkWords } from './tokens';
import { vocabularyOf } from './vocabulary';

type Hearing = Pick<TalkHearing, 'spoken' | 'memory'>;

/**
 * "Remove it", "put it back", "doch nicht": what is taken back is what was asked for just before, whatever other things
 * could be removed too. Behind a question that waits for a yes nothing was done yet; and after anything that nothing takes
 * back these words mean what they say by themselves.
 */
export function recalled(hearing: Hearing): CarriedOn | undefined {
  const { memory } = hearing;
  const before = memory?.offer === undefined ? intentOf(memory?.command) : undefined;
  const back = memory?.offer === undefined ? takenBack(hearing) : undefined;
  if (back !== undefined) return back;
  if (before === undefined || !RECALLED.has(before.name)) return undefined;
  const isSetting = before.name === 'settings';
  const turnedOff = languageThatSays('turnsOff', hearing);
  const language = turnedOff ?? (isSetting ? undefined : languageThatSays('takesBack', hearing));
  if (language === undefined) return undefined;
  if (before.name === 'remind' || before.name === 'watches') return withoutReminders(hearing, before, language);
  const opposite = isSetting ? switchedOff(before) : oppositeOf(before);
  return opposite === undefined ? undefined : { carried: 'understood', heard: asFilled(opposite, language) };
}

/** Exactly what was just done, by its button. A setting that is to be off is not put back to what it was before. */
function takenBack(hearing: Hearing): CarriedOn | undefined {
  const { command, last, undo = isAboutNobody(command, last?.about) ? 'nothing' : undefined } = hearing.memory ?? {};
  const language = undo === undefined ? undefined : languageThatSays('takesBack', hearing);
  if (undo === undefined || language === undefined) return undefined;
  // "Bring it back" wakes it, also where it had been snoozed until another day.
  if (command?.name === 'snooze' && WAKES.test(hearing.spoken.text)) return undefined;
  if (command?.name === 'settings' && languageThatSays('turnsOff', hearing) !== undefined) return undefined;
  return undo === 'nothing' ? { carried: 'nothing-done', language } : { carried: 'back', action: undo, language };
}

const WAKES =
  /^(?:bring|put|get|take|wake|hole?|wecke?|réveille|remets|ramène|reprends|despi[eé]rta|devu[eé]lve|recup[eé]ra|haal|wek|zet|maak)/iu;

/** None of whom it was about is there, so nothing can have been done. */
function isAboutNobody(command: ToldCommand | undefined, about: readonly Subject[] = []): boolean {
  return OF_ACCOUNTS.has(command?.name ?? '') && about.every(({ accountId }) => accountId === undefined);
}

const OF_ACCOUNTS: ReadonlySet<string> = new Set('mute unmute snooze wake assign unassign request'.split(' '));

const RECALLED: ReadonlySet<string> = new Set([
  'remind',
  'watches',
  'watch',
  'snooze',
  'assign',
  'invited',
  'mute',
  'settings',
]);

function languageThatSays(list: 'takesBack' | 'turnsOff', { spoken: { text } }: Hearing): Language | undefined {
  return LANGUAGES.find((language) => {
    const vocabulary = vocabularyOf(language);
    // "Wieder aus": what looks like a word around the message may be what it says.
    const readings = [coreOf(text, vocabulary).words, talkWords(apart(text))];
    return readings.some((words) => words.length > 0 && vocabulary.phrases(list).at(words, 0) === words.length);
  });
}

/** The reminder goes, and no watch of the same name. It goes by the name that it was set with. */
function withoutReminders({ memory }: Hearing, before: Intent, language: Language): CarriedOn | undefined {
  const reminded = before.name === 'remind' ? (memory?.last?.about ?? []) : (memory?.list?.items ?? []);
  const [only, another] = reminded;
  if (only === undefined) return undefined;
  const gone = (companies: readonly string[]): Intent => ({ name: 'unwatch', companies, only: 'reminders' });
  if (before.name === 'watches' && another !== undefined)
    return { carried: 'ask', command: gone([]), among: reminded, language };
  return { carried: 'understood', heard: asFilled(gone(reminded.map(({ name }) => name)), language) };
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
  if (topic === 'quiet') return { name: 'settings', topic, quiet: { on: false } };
  return topic === undefined || !SWITCHES.has(topic) ? undefined : { name: 'settings', topic, value: 'off' };
}

const SWITCHES: ReadonlySet<string> = new Set(['digest', 'notifications', 'reminders']);
