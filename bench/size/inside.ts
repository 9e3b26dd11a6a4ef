import { watchPauses } from '../loop-pauses';
import { measureMemory } from '../memory';
import type { Memory } from '../memory';
import type { Pauses } from '../loop-pauses';

/** What the process of the bot says of itself. */
export interface Usage {
  readonly cpuMs: number;
  readonly peakRssMb: number;
  /** Since it was last asked. */
  readonly pauses: { readonly byClock: Pauses; readonly byCpu: Pauses };
  /** Where it was asked for, which takes a collection of all garbage. */
  readonly memory?: Memory;
}

/** Preloaded into the bot as it is deployed. */
const pauses = watchPauses();
process.on('message', (asked) => {
  const memory = asked === 'memory' ? measureMemory() : undefined;
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    pauses: pauses(),
    ...(memory === undefined ? {} : { memory }),
  };
  process.send?.(usage);
});
