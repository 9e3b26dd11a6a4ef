import type { KnownNames } from '../commands/understand';
import type { AccountRecord } from '../domain/account';
import type { TalkMemory } from '../domain/talk-memory';
import type { Subject } from '../domain/told';
import type { Ports } from '../ports';
import { findAccount, findCustomer } from '../records/find-account';
import { mentionsNationality } from '../talk/described';
import type { TalkNames } from '../talk/names';
import { tellCountry } from '../tasks/tell-country';
import { subjectOf } from './told';

/** What leads somewhere; a name that is merely near may mean something else. */
const SURELY: ReadonlySet<string> = new Set(['one', 'assumed', 'several', 'likely-as']);
const MOST_NEAR = 8;

type Deps = Pick<Ports, 'register'>;

/** What the talk asks of our companies, from memory; `countries` are those that had to be looked up. */
export function talkNames({ register }: Deps, known: KnownNames, countries: ReadonlyMap<string, string>): TalkNames {
  const recordOf = ({ accountId }: Subject): AccountRecord | undefined =>
    accountId === undefined ? undefined : register.account(accountId);
  const isAccount = (name: string): boolean => SURELY.has(findAccount(register, name).found);
  const isCustomer = (name: string): boolean => SURELY.has(findCustomer(register, name).found);
  return {
    known,
    near: (words) =>
      register
        .find('accounts', words, MOST_NEAR)
        .flatMap(({ id }) => register.account(id) ?? [])
        .map(subjectOf),
    isAccount,
    isCustomer,
    leads: (name) => isAccount(name) || isCustomer(name),
    countryOf: ({ accountId = '' }) => countries.get(accountId),
    stateOf: (subject) => recordOf(subject)?.mapping.state,
    queryOf(subject) {
      const record = recordOf(subject);
      if (record === undefined) return subject.name;
      const { name, defaultDomain } = record.tenant;
      const own = [name, defaultDomain ?? name, record.tenantId].find((query) => {
        const found = findAccount(register, query);
        return found.found === 'one' && found.account.id === record.id;
      });
      return own ?? name;
    },
  };
}

const MOST_ASKED = 12;

/** The countries of what a description can mean, where the message has one in it. */
export async function countriesFor(
  ports: Ports,
  text: string,
  memory: TalkMemory | undefined,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (memory === undefined || !mentionsNationality(text)) return found;
  const ids = [...(memory.list?.items ?? []), ...memory.talkedAbout].map(({ accountId }) => accountId);
  const records = [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (ports.register.account(id) ?? [])));
  await Promise.all(
    records.slice(0, MOST_ASKED).map(async (record) => {
      const { country } = await tellCountry(ports, record, undefined);
      if (country !== undefined) found.set(record.id, country);
    }),
  );
  return found;
}
