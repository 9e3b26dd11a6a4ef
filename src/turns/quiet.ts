import type { Action } from '../actions/action';
import { daysOffNamed } from '../commands/days-off-said';
import type { Message } from '../courier';
import { changeSettings } from '../tasks/change-settings';
import { saySettings } from './here';
import type { Here } from './here';

/** Quiet hours as the form has them: whoever saves it has seen all of it. */
export async function keepQuiet(
  here: Here,
  { on, from, to, days, urgent, holidays, off, pause: until }: Extract<Action, { readonly verb: 'quiet' }>,
): Promise<Message> {
  const { ports, conversation, speech, turn } = here;
  const named = off === undefined ? undefined : daysOffNamed(off);
  if (off !== undefined && named === undefined)
    return saySettings(
      here,
      await changeSettings(ports, conversation, { topic: 'quiet', value: off }, speech.language),
    );
  const pause = until === undefined ? {} : { pause: until > ports.clock.now() ? { at: until } : ('over' as const) };
  // A pause alone is ended by its button; whoever puts back what was before says the days, too.
  const isAlone = until !== undefined && days === undefined;
  const whole = {
    on,
    isWhole: true,
    ...(holidays === undefined ? {} : { holidays: holidays === '' || holidays === 'none' ? false : holidays }),
    ...(named === undefined ? {} : { off: named }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(days === undefined ? {} : { days }),
    ...(urgent === undefined ? {} : { urgent }),
    ...pause,
  } as const;
  const quiet = isAlone ? pause : whole;
  const wanted = {
    topic: 'quiet',
    quiet,
    ...(turn.timeZone === undefined ? {} : { timeZone: turn.timeZone }),
  } as const;
  return saySettings(here, await changeSettings(ports, conversation, wanted, speech.language));
}
