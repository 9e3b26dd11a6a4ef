import type { JobDeps } from '../../src/jobs/table';
import type { Message } from '../../src/courier';
import type { AccountRecord } from '../../src/domain/account';
import type { Mapping } from '../../src/domain/decision';

/** What a card of the simulation shows of an account: what people need to click, and what is checked. */
export interface ShownAccount {
  readonly shows: 'account';
  readonly accountId: string;
  readonly version: number;
  readonly mappingVersion: number;
  readonly mapping: Mapping['state'];
  readonly customerId?: string;
  readonly decisionId?: string;
  readonly writeBack: string;
  readonly lateFor: readonly string[];
}

export interface ShownBoard {
  readonly shows: 'board';
  readonly version: number;
  readonly open: number;
  readonly lines: readonly string[];
}

/** What came beyond the cards of an hour: all of it, and how much is open. */
export interface ShownGathered {
  readonly shows: 'gathered';
  readonly of: 'quiet' | 'burst';
  readonly about: string;
  readonly open: number;
}

export type Shown =
  | ShownAccount
  | ShownBoard
  | ShownGathered
  | {
      readonly shows: 'digest' | 'reminder' | 'endings' | 'watch' | 'invitation' | 'alarm' | 'other';
      readonly about: string;
    };

function message(shown: Shown): Message {
  return { card: { sim: shown }, text: shown.shows, summary: shown.shows };
}

/** What a message of ours shows; undefined for the texts and cards of answers. */
export function shownIn(content: unknown): Shown | undefined {
  return (content as { readonly sim?: Shown } | null)?.sim;
}

/** Whether it tells of an account, by itself or among others. */
export function tellsOf(shown: Shown | undefined, accountId: string): boolean {
  if (shown?.shows === 'account') return shown.accountId === accountId;
  return shown?.shows === 'gathered' && shown.about.includes(accountId);
}

/** Cards that say what they show in so many words: no sentences, no layout. */
export const drawings: JobDeps['drawings'] = {
  account: ({ record }) => {
    const { mapping } = record;
    return message({
      shows: 'account',
      accountId: record.id,
      version: record.version,
      mappingVersion: record.mappingVersion,
      mapping: mapping.state,
      ...(mapping.state === 'mapped' ? { customerId: mapping.customer.id } : {}),
      ...(mapping.state === 'open' ? {} : { decisionId: mapping.decisionId }),
      writeBack: record.writeBack.state,
      lateFor: (record.lateClicks ?? []).map(({ id }) => id),
    });
  },
  board: ({ version, open, lines }) =>
    message({ shows: 'board', version, open, lines: lines.map(({ accountId }) => accountId) }),
  movedBoard: () => message({ shows: 'other', about: 'moved board' }),
  watch: ({ watch }) => message({ shows: 'watch', about: [watch.id, watch.owes, ...watch.asked].join(' ') }),
  invitation: (news) => {
    const { line, inviter } = news;
    const of = news.news === 'reminder' ? '' : news.picture.record.id;
    const about = [news.news, line.invitation.id, inviter.person.id, inviter.at, of].join(' ');
    return message({ shows: 'invitation', about });
  },
};

const idsOf = (accounts: readonly AccountRecord[]): string =>
  accounts
    .map(({ id }) => id)
    .sort()
    .join(' ');

export const drawNothingElse: Pick<
  JobDeps,
  'drawDigest' | 'drawReminder' | 'drawEndings' | 'drawGathered' | 'drawTeamQuestion' | 'drawAlarm'
> = {
  drawDigest: (list) => message({ shows: 'digest', about: String(list.total) }),
  drawReminder: ({ open }) =>
    message({ shows: 'reminder', about: open.flatMap(({ accounts }) => accounts.map(({ id }) => id)).join(' ') }),
  drawEndings: ({ lines }) =>
    message({ shows: 'endings', about: lines.map(({ account }) => account.accountId).join(' ') }),
  drawGathered: ({ of, all, open }) => message({ shows: 'gathered', of, about: idsOf(all), open: open.length }),
  drawTeamQuestion: () => message({ shows: 'other', about: 'team' }),
  drawAlarm: ({ id }) => message({ shows: 'alarm', about: id }),
};
