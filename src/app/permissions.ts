import type { Config } from '../config';
import type { PermissionSeen, PermissionsSeen } from '../domain/permission';
import { MINUTE } from '../domain/time';
import type { Permissions } from '../permissions';
import type { HttpDeps } from '../runtime/http';
import type { Log } from '../runtime/log';
import type { SignIn } from '../signin/sign-in';

/** Nobody clicks faster through a portal. */
const FRESH_FOR = 2 * MINUTE;

/**
 * Looks as `npm run check` does, with what the running bot has; the code of the check is loaded at the first look. What the
 * directory allows decides what cards offer, and is looked at by itself at the start.
 */
export function createPermissions(
  config: Pick<Config, 'partnerCenters' | 'directory' | 'webhooks'>,
  deps: HttpDeps & { readonly log: Log },
  signIns: ReadonlyMap<string, Pick<SignIn, 'newest'>> = new Map(),
): Permissions & { readonly lookAtDirectory: () => Promise<void> } {
  const { clock, log } = deps;
  let atStart: PermissionsSeen | undefined;
  let last: PermissionsSeen | undefined;
  let isLooking = false;

  async function look(): Promise<readonly PermissionSeen[]> {
    const { checkDirectory, checkPartner } = await import('../setup/check');
    const { permissionsSeen } = await import('../setup/permissions-seen');
    const { partnerCenters, directory, webhooks } = config;
    const own = webhooks.partnerCenterSecret === undefined ? {} : { secret: webhooks.partnerCenterSecret };
    const areSeveral = partnerCenters.length > 1;
    const ofPartners = partnerCenters.map(async (settings) => {
      const newest = await signIns.get(settings.tenantId)?.newest(false);
      const asNow = newest === undefined ? settings : { ...settings, refreshToken: newest };
      return permissionsSeen(await checkPartner(asNow, own, deps), areSeveral ? settings.name : undefined);
    });
    return [
      ...(await Promise.all(ofPartners)).flat(),
      ...(directory?.kind === 'work365' ? permissionsSeen(await checkDirectory(directory, deps)) : []),
    ];
  }

  function begin(): void {
    isLooking = true;
    look()
      .then((all) => {
        last = { at: clock.now(), all };
      })
      .catch((error: unknown) => {
        log.warn({ error }, 'Permissions could not be looked at');
      })
      .finally(() => {
        isLooking = false;
      });
  }

  return {
    known() {
      if (!isLooking && (last === undefined || clock.now() - last.at > FRESH_FOR)) begin();
      return last;
    },
    last: () => last ?? atStart,
    async lookAtDirectory() {
      const { directory } = config;
      if (directory?.kind !== 'work365' || !directory.createsCustomers) return;
      try {
        const { checkDirectory } = await import('../setup/check');
        const { permissionsSeen } = await import('../setup/permissions-seen');
        atStart = { at: clock.now(), all: permissionsSeen(await checkDirectory(directory, deps)) };
      } catch (error) {
        log.warn({ error }, 'Permissions could not be looked at');
      }
    },
  };
}
