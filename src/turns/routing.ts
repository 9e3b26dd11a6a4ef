import { actionData } from '../actions/action';
import type { Action } from '../actions/action';
import { routingAfter } from '../commands/routing-after';
import { routingLine } from '../commands/routing-line';
import { routingSaid } from '../commands/routing-said';
import type { RoutingSaid } from '../commands/routing-said';
import { countriesNamed, lettersNamed } from '../commands/routing-tokens';
import { isOfAccounts } from '../domain/routing';
import { LANGUAGES } from '../domain/language';
import type { Chosen, Routing } from '../domain/routing';
import type { Told } from '../domain/told';
import { allProviders } from '../records/all-providers';
import { hearsProvider } from '../records/hears-of';
import { changeSettings } from '../tasks/change-settings';
import type { WantedSetting } from '../tasks/change-settings';
import type { Message } from '../courier';
import type { Reply } from '../turn';
import { proposalView, typeAction } from '../views/talk/proposal';
import { languageOf } from '../views/words/speech';
import { askerOf } from './asker';
import { refusalOf, refuse } from './gate';
import { answerSettings, say, saySettings, speechFor } from './here';
import type { Here } from './here';
import { toldPlain } from './told';

type Hears = Pick<WantedSetting, 'hears'>;

/** As the talk keeps it: what is said next may go on from it, in the same language. */
const toldRouting = ({ language }: RoutingSaid): Told => toldPlain({ name: 'settings', topic: 'routing', language });

/**
 * Of which accounts this conversation is to hear, in words. What says it by half counts where nothing else can be meant:
 * right behind such a choice, or in a channel in which no list was shown that it could narrow down; there it is proposed.
 */
export async function routeInWords(here: Here, text: string): Promise<Reply | undefined> {
  const providers = allProviders(here.ports).map(({ name }) => name);
  const whole = routingSaid(text, providers);
  if (whole !== undefined) return answerRouting(here, whole);
  const after = routingAfter(text, providers);
  const alone = here.conversation.type === 'personal' ? undefined : routingSaid(text, providers, 'alone');
  if (after === undefined && alone === undefined) return undefined;
  const memory = await here.talk.before();
  const { command, offer } = memory ?? {};
  const isAfter = command?.name === 'settings' && command['topic'] === 'routing' && offer === undefined;
  const language = LANGUAGES.find((one) => one === command?.['language']);
  if (after !== undefined && isAfter)
    return answerRouting(here, { ...after, ...(language === undefined ? {} : { language }) });
  return alone === undefined || memory?.list !== undefined ? undefined : proposeRouting(here, alone);
}

function proposeRouting(here: Here, said: RoutingSaid): Reply | undefined {
  const speech = speechFor(here.turn, here.conversation, said.language);
  const line = routingLine(said, languageOf(speech.language));
  if (line === undefined) return undefined;
  const refusal = refusalOf(here, ['ask settings', 'change-shared-settings']);
  if (refusal !== undefined) return refuse({ ...here, speech }, refusal);
  const asker = askerOf(here);
  return say(proposalView(line, speech, asker), { ...toldRouting(said), offer: actionData(typeAction(line, asker)) });
}

/**
 * Of which accounts this conversation is to hear, said in words. Whoever wants announcements gets them. Undefined where
 * all are wanted and nothing was chosen: then it is the announcements that are meant.
 */
async function answerRouting(here: Here, said: RoutingSaid): Promise<Reply | undefined> {
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
    return saved(spoken, { topic: 'hears', ...hears, ...announce }, said);
  return saved(spoken, { topic: 'routing', routing: { wish: said }, ...hears, ...announce }, said);
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

async function saved(here: Here, wanted: WantedSetting, said: RoutingSaid): Promise<Reply> {
  const { ports, conversation, speech } = here;
  return answerSettings(here, await changeSettings(ports, conversation, wanted, speech.language), toldRouting(said));
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
