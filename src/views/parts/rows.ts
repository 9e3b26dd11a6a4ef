import type { Action } from '../../actions/action';
import type { AccountLine } from '../../domain/answers';
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

/** The domain; without one the tenant id, named as such. */
export function identityOf({ domain, tenantId }: Pick<AccountLine, 'domain' | 'tenantId'>, speech: Speech): string {
  return clean(domain ?? `${speech.say('fact.tenant')} ${tenantId}`, 90);
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
