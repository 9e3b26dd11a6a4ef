import type { Ground } from './ground';
import type { Ledger } from './ledger';
import type { Act } from './plan';
import { createReplica } from './replica';
import type { Replica, Seams } from './replica';

type Trouble = Extract<Act, { act: 'kill' | 'restart' | 'sleep' | 'cut' | 'clock' | 'trip' | 'upgrade' }>;

/** The replicas, as they come and go. */
export interface Crew {
  readonly up: () => readonly Replica[];
  start(): void;
  /** What befalls one of them. */
  trouble(act: Trouble): void;
  /** All are up, awake and connected, with clocks that go right. */
  heal(): void;
}

interface Place {
  readonly name: string;
  replica: Replica | undefined;
  starts: number;
  skew: number;
  version: number;
}

const STOPS_WITHIN = 8_000;

export function createCrew(ground: Ground, ledger: Ledger, count: number, seams: Seams): Crew {
  const { scheduler, lines } = ground;
  const places = Array.from({ length: count }, (_, at): Place => ({
    name: `r${at + 1}`,
    replica: undefined,
    starts: 0,
    skew: 0,
    version: 1,
  }));

  function begin(place: Place): void {
    if (place.replica !== undefined) return;
    place.starts += 1;
    const replica = createReplica(ground, `${place.name}.${place.starts}`, seams, place.version);
    replica.owner.skew = place.skew;
    place.replica = replica;
    ground.tell(replica.name, 'starts');
    replica.start();
  }

  const starting = (place: Place) => () => {
    begin(place);
  };

  function kill(place: Place, replica: Replica): void {
    scheduler.kill(replica.owner);
    if (place.replica === replica) place.replica = undefined;
  }

  function later(ms: number, run: () => void): void {
    scheduler.after(scheduler.world, ms, run);
  }

  async function stop(place: Place, replica: Replica): Promise<void> {
    let isOver = false;
    const end = (how: string): void => {
      if (isOver) return;
      isOver = true;
      ground.tell(replica.name, how);
      kill(place, replica);
    };
    later(STOPS_WITHIN, () => {
      if (!isOver) ledger.disturb(`${place.name}.`);
      end('was stopped and did not end in time');
    });
    await replica.stop();
    end('has stopped');
  }

  /** In the very moment after a service has done what was asked. */
  function tripUp(place: Place, { service, nth, how, forMs }: Extract<Trouble, { act: 'trip' }>): void {
    lines.trip(`${place.name}.`, service, nth, (owner) => {
      ground.tell(owner.name, `${how} right after ${service} has done something for it`);
      ledger.disturb(`${place.name}.`, forMs + 20_000);
      const { replica } = place;
      if (replica?.owner !== owner) return false;
      if (how === 'kill') {
        kill(place, replica);
        later(forMs, starting(place));
      }
      if (how === 'sleep') {
        scheduler.sleep(owner);
        later(forMs, () => {
          ground.tell(owner.name, 'wakes');
          scheduler.wake(owner);
        });
      }
      return how === 'lose';
    });
  }

  return {
    up: () => places.flatMap(({ replica }) => replica ?? []),
    start() {
      for (const [at, place] of places.entries()) later(at * 1_500, starting(place));
    },
    trouble(act) {
      const place = places[act.replica];
      if (place === undefined) return;
      const { replica } = place;
      const who = `${place.name}.`;
      if (act.act === 'clock') {
        ground.tell(place.name, `its clock is set ${act.aheadMs} ms ahead`);
        ledger.areClocksRight = false;
        place.skew = act.aheadMs;
        if (replica !== undefined) replica.owner.skew = act.aheadMs;
        return;
      }
      if (act.act === 'trip') {
        tripUp(place, act);
        return;
      }
      if (replica === undefined) return;
      ground.tell(
        replica.name,
        act.act === 'cut' ? `is cut off from ${act.service} for ${act.forMs} ms` : `${act.act} for ${act.forMs} ms`,
      );
      if (act.act === 'upgrade') place.version = 2;
      if (act.act !== 'restart') ledger.disturb(who, act.forMs + 20_000);
      switch (act.act) {
        case 'kill':
          kill(place, replica);
          later(act.forMs, starting(place));
          return;
        case 'upgrade':
        case 'restart':
          void stop(place, replica).then(() => {
            later(act.forMs / 10, starting(place));
          });
          return;
        case 'sleep':
          scheduler.sleep(replica.owner);
          later(act.forMs, () => {
            ground.tell(replica.name, 'wakes');
            scheduler.wake(replica.owner);
          });
          return;
        case 'cut':
          lines.cut(replica.owner, act.service);
          later(act.forMs, () => {
            ground.tell(replica.name, `reaches ${act.service} again`);
            lines.mend(replica.owner, act.service);
          });
      }
    },
    heal() {
      lines.heal();
      ground.database.isFull = false;
      const newest = Math.max(...places.map(({ version }) => version));
      for (const place of places) {
        place.skew = 0;
        // The roll-out comes to its end.
        if (place.replica !== undefined && place.version < newest) kill(place, place.replica);
        place.version = newest;
        if (place.replica !== undefined) {
          place.replica.owner.skew = 0;
          scheduler.wake(place.replica.owner);
        }
        begin(place);
      }
    },
  };
}
