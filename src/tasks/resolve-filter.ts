import type { AccountRecord } from '../domain/account';
import type { AccountFilter, Condition, Decider } from '../domain/account-filter';
import { looksOf } from '../domain/account-filter';
import type { ConditionAsked, FilterAsked, WhoAsked } from '../domain/asked-filter';
import type { FilterProblem } from '../domain/filter-problem';
import { dateAt } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import type { Person } from '../domain/person';
import { rangeOf } from '../domain/span';
import { inSlices } from '../matching/slices';
import { flatName } from '../matching/text';
import type { Ports } from '../ports';
import { accountsNamed } from '../records/accounts-named';
import { allProviders, providerNamed } from '../records/all-providers';

export interface ResolvedFilter {
  /** What is left when what is in `problems` is left out. */
  readonly filter: AccountFilter;
  readonly problems: readonly FilterProblem[];
}

export interface Asking {
  readonly person: Person;
  readonly zone: TimeZone;
}

/** Finds whom and which provider the words mean. Nothing that was said is left out in silence. */
export async function resolveFilter(
  ports: Ports,
  { conditions, unclear = [] }: FilterAsked,
  asking: Asking,
): Promise<ResolvedFilter> {
  const problems: FilterProblem[] = unclear
    .filter((words) => words !== '')
    .map((words) => ({ problem: 'unclear', words }));
  const filter: Condition[] = [];
  for (const asked of conditions) {
    const found = await resolved(ports, asked, asking);
    if (found === undefined) continue;
    if ('problem' in found) problems.push(found);
    else filter.push(dated(found, ports.clock.now(), asking.zone));
  }
  return { filter: filter.toSorted((a, b) => place(a) - place(b)), problems };
}

/** What state it is in first, then where it is, then the rest as it was said; who is left out comes last. */
function place({ is }: Condition): number {
  if (is === 'open' || is === 'mapped' || is === 'ignored') return 0;
  return is === 'country' || is === 'provider' ? 1 : is === 'company' ? 3 : 2;
}

async function resolved(
  ports: Ports,
  asked: ConditionAsked,
  asking: Asking,
): Promise<Condition | FilterProblem | undefined> {
  if (asked.is === 'place') return provider(ports, asked);
  if (asked.is === 'company') return companies(ports, asked);
  if (asked.is !== 'decided') return asked;
  const { who, ...condition } = asked;
  if (who === undefined) return condition;
  const by = await decider(ports, who, asking.person);
  return 'problem' in by ? by : { ...condition, by };
}

type Companies = Extract<Condition, { readonly is: 'company' }>;

/** Every name has to be somebody's: who is not there can be neither listed nor left out. */
async function companies({ register }: Ports, condition: Companies): Promise<Companies | FilterProblem> {
  const { names, not } = condition;
  const named = await accountsNamed(register, names, not === true);
  const name = names.find((one) => named.get(one)?.length === 0);
  return name === undefined ? condition : { problem: 'company', name };
}

type Place = Extract<ConditionAsked, { readonly is: 'place' }>;

function provider(ports: Ports, { place, not, isProvider }: Place): Condition | FilterProblem {
  const found = providerNamed(ports, place);
  if (found === undefined) {
    const providers = allProviders(ports).map(({ name }) => name);
    return isProvider === true
      ? { problem: 'provider', words: place, providers }
      : { problem: 'place', place, providers };
  }
  return { is: 'provider', provider: found.id, ...(not === undefined ? {} : { not }) };
}

async function decider({ register }: Ports, who: WhoAsked, person: Person): Promise<Decider | FilterProblem> {
  if (who === 'me') return { kind: 'person', id: person.id, name: person.name };
  const wanted = flatName(who.name);
  if (wanted === 'work 365') return { kind: 'work365' };
  const all = await decidersIn(register);
  const exact = all.filter(({ name }) => flatName(name ?? '') === wanted);
  const found = exact.length > 0 ? exact : all.filter(({ name }) => isPartOf(wanted, flatName(name ?? '')));
  const [only, another] = found;
  const known = all.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (only === undefined) return { problem: 'nobody', name: who.name, known: [...new Set(known)].sort() };
  if (another === undefined) return only;
  return { problem: 'several', name: who.name, known: found.flatMap(({ name }) => name ?? []) };
}

function isPartOf(wanted: string, name: string): boolean {
  const words = name.split(' ');
  return wanted !== '' && wanted.split(' ').every((word) => words.includes(word));
}

/** Everybody who decided something that is still in the records, by name. */
async function decidersIn(register: Ports['register']): Promise<readonly Decider[]> {
  const found = new Map<string, Decider>();
  const look = ({ decisions }: AccountRecord): void => {
    for (const { by } of decisions) {
      if (by.kind === 'person') found.set(by.person.id, { kind: 'person', ...by.person });
      else if (by.name !== undefined) found.set(`work365 ${by.name}`, { kind: 'work365', name: by.name });
    }
  };
  await inSlices(register.allAccounts(), look);
  return [...found.values()];
}

/** "October" is one October, also on a card that is looked at next year. */
function dated(condition: Condition, now: number, zone: TimeZone): Condition {
  if (!('span' in condition) || !('month' in condition.span)) return condition;
  const { month } = condition.span;
  const year = dateAt(rangeOf(condition.span, looksOf(condition), now, zone).from, zone).year;
  return { ...condition, span: { month, year } };
}
