import type { Intent, ListWhat, SettingsTopic, SettingsValue, ShowWhat } from '../intent';
import { dayIn } from '../day-said';
import { dayWithin } from '../day-within';
import { toLanguage, toPeriod, toWeekday } from '../values';
import { clockIn } from './clock-in';
import { OUT } from './viterbi';
import type { HeardWords } from './words';

const OF_COMPANIES: ReadonlySet<string> = new Set([
  'status',
  'show',
  'watch',
  'unwatch',
  'unmap',
  'who_mapped',
  'assign',
  'unassign',
  'who_is_on',
  'snooze',
  'wake',
]);

/** How many names the command takes: at least, and at most. */
export function namesFor(wanted: string): readonly [number, number] {
  const [name] = wanted.split(':');
  if (wanted === 'unwatch:all') return [0, 0];
  if (name === 'map') return [2, 2];
  if (OF_COMPANIES.has(name ?? '')) return [1, Infinity];
  return name === 'history' || name === 'invite_link' ? [0, Infinity] : [0, 0];
}

/** The intent of a class with what stands in the message; undefined where something that it needs is not there. */
export function toIntent(
  wanted: string,
  companies: readonly string[],
  words: HeardWords,
  tags: ArrayLike<number>,
): Intent | undefined {
  const [name, what, kind] = wanted.split(':');
  const [least, most] = namesFor(wanted);
  if (companies.length < least || (most > 0 && companies.length > most)) return undefined;
  switch (name) {
    case 'status':
    case 'watch':
    case 'unmap':
    case 'who_mapped':
    case 'assign':
    case 'unassign':
    case 'wake':
      return { name, companies };
    case 'snooze':
      return snoozed(companies, words);
    // Who is on it stands on its card.
    case 'who_is_on':
      return { name: 'show', companies, what: 'overview' };
    case 'unwatch':
      return what === 'all' ? { name, all: true } : { name, companies };
    // The model's labels are made of the intents, so what stands behind the name is what that intent may hold.
    case 'show':
      return { name, companies, what: what as ShowWhat };
    case 'list':
      return { name, what: what as ListWhat, ...periodIn(words, tags) };
    case 'history':
      return companies.length > 0 ? { name, companies } : { name, ...periodIn(words, tags) };
    case 'invite_link':
      return companies.length > 0 ? { name, companies } : { name };
    case 'map': {
      const [account = '', customer = ''] = companies;
      return account === '' || customer === '' ? undefined : { name, account, customer };
    }
    case 'settings':
      return settingsOf(what, kind, words, tags);
    case 'undo':
    case 'help':
    case 'greeting':
    case 'thanks':
      return { name };
    default:
      return undefined;
  }
}

/** Until the day that the words around the names say; "Let Northgate and Wimble rest until January 8" names no third company. */
function snoozed(all: readonly string[], { text, language }: HeardWords): Intent | undefined {
  const companies = all.filter((name) => dayIn(name, language === 'en' ? 'en' : undefined) === undefined);
  if (companies.length === 0) return undefined;
  const around = companies.reduce((rest, name) => rest.replace(name, ' '), text);
  const until = dayWithin(around, language);
  return { name: 'snooze', companies, ...(until === undefined ? {} : { until }) };
}

function periodIn(words: HeardWords, tags: ArrayLike<number>) {
  const period = toPeriod(lastOf('period', words, tags));
  return period === undefined ? {} : { period };
}

/** "Wednesday rather than Monday", "lieber mittwochs als montags": what stands behind is what is not wanted. */
const REPLACES = new Set('than instead statt anstatt als lieu vez plaats'.split(' '));

/** The value of the last word or phrase of a concept outside of names: what is said last corrects what was said before. */
function lastOf(concept: string, { hits, tokens }: HeardWords, tags: ArrayLike<number>): string | undefined {
  let value: string | undefined;
  hits.forEach((here, at) => {
    if (tags[at] !== OUT) return;
    if (value !== undefined && tokens.slice(Math.max(0, at - 3), at).some(({ fold }) => REPLACES.has(fold))) return;
    value = here.find((hit) => hit.concept === concept && hit.value !== undefined)?.value ?? value;
  });
  return value;
}

function settingsOf(
  topic: string | undefined,
  kind: string | undefined,
  words: HeardWords,
  tags: ArrayLike<number>,
): Intent | undefined {
  if (topic === undefined || topic === '') return { name: 'settings' };
  // The model's labels are made of the intents, here and below.
  const about = { name: 'settings' as const, topic: topic as SettingsTopic };
  if (topic === 'language') {
    const value = toLanguage(lastOf('langname', words, tags));
    // A language that we do not speak: the answer says which we do.
    return kind !== 'lang' || value === undefined ? about : { ...about, value };
  }
  if (topic === 'notifications') return kind === '' ? about : { ...about, value: kind as SettingsValue };
  const time = clockIn(words, tags);
  const when = time === undefined ? {} : { time };
  if (kind === 'day') {
    const value = toWeekday(lastOf('weekday', words, tags));
    return value === undefined ? undefined : { ...about, value, ...when };
  }
  if (kind === '' || kind === undefined) return { ...about, ...when };
  // A label of the model, made of the intents.
  return kind === 'off' ? { ...about, value: kind } : { ...about, value: kind as SettingsValue, ...when };
}
