import type { Action } from '../actions/action';
import type { RoutingSaid } from '../commands/routing-said';
import { allProviders } from '../records/all-providers';
import { hearsOf } from '../records/hears-of';
import { changeSettings } from '../tasks/change-settings';
import type { WantedSetting } from '../tasks/change-settings';
import type { Message } from '../courier';
import type { Reply } from '../turn';
import { refusalOf, refuse } from './gate';
import { say, saySettings, speechFor } from './here';
import type { Here } from './here';

type Hears = Pick<WantedSetting, 'hears'>;

/** Of which providers this conversation is to hear, said in words. Whoever wants announcements gets them. */
export async function answerRouting(here: Here, said: RoutingSaid): Promise<Reply> {
  const spoken = { ...here, speech: speechFor(here.turn, here.conversation, said.language) };
  const shared = here.conversation.type === 'personal' ? [] : (['change-shared-settings'] as const);
  const refusal = refusalOf(here, ['ask settings', ...shared]);
  if (refusal !== undefined) return refuse(spoken, refusal);
  const announce = said.what === 'not' ? {} : { announce: true };
  return say(await saveRouting(spoken, { ...hearsSaid(here, said), ...announce }));
}

/** The same by the card. */
export function routeByCard(
  here: Here,
  { of, providers }: Extract<Action, { readonly verb: 'hear-of' }>,
): Promise<Message> {
  if (of === 'default') return saveRouting(here, {});
  const all = allProviders(here.ports).map(({ id }) => id);
  const chosen = all.filter((id) => providers.includes(id));
  return saveRouting(here, { hears: of === 'all' || chosen.length === all.length ? 'all' : chosen });
}

async function saveRouting(here: Here, wanted: Omit<WantedSetting, 'topic'>): Promise<Message> {
  const { ports, conversation, speech } = here;
  return saySettings(here, await changeSettings(ports, conversation, { topic: 'hears', ...wanted }, speech.language));
}

function hearsSaid({ ports, conversation }: Here, { what, providers }: RoutingSaid): Hears {
  if (what === 'all') return { hears: 'all' };
  const all = allProviders(ports);
  const isNamed = (name: string): boolean => providers.includes(name);
  const wanted = all.filter(({ id, name }) => {
    if (what === 'only') return isNamed(name);
    return what === 'not'
      ? hearsOf(ports, conversation, id) && !isNamed(name)
      : hearsOf(ports, conversation, id) || isNamed(name);
  });
  return { hears: wanted.length === all.length ? 'all' : wanted.map(({ id }) => id) };
}
