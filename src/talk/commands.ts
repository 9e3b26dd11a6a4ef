import type { Intent, IntentName } from '../commands/intent';
import { commandFor, commandTable } from '../commands/table';
import type { Language } from '../domain/language';
import type { ToldCommand } from '../domain/told';
import { sameSubject } from '../domain/told';
import type { TalkMemory } from '../domain/talk-memory';
import type { CarriedOn } from './carry-on';
import { about, withCompanies } from './fill';
import type { Filled } from './fill';
import type { TalkNames } from './names';
import type { Target } from './targets';

const OF_COMPANIES: ReadonlySet<IntentName> = new Set<IntentName>([
  'status',
  'show',
  'watch',
  'unwatch',
  'who_mapped',
  'history',
  'invite_link',
  'invited',
  'uninvite',
  'create',
  'assign',
  'unassign',
  'request',
  'remind',
  'snooze',
  'wake',
  'announced',
  'mute',
  'unmute',
  'unmap',
]);

/** A kept command as an intent; undefined when this version knows no such command. */
export function intentOf(command: ToldCommand | undefined): Intent | undefined {
  if (command === undefined || !commandTable.some(({ name }) => name === command.name)) return undefined;
  // Written by this program from an intent; which arguments it has is for the command itself to bear.
  return command as Intent;
}

/** The command that goes on with another company. */
export function carriable(command: ToldCommand | undefined): Intent | undefined {
  const intent = intentOf(command);
  return intent !== undefined && (OF_COMPANIES.has(intent.name) || intent.name === 'map') ? intent : undefined;
}

export function showing(): Intent {
  return { name: 'show', companies: [], what: 'overview' };
}

export function asFilled(intent: Intent, language: Language): Filled {
  return { outcome: 'understood', intent, language, evidence: [`talk "${commandFor(intent.name).name}"`] };
}

/** The command about whom it points at, or what has to be asked first. */
export function resolved(filled: Filled, target: Target, names: TalkNames): CarriedOn {
  const { language } = filled;
  const command = filled.outcome === 'understood' ? withCompanies(filled.intent, []) : undefined;
  switch (target.target) {
    case 'past':
      return { carried: 'past', count: target.count, language };
    case 'which':
      return { carried: 'ask', command, among: target.among, language };
    case 'these': {
      const { subjects } = target;
      const single = command?.name === 'map' || filled.outcome === 'beyond';
      if (single && subjects.length > 1) return { carried: 'ask', command, among: subjects, language };
      return {
        carried: 'understood',
        heard: about(
          filled,
          subjects.map((one) => names.queryOf(one)),
        ),
      };
    }
  }
}

/** What is asked of something that is pointed at and of which nothing is said: what was asked before, or to see it. */
export function commandFromTalk(memory: TalkMemory | undefined, listed: boolean): Intent {
  const open = memory?.question?.asks === 'company' ? carriable(memory.question.command) : undefined;
  if (open !== undefined) return open;
  const last = carriable(memory?.last?.command);
  const list = memory?.list;
  const opened = memory?.last?.about.some((one) => list?.items.some((item) => sameSubject(item, one))) ?? false;
  if (listed && !opened) return showing();
  return last === undefined || last.name === 'map' ? showing() : last;
}
