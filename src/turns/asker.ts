import type { Action, CardAsker } from '../actions/action';
import type { Reply } from '../turn';
import { notYoursNote, typedInstead } from '../views/talk/not-yours';
import type { Here } from './here';

const NAME_LENGTH = 100;

/** Whose question a card asks that is shown here; where nobody else can answer it, it needs no name. */
export function askerOf({ person, conversation }: Here): CardAsker | undefined {
  if (conversation.type === 'personal') return undefined;
  return { id: person.id, name: person.name.slice(0, NAME_LENGTH) };
}

/** A question is answered by whoever it was put to: anybody else is told whose it is, and how to ask for the same. */
export function notTheirs(here: Here, action: Action): Reply | undefined {
  const asker = 'asker' in action ? action.asker : undefined;
  if (asker === undefined || asker.id === here.person.id) return undefined;
  return { reply: 'note', text: notYoursNote(asker.name, lineFor(here, action), here.speech) };
}

function lineFor({ ports: { register }, speech }: Here, action: Action): string | undefined {
  switch (action.verb) {
    case 'type':
      return action.line;
    case 'confirm-map':
    case 'ignore': {
      const name = register.account(action.accountId)?.tenant.name;
      const customer = action.verb === 'ignore' ? undefined : register.customer(action.customerId)?.name;
      return name === undefined ? undefined : typedInstead(name, customer, speech);
    }
    default:
      return undefined;
  }
}
