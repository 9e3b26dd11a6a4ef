import type { Person } from '../domain/person';
import { isLive, keptWatch } from '../domain/retention';
import { changeDocument } from '../records/change-document';
import type { Ports } from '../ports';
import { watchIdOf } from './watch-company';
import { noRoomFor } from './watch-limits';

/** Takes back that watches were stopped. Gives the names of those that are live again; what is unknown is left out. */
export async function watchAgain(ports: Ports, person: Person, queries: readonly string[]): Promise<readonly string[]> {
  const restored: string[] = [];
  // One after the other, so that they are counted.
  for (const query of queries) {
    const again = await restore(ports, person, query);
    if (again !== undefined) restored.push(again);
  }
  return restored;
}

async function restore(ports: Ports, person: Person, query: string): Promise<string | undefined> {
  if (noRoomFor(query, person.id, [...ports.register.allWatches()].filter(isLive)) !== undefined) return undefined;
  const changed = await changeDocument(ports, 'watch', watchIdOf(person, query), (watch) =>
    watch.state === 'stopped'
      ? { document: keptWatch({ ...watch, state: 'waiting' }), result: watch.query }
      : { result: undefined },
  );
  return changed.changed === 'not-there' ? undefined : changed.result;
}
