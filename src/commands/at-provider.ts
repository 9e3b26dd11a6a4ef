import type { ConditionAsked } from '../domain/asked-filter';
import { filterAsked } from './filters/filter-asked';
import { ofFilter } from './filters/list-intent';
import type { Intent, ListWhat } from './intent';
import { companiesOf } from './no-names';
import { providerSaid, STAND_IN_NAME } from './provider-said';
import type { ProviderSaid } from './provider-said';
import type { Understanding, UnderstandOptions } from './understanding';

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;
type Place = Extract<ConditionAsked, { readonly is: 'place' }>;

/**
 * What is asked of one of the partner's providers: "pending at TD SYNNEX", "who accepted in the German tenant?", "is Contoso
 * accepted at Ingram?". Undefined where none is named, or nothing is asked that can be asked of one.
 */
export function atProvider(
  plain: string,
  options: UnderstandOptions,
  read: (text: string) => Understanding,
): Understanding | undefined {
  const said = providerSaid(plain, options.known);
  if (said === undefined) return undefined;
  const filtered = filterAsked(said.marked, options);
  if (filtered !== undefined && filtered.filter.unclear === undefined && filtered.notAccepted !== true) {
    const { conditions } = filtered.filter;
    const named = conditions.map((one) =>
      one.is === 'place' && one.place === STAND_IN_NAME ? placeOf(said, one) : one,
    );
    if (named.some((one, at) => one !== conditions[at]))
      return ofFilter({ ...filtered, filter: { conditions: named } }, plain);
  }
  const one = /\p{L}/u.test(said.rest) ? atOne(read(said.rest), said) : undefined;
  return one ?? restAt(said, plain, options) ?? ofItself(said, read, options);
}

/** What only a list can be, though nothing asks: "mapped by me", and where. */
function restAt(said: ProviderSaid, plain: string, options: UnderstandOptions): Understanding | undefined {
  const heard = said.isLedTo ? filterAsked(said.rest, options) : undefined;
  if (heard === undefined || heard.isPlain === true || heard.notAccepted === true) return undefined;
  if (heard.filter.unclear !== undefined) return undefined;
  const conditions = [...heard.filter.conditions, placeOf(said)];
  return ofFilter({ ...heard, filter: { conditions } }, plain);
}

/** "Is TD SYNNEX accepted?": its name is taken for a company's, which no company bears. */
function ofItself(
  { asCompany, place, isPlace }: ProviderSaid,
  read: (text: string) => Understanding,
  { known }: UnderstandOptions,
): Understanding | undefined {
  if (isPlace || known?.providers?.includes(place) !== true || known.has(place)) return undefined;
  const heard = read(asCompany);
  if (heard.outcome === 'nothing') return undefined;
  const { language } = heard;
  const named = heard.outcome === 'understood' ? companiesOf(heard.intent) : [];
  const isIt = named.length > 0 && named.every((name) => name === STAND_IN_NAME);
  return isIt || asCompany.replace(/[?!.\s]/g, '') === STAND_IN_NAME
    ? { outcome: 'beyond', topic: 'provider', text: asCompany, language, company: place }
    : undefined;
}

/** Whether it was heard that it is asked of one provider. */
export function isOfProvider(heard: Understanding): boolean {
  if (heard.outcome !== 'understood') return false;
  const { intent } = heard;
  if ('at' in intent) return true;
  const conditions = intent.name === 'list' ? intent.filter?.conditions : undefined;
  return conditions?.some((one) => one.is === 'place' && one.isProvider === true) === true;
}

function placeOf({ place }: ProviderSaid, { not }: { readonly not?: true } = {}): Place {
  return { is: 'place', place, isProvider: true, ...(not === undefined ? {} : { not }) };
}

/** The same, asked of that provider; undefined where it cannot be. */
export function atOne(heard: Understanding, said: ProviderSaid): Understanding | undefined {
  if (heard.outcome === 'beyond' && heard.topic === 'count') {
    const { language, text } = heard;
    return ofFilter({ filter: { conditions: [placeOf(said)] }, language, describes: false }, text);
  }
  if (heard.outcome !== 'understood' || heard.instead !== undefined) return undefined;
  const { intent } = heard;
  if (intent.name === 'list') return { ...heard, intent: listOfProvider(intent, said) };
  if (intent.name === 'review' || intent.name === 'export') return { ...heard, intent: { ...intent, at: said.place } };
  return said.isLedTo ? ofCompanies(heard, said) : undefined;
}

function ofCompanies(heard: Understood, said: ProviderSaid): Understanding | undefined {
  const { intent } = heard;
  const at = said.place;
  switch (intent.name) {
    case 'status':
      return intent.within === undefined
        ? { ...heard, intent: { ...intent, at } }
        : { ...heard, intent: { ...intent, within: [...intent.within, placeOf(said)] } };
    case 'show':
    case 'map':
    case 'unmap':
    case 'who_mapped':
    case 'invite_link':
      return { ...heard, intent: { ...intent, at } };
    case 'history':
      return intent.companies === undefined ? undefined : { ...heard, intent: { ...intent, at } };
    // Whoever waits for a company waits for it wherever it comes: what was said besides is not dropped in silence.
    case 'watch':
    case 'unwatch':
      return { ...heard, proposed: true };
    default:
      return undefined;
  }
}

type Listing = Extract<Intent, { readonly name: 'list' }>;

/** The list as far as it is that provider's. */
export function listOfProvider(intent: Listing, said: ProviderSaid): Listing {
  const { filter = { conditions: plainConditions(intent) } } = intent;
  const isThere = filter.conditions.some(
    (one) => one.is === 'place' && one.not !== true && one.isProvider === true && one.place === said.place,
  );
  const conditions = isThere ? filter.conditions : [...filter.conditions, placeOf(said)];
  return { ...intent, filter: { ...filter, conditions } };
}

function plainConditions({ what, period }: Pick<Listing, 'what' | 'period'>): readonly ConditionAsked[] {
  const span = period === undefined ? {} : { span: { named: period } };
  if (isOfOpen(what)) return period === undefined ? [{ is: 'open' }] : [{ is: 'open' }, { is: 'accepted', ...span }];
  return [{ is: 'accepted', ...span }];
}

function isOfOpen(what: ListWhat): boolean {
  return what !== 'accepted';
}
