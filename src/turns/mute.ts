import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { MuteWish } from '../domain/muting';
import { changeSettings } from '../tasks/change-settings';
import type { Message } from '../courier';
import { saySettings } from './here';
import type { Here } from './here';

/** Nothing more is said of an account here, or something again. */
export function muteInWords(here: Here, { id }: AccountRecord, isMuted: boolean): Promise<Message> {
  return save(here, { account: id, isMuted });
}

/** What stays muted, by the form: whoever saves it has seen all of it. */
export function keepMuting(
  here: Here,
  { accounts, kinds }: Extract<Action, { readonly verb: 'muting' }>,
): Promise<Message> {
  return save(here, { accounts, kinds });
}

async function save(here: Here, mute: MuteWish): Promise<Message> {
  const { ports, conversation, speech } = here;
  return saySettings(here, await changeSettings(ports, conversation, { topic: 'muted', mute }, speech.language));
}
