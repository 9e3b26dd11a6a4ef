import type { ConversationRecord } from '../domain/documents';
import type { Person } from '../domain/person';
import type { Ports } from './ports';

/** Who asks, and where. */
export interface Asker {
  readonly person: Person & { readonly guest: boolean };
  readonly conversationId: string;
}

export type NotAllowed = 'guest' | 'not-a-mapper' | 'could-not-check';

/**
 * Whether this person may decide. With `team`: everybody who is a member, and no guest, of a team that has the bot.
 * In a channel the click itself shows membership of the host team unless the person is a guest there; in a personal or
 * group chat each team that we know is asked until one says yes. Undefined means: go ahead.
 */
export async function mayDecide(ports: Ports, asker: Asker): Promise<NotAllowed | undefined> {
  const { person } = asker;
  if (person.guest) return 'guest';
  if (ports.mappers.who === 'people')
    return ports.mappers.ids.has(person.id.toLowerCase()) ? undefined : 'not-a-mapper';
  const places = teamPlaces(ports, asker.conversationId);
  let couldNotLook = false;
  for (const place of places) {
    const member = await ports.courier.isMember(place, person.id);
    if (member === true) return undefined;
    couldNotLook ||= member === undefined;
  }
  return couldNotLook ? 'could-not-check' : 'not-a-mapper';
}

/** Where the click was made comes first; then one channel of every other team that has the bot. */
function teamPlaces({ register }: Ports, conversationId: string): ConversationRecord[] {
  const here = register.conversation(conversationId);
  const teams = new Map<string, ConversationRecord>();
  for (const place of register.allConversations()) {
    if (place.type !== 'channel' || place.state !== 'active') continue;
    const key = place.teamId ?? place.conversationId;
    if (!teams.has(key)) teams.set(key, place);
  }
  if (here?.type !== 'channel') return [...teams.values()];
  teams.delete(here.teamId ?? here.conversationId);
  return [here, ...teams.values()];
}
