import type { Circle } from '../domain/circles';
import type { ConversationRecord } from '../domain/documents';
import type { Speaker, SenderKind } from '../domain/sender';
import type { Ports } from '../ports';
import { approvedPlaces, firstAdministrators } from './team-approval';

/** Who asks, and where. */
export interface Asker {
  readonly person: Speaker;
  readonly conversationId: string;
}

/** `unsure`: an inner circle could not be looked at, so the person may be more than `kind`. */
export interface KnownSender {
  readonly kind: SenderKind;
  readonly unsure: boolean;
}

/** So many teams are asked for one person at most; a partner with more names people or a group instead. */
const TEAMS_ASKED = 8;

type Deps = Pick<Ports, 'register' | 'courier' | 'circles' | 'groups'>;

/**
 * What a sender is to us. Strangers are known by their standing and nothing is looked up for them; for a member the
 * circles are looked at from the inside out, and each team or group is asked once for the one person.
 */
export async function senderKind(deps: Deps, { person, conversationId }: Asker, fresh?: 'fresh'): Promise<KnownSender> {
  if (person.standing !== 'member') return { kind: person.standing, unsure: false };
  const { circles } = deps;
  const looks = createLooks(deps, person, conversationId, fresh);
  let unsure = false;
  for (const kind of ['administrator', 'mapper', 'reader'] as const) {
    const circle = kind === 'administrator' ? circles.administrators : circles[`${kind}s`];
    const belongs =
      circle === 'owners'
        ? firstAdministrators(deps.register).has(person.id.toLowerCase())
        : await looks.inCircle(circle);
    if (belongs === true) return { kind, unsure };
    unsure ||= belongs === undefined;
  }
  return { kind: 'colleague', unsure };
}

interface Looks {
  inCircle(circle: Circle): Promise<boolean | undefined>;
}

/** The looks of one question: what two circles ask alike is looked up once. */
function createLooks(deps: Deps, person: Speaker, conversationId: string, fresh: 'fresh' | undefined): Looks {
  const groups = new Map<string, Promise<boolean | undefined>>();
  let team: Promise<boolean | undefined> | undefined;
  let approvedTeams: readonly ConversationRecord[] | undefined;

  function inGroups(ids: ReadonlySet<string>): Promise<boolean | undefined> {
    const key = [...ids].join(' ');
    const asked = groups.get(key) ?? deps.groups.hasMember([...ids], person.id);
    groups.set(key, asked);
    return asked;
  }

  async function inAny(places: readonly ConversationRecord[]): Promise<boolean | undefined> {
    let unsure = false;
    for (const place of places.slice(0, TEAMS_ASKED)) {
      const member = await deps.courier.isMember(place, person, fresh);
      if (member === true) return true;
      unsure ||= member === undefined;
    }
    return unsure ? undefined : false;
  }

  return {
    async inCircle({ everyone, team: approved, people, groups: named, teams }) {
      if (everyone || people.has(person.id.toLowerCase())) return true;
      const places = (): readonly ConversationRecord[] => (approvedTeams ??= approvedPlaces(deps, conversationId));
      let unsure = false;
      const looks = [
        approved ? () => (team ??= inAny(places())) : undefined,
        teams.size > 0
          ? () => inAny(places().filter((p) => p.teamId !== undefined && teams.has(p.teamId.toLowerCase())))
          : undefined,
        named.size > 0 ? () => inGroups(named) : undefined,
      ];
      for (const look of looks) {
        const found = await look?.();
        if (found === true) return true;
        unsure ||= look !== undefined && found === undefined;
      }
      return unsure ? undefined : false;
    },
  };
}
