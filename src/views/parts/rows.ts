import type { Action } from '../../actions/action';
import type { AccountLine, AccountPicture } from '../../domain/answers';
import { guidIn } from '../../domain/one-form';
import { clean, shortName } from '../words/escape';
import { maybe, rowAction } from './parts';
import type { Maybe } from './parts';
import type { Speech } from '../words/speech';

/** One line of a list; a click anywhere on it does what `cue` says. */
export interface Row {
  readonly title: string;
  readonly detail: Maybe<{ readonly text: string }>;
  readonly cue: string;
  readonly action: object;
}

/** Two names and a few words fit. */
const TITLE_LENGTH = 180;

export function row(title: string, detail: string, cue: string, action: Action): Row {
  return {
    title: clean(title, TITLE_LENGTH),
    detail: maybe(detail === '' ? undefined : { text: clean(detail, 160) }),
    cue: `${cue} ›`,
    action: rowAction(`${cue}: ${title}`, action),
  };
}

export function rowText(line: Row, index?: number): string {
  const detail = line.detail.map(({ text }) => ` (${text})`).join('');
  return `${index === undefined ? '-' : `${index + 1}.`} ${line.title}${detail}`;
}

/** The domain; without one the provider's own id, named as such where it is a tenant's. With the provider where there are several. */
export function identityOf(
  { domain, tenantId, provider }: Pick<AccountLine, 'domain' | 'tenantId' | 'provider'>,
  speech: Speech,
): string {
  const own = domain ?? (guidIn(tenantId) === undefined ? tenantId : `${speech.say('fact.tenant')} ${tenantId}`);
  return clean([...(provider === undefined ? [] : [shortName(provider)]), own].join(' · '), 90);
}

/** The same as it is written, for what shortens names by itself. */
export function wholeName({ name, provider }: Pick<AccountLine, 'name' | 'provider'>): string {
  return provider === undefined ? name : `${name} (${provider})`;
}

/** An account by name; with its provider where there are several. */
export function lineName({ name, provider }: Pick<AccountLine, 'name' | 'provider'>): string {
  return provider === undefined ? shortName(name) : `${shortName(name)} (${shortName(provider)})`;
}

/** The same of an account that a card is about. */
export function pictureIdentity({ record, providerName }: AccountPicture, speech: Speech): string {
  const { tenant, tenantId } = record;
  const domain = tenant.domains?.[0] ?? tenant.defaultDomain;
  return identityOf(
    {
      tenantId,
      ...(domain === undefined ? {} : { domain }),
      ...(providerName === undefined ? {} : { provider: providerName }),
    },
    speech,
  );
}

/** What tells an account from its namesakes: domain or tenant id, and whether it has its customer. */
export function accountDetail(line: AccountLine, speech: Speech): string {
  const identity = identityOf(line, speech);
  return [identity, mappingState(line, speech)].filter((part) => part !== '').join(' · ');
}

export function mappingState(line: AccountLine, speech: Speech): string {
  const customer = shortName(line.customer?.name ?? '');
  return speech.say(`which.state.${line.state}`, { customer });
}
