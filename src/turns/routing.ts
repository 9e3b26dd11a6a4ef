import type { Action } from '../actions/action';
import type { RoutingSaid } from '../commands/routing-said';
import { countriesNamed, lettersNamed } from '../commands/routing-tokens';
import { isOfAccounts } from '../domain/routing';
import type { Chosen, Routing } from '../domain/routing';
import { allProviders } from '../records/all-providers';
import { hearsProvider } from '../records/hears-of';
import { changeSettings } from '../tasks/change-settings';
import type { WantedSetting } from '../tasks/change-settings';
import type { Message } from '../courier';
import type { Reply } from '../turn';
import { refusalOf, refuse } from './gate';
import { say, saySettings, speechFor } from './here';
import type { Here } from './here';

type Hears = Pick<WantedSetting, 'hears'>;

/**
 * Of which accounts this conversation is to hear, said in words. Whoever wants announcements gets them. Undefined where
 * all are wanted and nothing was chosen: then it is the announcements that are meant.
 */
export async function answerRouting(here: Here, said: RoutingSaid): Promise<Reply | undefined> {
  const { settings, type } = here.conversation;
  if (said.what === 'all' && said.ofProviders !== true && settings.routing === undefined) return undefined;
  const spoken = { ...here, speech: speechFor(here.turn, here.conversation, said.language) };
  const shared = type === 'personal' ? [] : (['change-shared-settings'] as const);
  const refusal = refusalOf(here, ['ask settings', ...shared]);
  if (refusal !== undefined) return refuse(spoken, refusal);
  const announce = said.what === 'not' ? {} : { announce: true };
  const ofProviders = said.providers.length > 0 || said.ofProviders === true;
  const hears = ofProviders ? hearsSaid(here, said) : undefined;
  if (said.ofProviders === true || !isOfAccounts(said))
    return say(await save(spoken, { topic: 'hears', ...hears, ...announce }));
  return say(await save(spoken, { topic: 'routing', routing: { wish: said }, ...hears, ...announce }));
}

/** The providers, by the card. */
export function routeByCard(
  here: Here,
  { of, providers }: Extract<Action, { readonly verb: 'hear-of' }>,
): Promise<Message> {
  if (of === 'default') return save(here, { topic: 'hears' });
  const all = allProviders(here.ports).map(({ id }) => id);
  const chosen = all.filter((id) => providers.includes(id));
  return save(here, { topic: 'hears', hears: of === 'all' || chosen.length === all.length ? 'all' : chosen });
}

type Route = Extract<Action, { readonly verb: 'route' }>;

/** Which accounts, by the card. What cannot be read changes nothing. */
export function routeAccounts(here: Here, route: Route): Promise<Message> {
  const countries = countriesNamed(route.countries);
  const letters = lettersNamed(route.letters);
  if (countries === undefined || letters === undefined)
    return save(here, { topic: 'routing', value: countries === undefined ? route.countries : route.letters });
  const { by, from, to, rest, languages, hears, announce } = route;
  const routing: Routing = {
    ...(countries.length === 0 ? {} : { countries: chosen(countries, route.countriesHow) }),
    ...(letters.length === 0 ? {} : { letters: chosen(letters, route.lettersHow) }),
    ...(languages.length === 0 ? {} : { languages: chosen(languages, route.languagesHow) }),
    ...sizeOf(by, from, to),
    ...(rest ? { rest } : {}),
  };
  return save(here, {
    topic: 'routing',
    routing,
    ...(hears === undefined ? {} : { hears }),
    ...(announce === undefined ? {} : { announce }),
  });
}

function chosen<T extends string>(of: readonly T[], how: 'only' | 'not'): Chosen<T> {
  return { of, ...(how === 'not' ? { not: true } : {}) };
}

function sizeOf(by: Route['by'], from: number | undefined, to: number | undefined): Pick<Routing, 'size'> {
  if (from === undefined && to === undefined) return {};
  const [least, most] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
  return {
    size: { by, ...(least === undefined ? {} : { from: least }), ...(most === undefined ? {} : { to: most }) },
  };
}

async function save(here: Here, wanted: WantedSetting): Promise<Message> {
  const { ports, conversation, speech } = here;
  return saySettings(here, await changeSettings(ports, conversation, wanted, speech.language));
}

function hearsSaid({ ports, conversation }: Here, { what, providers }: RoutingSaid): Hears {
  if (what === 'all') return { hears: 'all' };
  const all = allProviders(ports);
  const isNamed = (name: string): boolean => providers.includes(name);
  // Two that are named together are meant to be all.
  const isOnly = what === 'only' || (what === 'these' && providers.length > 1);
  const wanted = all.filter(({ id, name }) => {
    if (isOnly) return isNamed(name);
    const heard = hearsProvider(ports, conversation, id);
    return what === 'not' ? heard && !isNamed(name) : heard || isNamed(name);
  });
  return { hears: wanted.length === all.length ? 'all' : wanted.map(({ id }) => id) };
}
