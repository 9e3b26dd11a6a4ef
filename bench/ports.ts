import { createNoDirectory } from '../src/directories/none';
import { DEFAULT_STEPS } from '../src/domain/reminders';
import { createNoGroups } from '../src/groups/entra-groups';
import type { Ports } from '../src/ports';
import { systemClock } from '../src/runtime/clock';
import { randomIds } from '../src/runtime/ids';
import { createLog } from '../src/runtime/log';
import { LOCAL_CIRCLES } from '../test/builders';
import { scriptedCourier } from '../test/tasks/stand';

/** All ports of a bench: what it measures with, and for the rest what has nothing to tell and takes everything. */
export function portsOf(own: Pick<Ports, 'partnerId' | 'store' | 'register'> & Partial<Ports>): Ports {
  return {
    providers: [],
    directory: createNoDirectory(),
    courier: scriptedCourier(),
    uploads: { put: () => Promise.resolve({ uploaded: 'there' as const }) },
    clock: systemClock,
    ids: randomIds,
    random: Math.random,
    log: createLog('warn'),
    circles: LOCAL_CIRCLES,
    groups: createNoGroups(),
    links: { partnerCenter: [], records: [] },
    assignHours: 2,
    cardsAnHour: 0,
    reminderSteps: DEFAULT_STEPS,
    invitationDays: [3, 10],
    searchesAsYouType: true,
    nudge: () => undefined,
    ...own,
  };
}
