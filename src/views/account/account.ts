import type { AccountPicture } from '../../domain/answers';
import { isKnownByRow } from '../../domain/account';
import type { AccountRecord } from '../../domain/account';
import { lacksRowChoice } from '../../domain/settle';
import type { Message } from '../../courier';
import accountCard from '../../../cards/account.json';
import { decidedParts } from './account-decided';
import { openParts } from './account-open';
import { acceptanceFacts } from '../words/acceptance-words';
import { clean, shortName } from '../words/escape';
import { buttonRows } from '../parts/button-rows';
import { accountLinks } from '../parts/links';
import { assignButtons } from './assignment';
import { accountState } from './account-state';
import type { AccountState } from './account-state';
import { requestButtons } from './request';
import { rowButtons, rowChoiceLines, rowFacts } from './row-choice';
import { rowWords } from '../words/mapping-words';
import type { CandidateBlock } from '../parts/candidates';
import { button, maybe, rowAction, toMessage } from '../parts/parts';
import type { Button, Fact, Link, Maybe, Toggle } from '../parts/parts';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { standingLines } from '../words/standing-words';
import { isSaidBelow, latestNews } from '../words/story-words';
import { cardTemplate } from '../parts/template';
import { keeping, knownBefore, seenOn } from '../words/times';

/** What stands above the card after a click, in words; `style` only supports it. */
export interface Banner {
  readonly text: string;
  readonly style: 'good' | 'attention' | 'warning' | 'emphasis';
}

export interface AccountOptions {
  readonly banner?: Banner;
  /** Facts and evidence are there at once: somebody asked for this account. */
  readonly unfolded?: boolean;
  /** Id of the one person who reads it; absent where several do. */
  readonly reader?: string;
  /** The form that lets it wait is there at once, with what was typed as the reason. */
  readonly snoozing?: { readonly reason?: string };
}

/** The parts of the card that depend on where the mapping stands. */
export interface StateParts {
  /** Who decided, when, and whether Work 365 has it; absent before anybody has. */
  readonly by?: string;
  readonly verdict: readonly { readonly text: string }[];
  readonly best: Maybe<CandidateBlock>;
  readonly actions: readonly (Button | Toggle)[];
  /** The answers of whoever is asked to take it. */
  readonly asked: Maybe<object>;
  /** Until when it waits, the word that asks for the form that lets it wait, and that form. */
  readonly asleep: Maybe<object>;
  readonly later: Maybe<object>;
  readonly snooze: Maybe<object>;
  /** The other candidates and the ways to choose any customer, folded. */
  readonly others: Maybe<object>;
  /** What the decision rests on, among the details. */
  readonly chosen: readonly Fact[];
  readonly notes: readonly { readonly text: string }[];
  readonly check: Maybe<{ readonly title: string; readonly items: readonly { readonly text: string }[] }>;
  readonly hint: string;
  readonly text: readonly string[];
}

const draw = cardTemplate(accountCard);

/**
 * The card of one account, in whatever state it is: announcement, mapped, not a customer, contradicted, ended. It is
 * small, because people meet many of them: what is to be decided or was decided, and the buttons; the rest unfolds.
 */
export function accountView(picture: AccountPicture, spoken: Speech, options: AccountOptions = {}): Message {
  const speech = keeping(spoken);
  const { record, now } = picture;
  const state = accountState(picture);
  const isOpen = record.mapping.state === 'open' && state !== 'conflict' && state !== 'ended';
  const parts = isOpen ? openParts(picture, speech, options) : decidedParts(picture, state, speech);
  const headline = accountHeadline(picture, state, speech);
  const banner = options.banner ?? (isSaidBelow(record) ? undefined : latestNews(record, speech));
  const warnings = [...stateWarnings(picture, speech), ...freshnessLines(picture.freshness, now, speech)];
  const facts = [...parts.chosen, ...accountFacts(picture, speech), ...rowFacts(picture, speech)].map(factLine);
  const refresh = rowAction(headline, { verb: 'refresh', accountId: record.id });
  return toMessage(
    {
      draw,
      data: {
        ...cardData(picture, parts, options, speech),
        headline,
        banner: maybe(banner),
        ...warned(warnings),
        refresh,
      },
      summary: joinWords(banner?.text, headline),
      text: [
        banner?.text,
        headline,
        [...identityParts(picture), `${idTitle(record, speech)} ${clean(record.tenantId, 60)}`].join(' · '),
        ...warnings,
        ...facts,
        ...parts.text,
        speech.say('type.hint', { line: parts.hint }),
      ],
    },
    speech,
  );
}

function warned(warnings: readonly string[]): { readonly warnings: Maybe<object> } {
  return { warnings: maybe(warnings.length === 0 ? undefined : { lines: warnings.map((text) => ({ text })) }) };
}

function cardData(picture: AccountPicture, parts: StateParts, options: AccountOptions, speech: Speech): object {
  const { record } = picture;
  const state = accountState(picture);
  const { hint, chosen, notes, check, by, verdict, best, actions, asked, others, asleep, later, snooze } = parts;
  const facts = accountFacts(picture, speech);
  const kicker = { text: [speech.say(`account.kicker.${state}`), ...identityParts(picture)].join(' · ') };
  // The headline of a decision says all that the line under it would.
  const isUnclear = lacksRowChoice(record);
  const isPlain = state === 'mapped' || state === 'ignored';
  return {
    state: STATE_SIGNS[state],
    kicker: maybe(isPlain ? undefined : kicker),
    line: by ?? facts.slice(0, 1).map(factLine).join(''),
    fold: speech.say('account.details'),
    verdict,
    best,
    rows: buttonRows(isUnclear ? [...rowButtons(picture, speech), ...actions] : actions),
    asked,
    others,
    asleep,
    later,
    snooze,
    details: {
      isVisible: options.unfolded === true,
      kicker: maybe(isPlain ? kicker : undefined),
      facts: [
        ...chosen,
        ...facts,
        ...rowFacts(picture, speech),
        { title: idTitle(record, speech), value: clean(record.tenantId, 60) },
      ],
      notes,
      check,
      hint: speech.say('type.hint', { line: hint }),
      rows: buttonRows(detailActions(picture, speech)),
    },
  };
}

/** A state is seen by sign, colour and word: never by colour alone. */
const STATE_SIGNS: Readonly<Record<AccountState, { icon: string; color: string; size: string }>> = {
  'open': { icon: '●', color: 'Accent', size: 'Large' },
  'mapped': { icon: '✔', color: 'Good', size: 'Default' },
  'ignored': { icon: '○', color: 'Default', size: 'Default' },
  'conflict': { icon: '⚠', color: 'Attention', size: 'Default' },
  'customer-gone': { icon: '⚠', color: 'Warning', size: 'Default' },
  'refused': { icon: '⚠', color: 'Warning', size: 'Default' },
  'ended': { icon: '■', color: 'Attention', size: 'Default' },
};

function detailActions(picture: AccountPicture, speech: Speech): readonly (Button | Link)[] {
  const { record } = picture;
  const history = button(speech.say('history.button'), { verb: 'history', accountId: record.id });
  const otherRows = lacksRowChoice(record) ? [] : rowButtons(picture, speech);
  return [
    ...assignButtons(record, speech),
    ...requestButtons(record, speech),
    history,
    ...otherRows,
    ...accountLinks(record, speech),
  ];
}

/** What kind of id it is by which the provider knows the account. */
function idTitle(record: AccountRecord, speech: Speech): string {
  return speech.say(isKnownByRow(record) ? 'fact.own-id' : 'fact.tenant');
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

/** Domain and provider: what tells this tenant from its namesakes at a glance. */
function identityParts({ record: { tenant }, providerName }: AccountPicture): readonly string[] {
  const domain = tenant.domains?.[0] ?? tenant.defaultDomain;
  return [
    domain === undefined ? '' : clean(domain, 80),
    providerName === undefined ? '' : shortName(providerName),
  ].filter((part) => part !== '');
}

function accountFacts(picture: AccountPicture, speech: Speech): readonly Fact[] {
  const facts = acceptanceFacts(picture.record.acceptance, picture.now, speech);
  // Once mapped, the state of the write-back stands with the decision and says more.
  const row = picture.record.mapping.state === 'mapped' ? undefined : rowWords(picture, speech);
  return row === undefined ? facts : [...facts, { title: speech.say('fact.work365'), value: row }];
}

function stateWarnings(picture: AccountPicture, speech: Speech): readonly string[] {
  return [...relationLines(picture, speech), ...rowChoiceLines(picture, speech), ...standingLines(picture, speech)];
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
