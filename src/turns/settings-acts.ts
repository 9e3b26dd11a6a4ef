import type { Action } from '../actions/action';
import { changeSettings } from '../tasks/change-settings';
import type { Reply } from '../turn';
import { inPlace, saySettings } from './here';
import type { Here } from './here';
import { keepMuting } from './mute';
import { keepQuiet } from './quiet';
import { routeAccounts, routeByCard } from './routing';

type SettingsVerb = 'settings' | 'hear-of' | 'route' | 'muting' | 'quiet';

/** The verbs of the settings card, with what each does. */
export const settingsActs: {
  readonly [V in SettingsVerb]: (here: Here, action: Extract<Action, { readonly verb: V }>) => Promise<Reply>;
} = {
  'settings': async (here, { verb: _, ...chosen }) => {
    const { ports, conversation, speech, turn } = here;
    const wanted = { ...chosen, ...(turn.timeZone === undefined ? {} : { timeZone: turn.timeZone }) };
    return inPlace(saySettings(here, await changeSettings(ports, conversation, wanted, speech.language)));
  },
  'hear-of': async (here, a) => inPlace(await routeByCard(here, a)),
  'route': async (here, a) => inPlace(await routeAccounts(here, a)),
  'muting': async (here, a) => inPlace(await keepMuting(here, a)),
  'quiet': async (here, a) => inPlace(await keepQuiet(here, a)),
};
