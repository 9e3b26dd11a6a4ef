import type { ConversationRecord } from '../domain/documents';
import type { Ports } from '../ports';
import { firstAdministrators } from './team-approval';

type Deps = Pick<Ports, 'register' | 'circles'>;

const NAMED = 3;

/** Entra object ids of the administrators, as far as the settings or the first team name them. Lower case. */
export function administratorIds({ register, circles }: Deps): ReadonlySet<string> {
  const { administrators } = circles;
  return administrators === 'owners' ? firstAdministrators(register) : administrators.people;
}

/** Names of administrators to be asked, where the bot has met them. */
export function administratorNames(deps: Deps): readonly string[] {
  const ids = administratorIds(deps);
  const names = new Set<string>();
  const met = (person: { readonly id?: string | undefined; readonly name?: string | undefined }): void => {
    if (person.id !== undefined && person.name !== undefined && ids.has(person.id.toLowerCase()))
      names.add(person.name);
  };
  for (const { installedBy, by } of deps.register.allTeams()) for (const one of [installedBy, by]) if (one) met(one);
  for (const c of deps.register.allConversations()) met({ id: c.personId, name: c.personName });
  return [...names].sort().slice(0, NAMED);
}

/** The personal chats of administrators, where they can be told of what needs them. */
export function administratorChats(deps: Deps): readonly ConversationRecord[] {
  const ids = administratorIds(deps);
  return [...deps.register.allConversations()].filter(
    (c) =>
      c.type === 'personal' && c.state === 'active' && c.personId !== undefined && ids.has(c.personId.toLowerCase()),
  );
}
