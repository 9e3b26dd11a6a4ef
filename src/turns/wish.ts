import type { Intent } from '../commands/intent';
import { snoozeWish } from '../domain/snooze-answer';
import type { Wish } from '../views/company/meant';

/** What a click on one of the choices goes on with. */
export function wishOf(command: Intent | undefined): Wish {
  switch (command?.name) {
    case 'map':
      return command.customer === '' ? { intent: 'show' } : { intent: 'map', customer: command.customer };
    case 'show':
      return { intent: command.what === 'overview' ? 'show' : command.what };
    case 'who_mapped':
      return { intent: 'who-mapped' };
    case 'history':
    case 'create':
    case 'assign':
    case 'unassign':
    case 'wake':
    case 'announced':
    case 'mute':
    case 'unmute':
    case 'unmap':
    case 'watch':
      return { intent: command.name };
    case 'remind':
      return { intent: 'remind', ...snoozeWish(command.day, undefined) };
    case 'request':
      return { intent: 'request', who: command.who };
    case 'snooze':
      return { intent: 'snooze', ...snoozeWish(command.until, command.reason) };
    case 'invite_link':
      return { intent: 'invite' };
    default:
      return { intent: 'status' };
  }
}
