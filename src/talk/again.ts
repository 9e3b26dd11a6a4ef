import { intentChanges } from '../commands/intent';
import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf, resolved, showing } from './commands';
import { targetOf } from './targets';

/** "Since when?", "are you sure?", "how many is that?": the last answer is asked about, not a company anew. */
export function askedAgain(look: TalkHearing): CarriedOn | undefined {
  const again = aboutBefore(look);
  // Names are looked up only where it matters: a message may hold a hundred of them.
  return again === undefined || namesCompany(look) ? undefined : again;
}

function namesCompany({ spoken: { heard }, names }: TalkHearing): boolean {
  return heard.outcome === 'understood' && companiesOf(heard.intent).some((name) => names.leads(name));
}

function aboutBefore(look: TalkHearing): CarriedOn | undefined {
  const { core, memory, vocabulary } = look;
  const before = intentOf(memory?.command);
  if (before === undefined || core.words.length === 0) return undefined;
  const isWhole = (list: 'whens' | 'whoDid' | 'untils' | 'sures' | 'counts' | 'frees'): boolean =>
    vocabulary.phrases(list).at(core.words, 0) === core.words.length;
  if (isUntold(look)) return aboutLast(look, before, { name: 'announced', companies: [] });
  if (isWhole('sures')) return aboutLast(look, before, proofOf(before));
  if (isWhole('untils')) return aboutLast(look, before, endOf(before));
  if (isWhole('whoDid') && intentChanges(before)) return aboutLast(look, before, doerOf(before));
  if (isWhole('whens')) return aboutLast(look, before, timeOf(before));
  if (isWhole('counts')) return aboutLast(look, before, before.name === 'list' ? before : undefined);
  if (isWhole('frees')) return aboutLast(look, before, { name: 'show', companies: [], what: 'licences' });
  return ofThings(look, before);
}

/** "Nobody told me": of whom was talked about. */
function isUntold({ spoken: { heard } }: TalkHearing): boolean {
  return heard.outcome === 'beyond' && heard.topic === 'untold';
}

/** Where an answer comes from: looked up anew, the decisions behind it, or how old what is listed is. */
function proofOf(before: Intent): Intent | undefined {
  switch (before.name) {
    case 'status':
    case 'show':
    case 'watch':
    case 'invited':
    case 'invite_link':
      return { name: 'status', companies: [], fresh: true };
    case 'who_mapped':
    case 'history':
    case 'map':
    case 'unmap':
    case 'undo':
      return { name: 'history', companies: [] };
    case 'list':
    case 'review':
      return { name: 'health' };
    default:
      return undefined;
  }
}

const MAPPING: ReadonlySet<string> = new Set(['map', 'unmap', 'undo', 'create']);

/** The answer that tells who did it: of a mapping its story, of all else the card. */
function doerOf({ name }: Intent): Intent {
  return MAPPING.has(name) ? { name: 'history', companies: [] } : showing();
}

/** The answer that tells the time of what was asked about. */
function timeOf(before: Intent): Intent | undefined {
  switch (before.name) {
    case 'status':
      return { name: 'status', companies: [], ...(before.facts === undefined ? {} : { facts: before.facts }) };
    case 'show':
    case 'watch':
    case 'invited':
    case 'invite_link':
      return { name: 'status', companies: [] };
    case 'who_mapped':
    case 'history':
    case 'map':
    case 'unmap':
    case 'undo':
    case 'assign':
    case 'unassign':
    case 'request':
    case 'snooze':
    case 'wake':
      return { name: 'who_mapped', companies: [] };
    case 'remind':
      return { name: 'watches' };
    case 'list':
      return before;
    default:
      return undefined;
  }
}

/** "Until when?": the answer that tells the end of it. */
function endOf(before: Intent): Intent | undefined {
  switch (before.name) {
    case 'status':
      // Of what makes up acceptance only admin access ends by itself.
      return { name: 'status', companies: [], facts: before.facts ?? ['admin'] };
    case 'mute':
    case 'unmute':
      return { name: 'settings', topic: 'muted' };
    case 'settings':
      return before.topic === undefined ? undefined : { name: 'settings', topic: before.topic };
    case 'watch':
      return { name: 'watches' };
    case 'endings':
    case 'show':
      return before;
    default:
      return timeOf(before);
  }
}

const OF_NOBODY: ReadonlySet<string> = new Set(['list', 'health', 'watches', 'settings', 'endings']);

function aboutLast({ memory, names, vocabulary }: TalkHearing, before: Intent, ask?: Intent): CarriedOn | undefined {
  const again = ask ?? (before.name === 'list' ? undefined : before);
  if (again === undefined) return undefined;
  const filled = asFilled(again, vocabulary.language);
  if (OF_NOBODY.has(again.name)) return { carried: 'understood', heard: filled };
  if (companiesOf(again).length === 0 && !('companies' in again)) return undefined;
  const target = targetOf({ kind: 'they' }, memory);
  return target === undefined ? undefined : resolved(filled, target, names);
}

/** "How many of them are suspended?" after subscriptions: of what was shown, not of companies. */
function ofThings({ core, memory, names, vocabulary }: TalkHearing, before: Intent): CarriedOn | undefined {
  if (before.name !== 'show' || before.what === 'overview') return undefined;
  const things = vocabulary.phrases('things');
  const { words } = core;
  if (!words.some((_, at) => things.at(words, at) > 0)) return undefined;
  if (words.some(({ folded }) => HOLDINGS.test(folded))) return undefined;
  const target = targetOf({ kind: 'they' }, memory);
  return target === undefined ? undefined : resolved(asFilled(before, vocabulary.language), target, names);
}

/** Licences, subscriptions, services, users, in the five languages: another one is asked for by its name. */
const HOLDINGS =
  /^(?:licen|lizen|subscri|suscri|abon|service|servic|dienst|user|benutzer|nutzer|utilisa|usuari|gebruik|seat)/;
