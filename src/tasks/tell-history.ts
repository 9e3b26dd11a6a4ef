import type { AccountRecord } from '../domain/account';
import type { HistoryAnswer, Period, WhoMappedAnswer } from '../domain/answers';
import type { CustomerRef, Decision } from '../domain/decision';
import { archiveId } from '../domain/documents';
import { accountLine, drawAccount, drawFacts } from '../records/draw-account';
import type { Ports } from '../ports';

const ENTRIES = 12;

/** The whole story of one account, older decisions included, the newest last; `offset` leaves out the newest ones. */
export async function tellHistory(ports: Ports, record: AccountRecord, offset = 0): Promise<HistoryAnswer> {
  const account = accountLine(ports, record);
  const all = await allDecisions(ports, record);
  return {
    account,
    ...page(all, (decision) => ({ account, decision }), offset),
    reseller: record.acceptance.reseller,
    appearedAt: record.firstSeenAt,
    now: ports.clock.now(),
  };
}

/** What was decided lately, by people and in Work 365, over all accounts. */
export function recentHistory(ports: Ports, period?: Period, offset = 0): HistoryAnswer {
  const entries = [...ports.register.allAccounts()]
    // What Work 365 had decided before we first saw an account is no news of any period.
    .flatMap((record) =>
      record.decisions
        .filter((d) => d.by.kind === 'person' || d.at > record.firstSeenAt)
        .map((decision) => ({ record, decision })),
    )
    .filter(({ decision }) => period === undefined || (decision.at >= period.from && decision.at < period.to))
    .sort((a, b) => a.decision.at - b.decision.at);
  return {
    ...(period === undefined ? {} : { period }),
    ...page(entries, ({ record, decision }) => ({ account: accountLine(ports, record), decision }), offset),
    now: ports.clock.now(),
  };
}

type Paged = Pick<HistoryAnswer, 'entries' | 'offset' | 'more'>;

function page<T>(all: readonly T[], entryOf: (one: T) => HistoryAnswer['entries'][number], from: number): Paged {
  const offset = Math.min(Math.max(0, from), Math.max(0, all.length - 1));
  const end = all.length - offset;
  const begin = Math.max(0, end - ENTRIES);
  return { entries: all.slice(begin, end).map(entryOf), offset, more: begin };
}

export function tellWhoMapped(ports: Ports, record: AccountRecord): WhoMappedAnswer {
  const account = accountLine(ports, record);
  const { mapping } = record;
  // Why it is open hangs on who fits it.
  const picture = mapping.state === 'open' ? drawAccount(ports, record) : drawFacts(ports, record);
  if (mapping.state !== 'mapped') return { answer: mapping.state, account, picture };
  const decision = record.decisions.find((d) => d.id === mapping.decisionId);
  return { answer: 'mapped', account, picture, ...(decision === undefined ? {} : { decision }) };
}

/**
 * What "undo" without a name takes back: a decision that stands, or that an account was opened, whose customer then
 * comes back.
 */
export type LastDecision =
  | { readonly record: AccountRecord; readonly decisionId: string; readonly before?: undefined }
  | { readonly record: AccountRecord; readonly before: CustomerRef; readonly decisionId?: undefined };

/** The last decision that this person made and that nobody has decided over since. */
export function lastDecisionOf(ports: Ports, personId: string): LastDecision | undefined {
  let latest: { readonly what: LastDecision; readonly at: number } | undefined;
  for (const record of ports.register.allAccounts()) {
    const found = standingBy(record, personId) ?? openedBy(record, personId);
    if (found !== undefined && (latest === undefined || found.at > latest.at)) latest = found;
  }
  return latest?.what;
}

type Dated = { readonly what: LastDecision; readonly at: number };

function standingBy(record: AccountRecord, personId: string): Dated | undefined {
  const { mapping } = record;
  if (mapping.state === 'open' || mapping.by.kind !== 'person' || mapping.by.person.id !== personId) return undefined;
  return { what: { record, decisionId: mapping.decisionId }, at: mapping.at };
}

function openedBy(record: AccountRecord, personId: string): Dated | undefined {
  const last = record.decisions.at(-1);
  if (last?.verdict !== 'reopened' || last.by.kind !== 'person' || last.by.person.id !== personId) return undefined;
  const { before, at } = last;
  return before.state === 'mapped' && record.mapping.state === 'open'
    ? { what: { record, before: before.customer }, at }
    : undefined;
}

/** Every decision about an account, oldest first. */
export async function allDecisions(ports: Ports, record: AccountRecord): Promise<readonly Decision[]> {
  return [...(await archived(ports, record)), ...record.decisions];
}

async function archived({ store }: Ports, record: AccountRecord): Promise<Decision[]> {
  const pages: Decision[] = [];
  for (let page = 0, found = 0; found < record.decisionsArchived; page++) {
    const stored = await store.read('archive', archiveId(record.id, page));
    if (stored === undefined) break;
    pages.push(...stored.document.decisions);
    found += stored.document.decisions.length;
  }
  return pages;
}
