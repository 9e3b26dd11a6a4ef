import type { AccountPicture } from '../../domain/answers';
import type { Message } from '../../courier';
import accountCard from '../../../cards/account.json';
import { chosenParts } from './account-decided';
import { openParts } from './account-open';
import { acceptanceFacts } from '../words/acceptance-words';
import { clean, shortName } from '../words/escape';
import { accountLinks } from '../parts/links';
import { accountState } from './account-state';
import type { AccountState } from './account-state';
import { rowWords } from '../words/mapping-words';
import { maybe, rowAction, toMessage } from '../parts/parts';
import type { Button, Fact, Link, Maybe } from '../parts/parts';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { standingLines } from '../words/standing-words';
import { latestNews } from '../words/story-words';
import { cardTemplate } from '../parts/template';
import { keeping, knownBefore, seenOn } from '../words/times';

/** What stands above the card after a click, in words; `style` only supports it. */
export interface Banner {
  readonly text: string;
  readonly style: 'good' | 'attention' | 'warning' | 'emphasis';
}

export interface AccountOptions {
  readonly banner?: Banner;
  /** Turns the choice into search as you type (dataset `customers`); only where the client supports it. */
  readonly typeahead?: boolean;
}

/** The parts of the card that depend on where the mapping stands. */
export interface StateParts {
  readonly chosen: Maybe<{ readonly facts: readonly Fact[] }>;
  readonly check: Maybe<{ readonly title: string; readonly items: readonly { readonly text: string }[] }>;
  readonly waits: Maybe<{ readonly text: string }>;
  readonly candidates: object;
  readonly choose: Maybe<object>;
  readonly typeahead: Maybe<object>;
  readonly search: Maybe<object>;
  readonly actions: readonly Button[];
  readonly hint: string;
  readonly text: readonly string[];
}

const draw = cardTemplate(accountCard);

/** The card of one account, in whatever state it is: announcement, mapped, not a customer, contradicted, ended. */
export function accountView(picture: AccountPicture, spoken: Speech, options: AccountOptions = {}): Message {
  const speech = keeping(spoken);
  const { record, now } = picture;
  const state = accountState(picture);
  const parts =
    record.mapping.state === 'open' && state !== 'conflict' && state !== 'ended'
      ? openParts(picture, speech, options.typeahead === true)
      : chosenParts(picture, state, speech);
  const headline = accountHeadline(picture, state, speech);
  const banner = options.banner ?? latestNews(record, speech);
  const facts = accountFacts(picture, speech);
  const warnings = [...stateWarnings(picture, speech), ...freshnessLines(picture.freshness, now, speech)];
  const identity = identityLine(picture, speech);
  // Two answers are settled here, and each button more would cut the titles of the others.
  const links: readonly Link[] = state === 'conflict' ? [] : accountLinks(record.tenantId, speech);
  const { hint, text, ...blocks } = parts;
  return toMessage(
    {
      draw,
      data: {
        ...blocks,
        kicker: speech.say(`account.kicker.${state}`),
        headline,
        identity,
        banner: maybe(banner),
        warnings: warnings.map((line) => ({ text: line })),
        facts,
        hint: speech.say('type.hint', { line: hint }),
        actions: [...blocks.actions, ...links],
        refresh: rowAction(headline, { verb: 'refresh', accountId: record.id }),
      },
      summary: joinWords(banner?.text, headline),
      text: [
        banner?.text,
        headline,
        identity,
        ...warnings,
        ...blocks.chosen.flatMap((chosen) => chosen.facts.map(factLine)),
        ...facts.map(factLine),
        ...text,
        speech.say('type.hint', { line: hint }),
      ],
    },
    speech,
  );
}

function joinWords(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

export function factLine(fact: Fact): string {
  return `${fact.title}: ${fact.value}`;
}

export function accountHeadline(picture: AccountPicture, state: AccountState, speech: Speech): string {
  const { mapping, tenant } = picture.record;
  const customer = mapping.state === 'mapped' ? shortName(mapping.customer.name) : '';
  return speech.say(`account.headline.${state}`, { name: shortName(tenant.name), customer });
}

/** Domain, provider and tenant id: what tells this tenant from its namesakes. */
function identityLine(picture: AccountPicture, speech: Speech): string {
  const { tenant, tenantId } = picture.record;
  const domain = tenant.domains?.[0] ?? tenant.defaultDomain;
  return [
    domain === undefined ? undefined : clean(domain, 80),
    shortName(picture.providerName),
    `${speech.say('fact.tenant')} ${clean(tenantId, 60)}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

function accountFacts(picture: AccountPicture, speech: Speech): readonly Fact[] {
  const facts = acceptanceFacts(picture.record.acceptance, picture.now, speech);
  // Once mapped, the state of the write-back stands with the decision and says more.
  const row = picture.record.mapping.state === 'mapped' ? undefined : rowWords(picture, speech);
  return row === undefined ? facts : [...facts, { title: speech.say('fact.work365'), value: row }];
}

function stateWarnings(picture: AccountPicture, speech: Speech): readonly string[] {
  return [...relationLines(picture, speech), ...standingLines(picture, speech)];
}

/** What there is to say of a relationship that is over. */
function relationLines({ record: { acceptance, mapping } }: AccountPicture, speech: Speech): readonly string[] {
  const { reseller } = acceptance;
  if (reseller.state === 'not-listed') {
    return [speech.say('account.former', { date: knownBefore(reseller.checkedAt, speech) })];
  }
  if (reseller.state !== 'ended') return [];
  const ended = speech.say('account.ended', { ended: seenOn(reseller.endedSeenAt, speech) });
  if (mapping.state !== 'mapped') return [ended];
  return [`${ended} ${speech.say('account.ended-mapping', { customer: shortName(mapping.customer.name) })}`];
}
