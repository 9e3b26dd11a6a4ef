import type { Person } from '../domain/person';
import { changeDocument } from './change-document';
import type { Ports } from './ports';
import { watchIdOf } from './watch-company';

/** Takes back that watches were stopped. Gives the names of those that are live again; what is unknown is left out. */
export async function watchAgain(ports: Ports, person: Person, queries: readonly string[]): Promise<readonly string[]> {
  const restored = await Promise.all(queries.map((query) => restore(ports, person, query)));
  return restored.filter((query) => query !== undefined);
}

async function restore(ports: Ports, person: Person, query: string): Promise<string | undefined> {
  const changed = await changeDocument(ports, 'watch', watchIdOf(person, query), (watch) =>
    watch.state === 'stopped'
      ? { document: { ...watch, state: 'waiting' as const }, result: watch.query }
      : { result: undefined },
  );
  return changed.changed === 'not-there' ? undefined : changed.result;
}
