import type { Language } from '../domain/language';
import { dayIn } from './day-said';
import type { Intent } from './intent';
import type said from './lexicon/by-roles.json';
import { spanAhead } from './span-ahead';

/**
 * What is asked by the parts that its words play, in whichever order: "stop going on about Contoso in here" holds a
 * stop, a talking and a here, and no word that plays none but those of the name. Where one is left over, it is no such
 * sentence. The words are data: `lexicon/by-roles.json`.
 */
export type SentenceRole = keyof (typeof said)['en']['roles'];

export interface SentenceKind {
  readonly means: (companies: readonly string[], rest: string, language: Language) => Intent | undefined;
  /** Of one of these rows every role has to be played. */
  readonly needs: readonly (readonly SentenceRole[])[];
  readonly may?: readonly SentenceRole[];
  /** What is left over is a name, a name and a day, or a time. */
  readonly left: 'none' | 'name' | 'name-day' | 'time';
  readonly changes?: true;
  /** The name stands behind other words. */
  readonly isBehind?: true;
}

export const SENTENCES: readonly SentenceKind[] = [
  {
    means: () => ({ name: 'invitations' }),
    needs: [
      ['invite', 'silent'],
      ['invite', 'not', 'answer'],
    ],
    may: ['not', 'answer'],
    left: 'none',
  },
  { means: endings, needs: [['ends']], may: ['thing', 'upcoming'], left: 'time' },
  { means: () => ({ name: 'health' }), needs: [['sync', 'runs']], left: 'none' },
  {
    means: (companies) => ({ name: 'unmute', companies }),
    isBehind: true,
    needs: [['begin', 'talk', 'here']],
    left: 'name',
    changes: true,
  },
  {
    means: (companies) => ({ name: 'mute', companies }),
    isBehind: true,
    needs: [
      ['stop', 'talk', 'here'],
      ['noMore', 'here'],
    ],
    may: ['talk', 'stop'],
    left: 'name',
    changes: true,
  },
  {
    means: (companies) => ({ name: 'announced', companies }),
    needs: [
      ['where', 'announce'],
      ['why', 'not', 'got', 'here'],
      ['why', 'not', 'announce'],
    ],
    may: ['here', 'not'],
    left: 'name',
  },
  { means: reminded, needs: [['remind']], left: 'name-day', changes: true },
  {
    means: (companies) => ({ name: 'wake', companies }),
    needs: [['back', 'board'], ['unshelve']],
    may: ['board', 'back'],
    left: 'name',
    changes: true,
  },
  {
    means: (companies) => ({ name: 'unassign', companies }),
    needs: [['giveUp']],
    may: ['excuse'],
    left: 'name',
    changes: true,
  },
  { means: (companies) => ({ name: 'snooze', companies }), needs: [['away']], left: 'name', changes: true },
];

function endings(_: readonly string[], rest: string, language: Language): Intent | undefined {
  const span = rest === '' ? undefined : spanAhead(rest, language);
  return rest !== '' && span === undefined ? undefined : { name: 'endings', ...(span === undefined ? {} : { span }) };
}

function reminded(companies: readonly string[], rest: string): Intent | undefined {
  const day = dayIn(rest);
  return day === undefined ? undefined : { name: 'remind', companies, day };
}
