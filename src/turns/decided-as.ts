import type { ToldCommand } from '../domain/told';
import type { Decide } from '../tasks/decide';

/** The command that a decision would have been if it had been typed. */
export function decidedAs(what: Decide): ToldCommand | undefined {
  switch (what.verb) {
    case 'pick':
      return { name: 'map' };
    case 'reopen':
      return { name: 'unmap' };
    case 'undo':
      return { name: 'undo' };
    default:
      return undefined;
  }
}
