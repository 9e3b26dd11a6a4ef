import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { SettingsAnswer } from '../domain/answers';
import type { MuteWish } from '../domain/muting';
import type { Told } from '../domain/told';
import { changeSettings } from '../tasks/change-settings';
import type { Message } from '../courier';
import type { Reply } from '../turn';
import { answerSettings, saySettings } from './here';
import type { Here } from './here';

/** Nothing more is said of an account here, or something again. */
export async function muteInWords(here: Here, { id }: AccountRecord, isMuted: boolean, told: Told): Promise<Reply> {
  return answerSettings(here, await save(here, { account: id, isMuted }), told);
}

/** What stays muted, by the form: whoever saves it has seen all of it. */
export async function keepMuting(
  here: Here,
  { accounts, kinds }: Extract<Action, { readonly verb: 'muting' }>,
): Promise<Message> {
  return saySettings(here, await save(here, { accounts, kinds }));
}

function save({ ports, conversation, speech }: Here, mute: MuteWish): Promise<SettingsAnswer> {
  return changeSettings(ports, conversation, { topic: 'muted', mute }, speech.language);
}
