import { LANGUAGES } from '../../domain/language';
import type { Language } from '../../domain/language';
import settingsCard from '../../../cards/settings.json';
import type { Message } from '../../courier';
import type { SettingsAnswer } from '../../domain/answers';
import { UTC } from '../../domain/calendar';
import { DIGEST_TIME } from '../../domain/digest';
import type { DigestSetting } from '../../domain/documents';
import { placesWords } from './announcing';
import { mutedChange, mutedWords, mutingForm, mutingUndo } from './settings-muted';
import { quietChange, quietForm, quietUndo, quietWords } from './settings-quiet';
import { routingChange, routingForm, routingUndo } from './settings-routing';
import { heardFacts, heardProviders, hearsUndo, providersChoice } from './settings-providers';
import { clean } from '../words/escape';
import { button, toMessage } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { routingWords } from '../words/routing-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';
import { clockName } from '../words/times';

const draw = cardTemplate(settingsCard);

/** What is set in this conversation, with a button for each thing that can be changed. */
export function settingsView(answer: SettingsAnswer, speech: Speech): Message {
  const title = speech.say(`settings.title.${answer.scope}`);
  const facts: readonly Fact[] = [
    {
      title: speech.say('settings.notifications'),
      value: speech.say(answer.settings.notifications ? 'settings.notifications.on' : 'settings.notifications.off'),
    },
    ...heardFacts(answer, speech),
    { title: speech.say('settings.routing'), value: routingWords(answer.settings.routing, speech) },
    { title: speech.say('settings.elsewhere'), value: placesWords(answer.elsewhere, speech) },
    { title: speech.say('settings.digest'), value: digestWords(answer, speech) },
    { title: speech.say('settings.reminders'), value: reminderWords(answer, speech) },
    { title: speech.say('settings.quiet'), value: quietWords(answer, speech) },
    { title: speech.say('settings.muted'), value: mutedWords(answer, speech) },
    { title: speech.say('settings.language'), value: languageWords(answer, speech) },
  ];
  const lines = [
    answer.changed === undefined ? undefined : changeWords(answer, answer.changed, speech),
    answer.notUnderstood === undefined
      ? undefined
      : speech.say('settings.not-understood', { value: clean(answer.notUnderstood, 60) }),
    answer.quietRefused === undefined ? undefined : speech.say(`settings.quiet.refused.${answer.quietRefused}`),
  ].filter((line) => line !== undefined);
  const hint = speech.say('type.hint', { line: speech.say('type.settings') });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('settings.kicker'),
        title,
        banner: lines.map((text) => ({ text })),
        facts,
        providers: providersChoice(answer, speech),
        routing: routingForm(answer, speech),
        muting: mutingForm(answer, speech),
        quiet: quietForm(answer, speech),
        language: {
          label: speech.say('settings.language.label'),
          placeholder: speech.say('settings.language'),
          value: languageName(answer.settings.language ?? answer.language),
          choices: LANGUAGES.map((code) => ({ title: speech.say(`language.${code}`), value: languageName(code) })),
        },
        hint,
        actions: settingsButtons(answer, speech),
      },
      summary: lines[0] ?? title,
      text: [...lines, title, ...facts.map((fact) => `${fact.title}: ${fact.value}`), hint],
    },
    speech,
  );
}

/** The values of the setting are the English names, as they can also be typed. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  nl: 'dutch',
};

function languageName(code: string): string {
  return LANGUAGE_NAMES[knownLanguage(code) ?? 'en'];
}

function knownLanguage(code: string): Language | undefined {
  return LANGUAGES.find((language) => language === code || LANGUAGE_NAMES[language] === code);
}

function languageWords(answer: SettingsAnswer, speech: Speech): string {
  const set = answer.settings.language;
  const language = speech.say(`language.${knownLanguage(set ?? answer.language) ?? 'en'}`);
  return set === undefined ? speech.say('settings.language.yours', { language }) : language;
}

/** "after 1, 3 and 7 days", or that it is off. */
function reminderWords({ reminders }: SettingsAnswer, speech: Speech): string {
  if (reminders.length === 0) return speech.say('settings.reminders.off');
  return speech.say('settings.reminders.after', { days: speech.list(reminders.map(String)) });
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function digestWords(answer: SettingsAnswer, speech: Speech): string {
  const { digest, timeZone = UTC } = answer.settings;
  if (digest?.on !== true) return speech.say('settings.digest.off');
  return `${rhythmWords(digest, speech)} (${clockName(timeZone)})`;
}

function rhythmWords(digest: DigestSetting, speech: Speech): string {
  const time = digest.time ?? DIGEST_TIME;
  // Weekly without a day is Monday's.
  const day = digest.when === 'weekly' ? 'monday' : DAYS.find((name) => name === digest.when);
  if (day !== undefined)
    return speech.say('settings.digest.on-day', { day: speech.say(`settings.digest.${day}`), time });
  return speech.say('settings.digest.daily', { time });
}

type Topic = NonNullable<SettingsAnswer['changed']>;

/** Exactly what was changed, or that it was so already. */
function changeWords(answer: SettingsAnswer, topic: Topic, speech: Speech): string {
  if (!isChanged(answer, topic)) return speech.say('settings.unchanged');
  const { notifications, digest, language } = answer.settings;
  switch (topic) {
    case 'notifications':
      return speech.say(`settings.changed.notifications.${notifications ? 'on' : 'off'}`);
    case 'digest':
      return digest?.on === true
        ? speech.say('settings.changed.digest', { when: digestWords(answer, speech) })
        : speech.say('settings.changed.digest.off');
    case 'reminders':
      return answer.reminders.length === 0
        ? speech.say('settings.changed.reminders.off')
        : speech.say('settings.changed.reminders', { when: reminderWords(answer, speech) });
    case 'quiet':
      return quietChange(answer, speech);
    case 'hears':
      return speech.say('settings.changed.hears', { providers: heardProviders(answer, speech) });
    case 'muted':
      return mutedChange(answer, speech);
    case 'routing':
      return routingChange(answer, speech);
    case 'language':
      return language === undefined
        ? speech.say('settings.changed.language-none')
        : speech.say('settings.changed.language', { language: languageWords(answer, speech) });
  }
}

function isChanged({ before, settings }: SettingsAnswer, topic: Topic): boolean {
  const isOther = (of: keyof typeof settings): boolean => JSON.stringify(before?.[of]) !== JSON.stringify(settings[of]);
  return (
    before === undefined ||
    isOther(topic) ||
    (topic === 'muted' && isOther('mutedNews')) ||
    (topic === 'routing' && (isOther('hears') || isOther('notifications')))
  );
}

/** The way back to what was set before. */
function undoButton(answer: SettingsAnswer, speech: Speech): Button | undefined {
  const { changed: topic, before } = answer;
  if (topic === undefined || before === undefined || !isChanged(answer, topic)) return undefined;
  const back = (by: 'digest' | 'notifications' | 'language' | 'reminders', value: string, time?: string) =>
    button(speech.say('settings.undo'), {
      verb: 'settings',
      topic: by,
      value,
      ...(time === undefined ? {} : { time }),
    });
  switch (topic) {
    case 'hears':
      return hearsUndo(before, speech);
    case 'muted':
      return mutingUndo(before, speech);
    case 'routing':
      return routingUndo(before, answer.settings, speech);
    case 'quiet':
      return quietUndo(before, speech);
    case 'reminders':
      return back(topic, before.reminders?.on === false ? 'off' : 'on');
    case 'notifications':
      return back(topic, before.notifications ? 'on' : 'off');
    case 'language':
      return back(topic, before.language === undefined ? 'none' : languageName(before.language));
    case 'digest':
      return before.digest?.on === true
        ? back(topic, before.digest.when ?? 'daily', before.digest.time)
        : back(topic, 'off');
  }
}

/** The same as the talk keeps it; undefined where nothing was to be changed. */
export function settingsUndo(answer: SettingsAnswer, speech: Speech): object | 'nothing' | undefined {
  const isAsked =
    answer.changed === undefined && answer.notUnderstood === undefined && answer.quietRefused === undefined;
  return isAsked ? undefined : (undoButton(answer, speech)?.data ?? 'nothing');
}

function settingsButtons(answer: SettingsAnswer, speech: Speech): readonly Button[] {
  const undo = undoButton(answer, speech);
  const [announce, summary, language] = toggles(answer, speech);
  if (undo === undefined) return [announce, summary, language];
  // One button less, so that all fit on one line: the one that the undo stands for.
  return answer.changed === 'notifications' ? [undo, summary, language] : [undo, announce, language];
}

function toggles(answer: SettingsAnswer, speech: Speech): readonly [Button, Button, Button] {
  const { notifications, digest } = answer.settings;
  const announce = notifications
    ? button(speech.say('settings.button.hush'), { verb: 'settings', topic: 'notifications', value: 'off' })
    : button(speech.say('settings.button.announce'), { verb: 'settings', topic: 'notifications', value: 'on' });
  const summary =
    digest?.on === true
      ? button(speech.say('settings.button.digest-off'), { verb: 'settings', topic: 'digest', value: 'off' })
      : button(speech.say('settings.button.digest-on'), { verb: 'settings', topic: 'digest', value: 'daily' });
  const language = button(
    speech.say('settings.button.language'),
    { verb: 'settings', topic: 'language' },
    { inputs: 'auto' },
  );
  return [announce, summary, language];
}
