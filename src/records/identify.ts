import type { Speaker } from '../domain/sender';
import type { Turn } from '../turn';
import type { Ports } from '../ports';

/**
 * Who acted. Teams does not always say with an activity which Entra object a person is; the members of the conversation
 * tell. When they cannot be looked at, the person stays nameless.
 */
export async function identified({ courier }: Pick<Ports, 'courier'>, turn: Turn): Promise<Speaker | undefined> {
  const { person, place } = turn;
  if (person?.standing !== 'nameless' || person.memberId === undefined) return person;
  const found = await courier.identify(place, person.memberId);
  if (found === undefined) return person;
  return {
    ...person,
    id: found.id,
    standing: found.standing,
    ...(found.name === undefined ? {} : { name: found.name }),
  };
}
