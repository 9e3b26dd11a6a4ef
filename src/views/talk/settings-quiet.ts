import { QUIET_INPUTS } from '../../actions/quiet-verb';
import type { SettingsAnswer } from '../../domain/answers';
import { UTC } from '../../domain/calendar';
import type { Weekday } from '../../domain/calendar';
import type { DaysOff } from '../../domain/days-off';
import { HOLIDAY_PLACES } from '../../domain/holidays';
import { REGIONS } from '../../domain/regions';
import type { ConversationSettings } from '../../domain/conversation-settings';
import { USUAL_QUIET } from '../../domain/quiet';
import type { Instant } from '../../domain/time';
import { button, toggle } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { clockName, happenedAt, saidDay } from '../words/times';

/** As a week is written in most of the places where we are. */
const WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "from 18:00 to 08:00, all day on Saturday and Sunday (Europe/Berlin); quiet now, until …". */
export function quietWords({ settings, quietUntil, pausedUntil }: SettingsAnswer, speech: Speech): string {
  const when = whenQuiet(settings, speech);
  const paused = pausedUntil === undefined ? '' : ` ${pauseWords(settings, pausedUntil, speech)}`;
  if (quietUntil === undefined || quietUntil === pausedUntil) return paused === '' ? when : `${when}.${paused}`;
  return `${when}.${paused} ${speech.say('settings.quiet.now', { until: happenedAt(quietUntil, speech) })}`;
}

/** By the clock of the setting, which is named, since whoever reads it may live on another one. */
function pauseWords({ quiet, timeZone = UTC }: ConversationSettings, until: Instant, speech: Speech): string {
  const zone = quiet?.timeZone ?? timeZone;
  const at = happenedAt(until, { ...speech, timeZone: zone });
  return speech.say('settings.quiet.paused', { until: zone === UTC ? at : `${at} (${clockName(zone)})` });
}

function whenQuiet({ quiet, timeZone = UTC }: ConversationSettings, speech: Speech): string {
  if (quiet?.on !== true) return speech.say('settings.quiet.off');
  const { from, to, days = [], urgent, holidays, off = [] } = quiet;
  const named = WEEK.filter((day) => days.includes(day)).map((day) => speech.say(`settings.digest.${day}`));
  const onDays = named.length === 0 ? [] : [speech.say('settings.quiet.days', { days: speech.list(named) })];
  const hours = from === undefined || to === undefined ? [] : [speech.say('settings.quiet.hours', { from, to })];
  const parts = [
    ...hours,
    ...onDays,
    ...(holidays === undefined
      ? []
      : [speech.say('settings.quiet.on-holidays', { place: placeName(holidays, speech) })]),
    ...off.map((one) => daysOffWords(one, speech)),
  ];
  const both = parts.join(', ');
  const clock = `${both} (${clockName(quiet.timeZone ?? timeZone)})`;
  return urgent === true ? `${clock}; ${speech.say('settings.quiet.urgent')}` : clock;
}

/** "Germany", "Germany (Bayern)". */
function placeName(place: string, speech: Speech): string {
  const country = speech.country(place.slice(0, 2));
  const region = REGIONS[place];
  return region === undefined ? country : `${country} (${region})`;
}

function daysOffWords({ from, to }: DaysOff, speech: Speech): string {
  const day = (iso: string): string => saidDay(Date.parse(iso), UTC, speech);
  return from === to
    ? speech.say('settings.quiet.off-day', { day: day(from) })
    : speech.say('settings.quiet.off-days', { from: day(from), to: day(to) });
}

function daysOffText(off: readonly DaysOff[]): string {
  return off.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join(', ');
}

export function quietChange(answer: SettingsAnswer, speech: Speech): string {
  const { settings, before, pausedUntil } = answer;
  if (settings.quiet?.pause !== before?.quiet?.pause && settings.quiet?.on === (before?.quiet?.on ?? false))
    return pausedUntil === undefined
      ? speech.say('settings.changed.pause.off')
      : speech.say('settings.changed.pause', { pause: pauseWords(settings, pausedUntil, speech) });
  return answer.settings.quiet?.on === true
    ? speech.say('settings.changed.quiet', { when: whenQuiet(answer.settings, speech) })
    : speech.say('settings.changed.quiet.off');
}

const PART = 'quiet-form';

/** The form, folded: with what is set, or what most people want. */
export function quietForm({ settings: { quiet }, pausedUntil }: SettingsAnswer, speech: Speech) {
  const isOn = quiet?.on === true;
  const { from, to, days } = isOn ? { days: [], ...quiet } : USUAL_QUIET;
  const none = button(speech.say('settings.quiet.none'), { verb: 'quiet', on: false, days: [] });
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
    holidays: {
      id: QUIET_INPUTS.holidays,
      label: speech.say('settings.quiet.holidays'),
      value: (isOn ? quiet.holidays : undefined) ?? 'none',
      choices: [
        { title: speech.say('settings.quiet.no-holidays'), value: 'none' },
        ...HOLIDAY_PLACES.map((place) => ({ title: placeName(place, speech), value: place })).sort((a, b) =>
          a.title.localeCompare(b.title, speech.language),
        ),
      ],
    },
    off: {
      id: QUIET_INPUTS.off,
      label: speech.say('settings.quiet.off-dates'),
      placeholder: speech.say('settings.quiet.off-example'),
      value: isOn ? daysOffText(quiet.off ?? []) : '',
    },
    urgent: {
      id: QUIET_INPUTS.urgent,
      label: speech.say('settings.quiet'),
      title: speech.say('settings.quiet.let-urgent'),
      value: String(isOn && quiet.urgent === true),
    },
    actions: [
      button(speech.say('settings.quiet.save'), { verb: 'quiet', on: true }, { inputs: 'auto' }),
      ...(isOn ? [none] : []),
      ...(pausedUntil === undefined
        ? []
        : [button(speech.say('settings.quiet.speak'), { verb: 'quiet', on: isOn, pause: 0 })]),
    ],
  };
}

/** The way back to what was set before. */
export function quietUndo({ quiet }: ConversationSettings, speech: Speech): Button {
  const title = speech.say('settings.undo');
  const pause = quiet?.pause ?? 0;
  if (quiet?.on !== true) return button(title, { verb: 'quiet', on: false, days: [], pause });
  const { from, to, days = [], urgent = false, holidays = '', off = [] } = quiet;
  return button(title, {
    verb: 'quiet',
    on: true,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    days: [...days],
    urgent,
    holidays,
    off: daysOffText(off),
    pause,
  });
}
