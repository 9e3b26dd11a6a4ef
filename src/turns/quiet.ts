import type { Action } from '../actions/action';
import type { Message } from '../courier';
import { changeSettings } from '../tasks/change-settings';
import { saySettings } from './here';
import type { Here } from './here';

/** Quiet hours as the form has them: whoever saves it has seen all of it. */
export async function keepQuiet(
  here: Here,
  { on, from, to, days, urgent }: Extract<Action, { readonly verb: 'quiet' }>,
): Promise<Message> {
  const { ports, conversation, speech, turn } = here;
  const quiet = {
    on,
    isWhole: true,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(days === undefined ? {} : { days }),
    ...(urgent === undefined ? {} : { urgent }),
  } as const;
  const wanted = {
    topic: 'quiet',
    quiet,
    ...(turn.timeZone === undefined ? {} : { timeZone: turn.timeZone }),
  } as const;
  return saySettings(here, await changeSettings(ports, conversation, wanted, speech.language));
}
