import type { Instant } from '../domain/time';
import { changeDocument } from '../records/change-document';
import type { Ports } from '../ports';

const ASKED_EVERY_MS = 10 * 60_000;

export interface OwnersKeeper {
  /** Asks Entra who owns the first team, when it is time; what could not be looked up stays as it is. */
  keep(): Promise<void>;
}

/**
 * While nobody is named in `ADMINS`, the owners of the first team are the administrators. They are kept with the team, so
 * that no question waits for Entra; who stops being an owner is one of us for some minutes more.
 */
export function createOwnersKeeper(ports: Ports): OwnersKeeper {
  const askedAt = new Map<string, Instant>();

  return {
    async keep() {
      if (ports.circles.administrators !== 'owners') return;
      const now = ports.clock.now();
      for (const { id, basis, groupId } of [...ports.register.allTeams()]) {
        if (basis !== 'first' || groupId === undefined) continue;
        if (now - (askedAt.get(id) ?? -Infinity) < ASKED_EVERY_MS) continue;
        askedAt.set(id, now);
        const owners = await ports.groups.ownersOf(groupId);
        if (owners === undefined) continue;
        await changeDocument(ports, 'team', id, (team) =>
          (team.owners ?? []).join() === owners.join()
            ? { result: undefined }
            : { document: { ...team, owners }, result: undefined },
        );
      }
    },
  };
}
