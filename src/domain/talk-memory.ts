import { distinctSubjects } from './told';
import type { ToldCommand, ToldPage, Subject, Told } from './told';
import type { Language } from './language';
import type { Instant } from './time';

/** What is remembered of a talk between one person and the bot in one place. */
export interface TalkMemory {
  /** The last answer about companies, or its command where it was about none; thanks and help change neither. */
  readonly last?: { readonly command?: ToldCommand; readonly about: readonly Subject[]; readonly at: Instant };
  /** The last command that was carried out, whether it was about companies or not. */
  readonly command?: ToldCommand;
  /** What has been talked about, the latest last: where a description ("the German one") is looked for. */
  readonly talkedAbout: readonly Subject[];
  readonly list?: RememberedList;
  /** Those that the last answer offered instead of whom it could not find. */
  readonly near?: readonly Subject[];
  /** Whom a talk was about that is too old to go on: offered where it is asked who is meant, and for nothing else. */
  readonly earlier?: readonly Subject[];
  /** The question that the bot has put and that waits for its answer. */
  readonly question?: { readonly asks: 'company' | 'customer'; readonly command?: ToldCommand };
  /** The payload of the button that a "yes" stands for; gone with the next thing that the person says. */
  readonly offer?: object;
  /** In which language the person spoke last. */
  readonly language?: Language;
  /** The payload of the button that takes back what was just done, or that nothing was; gone as well. */
  readonly undo?: object | 'nothing';
  readonly at: Instant;
}

/** `at` is the place (from 0) of the item that was opened last. */
export interface RememberedList {
  readonly command?: ToldCommand;
  readonly items: readonly Subject[];
  readonly at?: number;
  readonly of: 'accounts' | 'customers';
  readonly page?: ToldPage;
  /** When it was shown, where it was shown as a list: then everybody in the thread sees its places. */
  readonly shownAt?: Instant;
  /** Somebody else asked for it: its places count, but it is nobody's "them" and no page of one's own. */
  readonly others?: true;
}

const MINUTE = 60_000;
/** For so long a message may hang on what was said before; after it "it" is asked back, and "yes" does nothing. */
export const CARRIED_FOR = 30 * MINUTE;
/** For so long whoever a talk was about is offered when "it" is asked back. */
const ASKED_FOR = 12 * 60 * MINUTE;
const MOST_LIKELY = 2;
const MOST_TALKED_ABOUT = 20;
const MOST_LISTED = 200;

/** What is still carried on at this moment. Of what is too old only who it was about is left, to be asked about. */
export function carried(memory: TalkMemory | undefined, now: Instant): TalkMemory | undefined {
  if (memory === undefined || now - memory.at <= CARRIED_FOR) return memory;
  const earlier = likeliest(memory);
  return earlier.length === 0 || now - memory.at > ASKED_FOR ? undefined : { talkedAbout: [], earlier, at: memory.at };
}

/** The two that are likeliest to be meant where nothing says who is: those that were talked about last. */
export function likeliest(memory: TalkMemory | undefined): readonly Subject[] {
  const { talkedAbout = [], earlier = [] } = memory ?? {};
  return talkedAbout.length > 0 ? [...talkedAbout].reverse().slice(0, MOST_LIKELY) : earlier;
}

/** The list that a thread saw last, whoever asked for it; a later question of one's own goes before it. */
export function withListOfThread(own: TalkMemory | undefined, thread: TalkMemory | undefined): TalkMemory | undefined {
  const list = thread?.list;
  const shownAt = list?.shownAt ?? 0;
  if (thread === undefined || list === undefined || (own?.list?.shownAt ?? 0) >= shownAt) return own;
  if (own?.question !== undefined && own.at >= shownAt) return own;
  const { page: _theirs, ...places } = list;
  const { question: _older, ...rest } = own ?? { talkedAbout: [], at: thread.at };
  return { ...rest, list: { ...places, others: true } };
}

/** What a thread remembers of an answer: the list that it showed. */
export function listOfThread({ list }: TalkMemory): TalkMemory | undefined {
  if (list?.shownAt === undefined || list.others === true) return undefined;
  return { talkedAbout: [], list, at: list.shownAt };
}

/** Commands that are no turn of the talk: after thanks, a greeting or help it goes on where it was. */
const BESIDE = new Set(['thanks', 'greeting', 'help']);

/** The memory after an answer, and what the answer told with the earlier pages of its list. */
export function remember(
  before: TalkMemory | undefined,
  told: Told | undefined,
  now: Instant,
): { readonly memory: TalkMemory | undefined; readonly told: Told | undefined } {
  if (before === undefined && told === undefined) return { memory: undefined, told };
  const known = carried(before, now) ?? { talkedAbout: [], at: now };
  const { offer: _lapsed, undo: _done, earlier: _old, ...kept } = known;
  if (told === undefined) return { memory: { ...kept, at: now }, told };
  if (BESIDE.has(told.command?.name ?? '')) return { memory: { ...kept, at: now }, told };
  const whole = withEarlierPages(told, known.list);
  return { memory: { ...after(kept, whole, now), at: now }, told: whole };
}

function after(kept: Omit<TalkMemory, 'offer' | 'undo'>, told: Told, now: Instant): Omit<TalkMemory, 'at'> {
  const { question: _answered, near: _chosen, ...rest } = kept;
  const { command, about, asks, offer, undo, near } = told;
  const list = listAfter(kept.list, told, now);
  return {
    ...rest,
    ...(command === undefined ? {} : { command }),
    ...(about.length === 0
      ? {}
      : {
          last: { ...(command === undefined ? {} : { command }), about, at: now },
          talkedAbout: distinctSubjects([...[...about].reverse(), ...[...kept.talkedAbout].reverse()])
            .slice(0, MOST_TALKED_ABOUT)
            .reverse(),
        }),
    ...(list === undefined ? {} : { list }),
    ...(near === undefined ? {} : { near }),
    ...(asks === undefined ? {} : { question: { asks, ...(command === undefined ? {} : { command }) } }),
    ...(offer === undefined ? {} : { offer }),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** A new list takes the place of the one before; an item of it that is opened is where "next" goes on. */
function listAfter(before: RememberedList | undefined, told: Told, now: Instant): RememberedList | undefined {
  const { listed, command, asks, page, about } = told;
  if (listed.length > 0) {
    return {
      ...(command === undefined ? {} : { command }),
      items: listed.slice(0, MOST_LISTED),
      of: asks === 'customer' ? 'customers' : 'accounts',
      ...(page === undefined ? {} : { page }),
      shownAt: now,
    };
  }
  // Several companies in one answer can be counted like a list, in the order in which they were named.
  const [only, another] = about;
  if (only !== undefined && another !== undefined) {
    if (before !== undefined && about.every((one) => placeIn(before, one) !== undefined)) return before;
    return { ...(command === undefined ? {} : { command }), items: about, of: 'accounts' };
  }
  if (only === undefined || before === undefined) return before;
  const at = placeIn(before, only);
  return at === undefined ? before : { ...before, at };
}

export function placeIn({ items }: RememberedList, subject: Subject): number | undefined {
  const at = items.findIndex((item) =>
    item.accountId === undefined ? item.name === subject.name : item.accountId === subject.accountId,
  );
  return at < 0 ? undefined : at;
}

function withEarlierPages(told: Told, list: RememberedList | undefined): Told {
  const from = told.page?.from ?? 0;
  if (from === 0 || list === undefined || list.items.length < from || !sameList(told.command, list.command))
    return told;
  return { ...told, listed: [...list.items.slice(0, from), ...told.listed] };
}

function sameList(a: ToldCommand | undefined, b: ToldCommand | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
