import { QUIET_INPUTS } from '../../actions/quiet-verb';
import type { SettingsAnswer } from '../../domain/answers';
import { UTC } from '../../domain/calendar';
import type { Weekday } from '../../domain/calendar';
import type { ConversationSettings } from '../../domain/conversation-settings';
import { USUAL_QUIET } from '../../domain/quiet';
import { button, toggle } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { clockName, happenedAt } from '../words/times';

/** As a week is written in most of the places where we are. */
const WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "from 18:00 to 08:00, all day on Saturday and Sunday (Europe/Berlin); quiet now, until …". */
export function quietWords({ settings, quietUntil }: SettingsAnswer, speech: Speech): string {
  const when = whenQuiet(settings, speech);
  if (quietUntil === undefined) return when;
  return `${when}. ${speech.say('settings.quiet.now', { until: happenedAt(quietUntil, speech) })}`;
}

function whenQuiet({ quiet, timeZone = UTC }: ConversationSettings, speech: Speech): string {
  if (quiet?.on !== true) return speech.say('settings.quiet.off');
  const { from, to, days = [], urgent } = quiet;
  const named = WEEK.filter((day) => days.includes(day)).map((day) => speech.say(`settings.digest.${day}`));
  const onDays = named.length === 0 ? [] : [speech.say('settings.quiet.days', { days: speech.list(named) })];
  const hours = from === undefined || to === undefined ? [] : [speech.say('settings.quiet.hours', { from, to })];
  const [one = '', two] = [...hours, ...onDays];
  const both = two === undefined ? one : speech.say('settings.quiet.both', { hours: one, days: two });
  const clock = `${both} (${clockName(quiet.timeZone ?? timeZone)})`;
  return urgent === true ? `${clock}; ${speech.say('settings.quiet.urgent')}` : clock;
}

export function quietChange(answer: SettingsAnswer, speech: Speech): string {
  return answer.settings.quiet?.on === true
    ? speech.say('settings.changed.quiet', { when: whenQuiet(answer.settings, speech) })
    : speech.say('settings.changed.quiet.off');
}

const PART = 'quiet-form';

/** The form, folded: with what is set, or what most people want. */
export function quietForm({ settings: { quiet } }: SettingsAnswer, speech: Speech) {
  const isOn = quiet?.on === true;
  const { from, to, days } = isOn ? { days: [], ...quiet } : USUAL_QUIET;
  const off = button(speech.say('settings.quiet.none'), { verb: 'quiet', on: false, days: [] });
  return {
    unfold: [toggle(speech.say('settings.quiet.change'), PART)],
    from: { id: QUIET_INPUTS.from, label: speech.say('settings.quiet.from'), value: from ?? '' },
    to: { id: QUIET_INPUTS.to, label: speech.say('settings.quiet.to'), value: to ?? '' },
    days: {
      id: QUIET_INPUTS.days,
      label: speech.say('settings.quiet.all-day'),
      value: days.join(','),
      choices: WEEK.map((day) => ({ title: speech.say(`settings.digest.${day}`), value: day })),
    },
    urgent: {
      id: QUIET_INPUTS.urgent,
      label: speech.say('settings.quiet'),
      title: speech.say('settings.quiet.let-urgent'),
      value: String(isOn && quiet.urgent === true),
    },
    actions: [
      button(speech.say('settings.quiet.save'), { verb: 'quiet', on: true }, { inputs: 'auto' }),
      ...(isOn ? [off] : []),
    ],
  };
}

/** The way back to what was set before. */
export function quietUndo({ quiet }: ConversationSettings, speech: Speech): Button {
  const title = speech.say('settings.undo');
  if (quiet?.on !== true) return button(title, { verb: 'quiet', on: false, days: [] });
  const { from, to, days = [], urgent = false } = quiet;
  return button(title, {
    verb: 'quiet',
    on: true,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    days: [...days],
    urgent,
  });
}
