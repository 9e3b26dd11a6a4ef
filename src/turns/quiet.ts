import type { Action } from '../actions/action';
import { daysOffNamed } from '../commands/days-off-said';
import type { Message } from '../courier';
import { changeSettings } from '../tasks/change-settings';
import { saySettings } from './here';
import type { Here } from './here';

/** Quiet hours as the form has them: whoever saves it has seen all of it. */
export async function keepQuiet(
  here: Here,
  { on, from, to, days, urgent, holidays, off }: Extract<Action, { readonly verb: 'quiet' }>,
): Promise<Message> {
  const { ports, conversation, speech, turn } = here;
  const named = off === undefined ? undefined : daysOffNamed(off);
  if (off !== undefined && named === undefined)
    return saySettings(
      here,
      await changeSettings(ports, conversation, { topic: 'quiet', value: off }, speech.language),
    );
  const quiet = {
    on,
    isWhole: true,
    ...(holidays === undefined ? {} : { holidays: holidays === '' || holidays === 'none' ? false : holidays }),
    ...(named === undefined ? {} : { off: named }),
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
