import { actionData } from '../../actions/action';
import type { Action, AwaitingInput } from '../../actions/action';
import type { Message } from '../../courier';
import { withoutUnseen } from '../../domain/unseen';
import { clean, cutPair, escapeMarks, escapeXml } from '../words/escape';
import { withoutMarks } from '../words/kept-times';
import type { Speech } from '../words/speech';
import { fitCard } from './template';

/** A button as Adaptive Cards knows it. Clients without Action.Execute fall back to the same payload by Action.Submit. */
export interface Button {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly tooltip: string;
  /** One verb for all: which deed is meant stands in `data`, so that both ways of sending read the same. */
  readonly verb: 'handshake';
  readonly style: 'default' | 'positive' | 'destructive';
  /** `none`: the button needs no input, so nothing that was typed or chosen is sent along. */
  readonly associatedInputs: 'auto' | 'none';
  readonly data: object;
  readonly fallback: object;
}

export interface ButtonOptions {
  /** Says what the title has no room for. */
  readonly tooltip?: string;
  readonly style?: Button['style'];
  readonly inputs?: Button['associatedInputs'];
}

/** Titles are cut to one line by clients. */
const TITLE_LENGTH = 50;
const TOOLTIP_LENGTH = 200;

export function button(title: string, action: Action | AwaitingInput, options: ButtonOptions = {}): Button {
  const data = actionData(action);
  const { style = 'default', inputs = 'none' } = options;
  const shown = { title: clean(title, TITLE_LENGTH), style, associatedInputs: inputs, data };
  return {
    type: 'Action.Execute',
    verb: 'handshake',
    tooltip: clean(options.tooltip ?? title, TOOLTIP_LENGTH),
    ...shown,
    fallback: { type: 'Action.Submit', ...shown },
  };
}

/** Titles of buttons that stand on one card: those that would read the same are numbered. */
export function distinct(titles: readonly string[]): readonly string[] {
  const cut = titles.map((title) => clean(title, TITLE_LENGTH));
  return new Set(cut).size === cut.length ? titles : titles.map((title, at) => `${at + 1}. ${title}`);
}

/** Ways to the pages before and after this one; `to` makes the action that shows the page from an offset. */
export function pageButtons(
  at: { readonly offset: number; readonly shown: number; readonly total: number; readonly page: number },
  to: (offset: number) => Action,
  speech: Speech,
): Button[] {
  const { offset, shown, total, page } = at;
  const next = offset + shown;
  return [
    ...(offset > 0 ? [button(speech.say('page.previous'), to(Math.max(0, offset - page)))] : []),
    ...(shown > 0 && next < total ? [button(speech.say('page.next'), to(next))] : []),
  ];
}

/** What a click on a whole row does; `title` is what a screen reader says of it. */
export function rowAction(title: string, action: Action): object {
  const shown = { title: clean(title, 120), associatedInputs: 'none', data: actionData(action) };
  return { type: 'Action.Execute', verb: 'handshake', ...shown, fallback: { type: 'Action.Submit', ...shown } };
}

/** Unfolds and folds a part of the same card, without asking the bot. */
export interface Toggle {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

export function toggle(title: string, part: string): Toggle {
  return { type: 'Action.ToggleVisibility', title, targetElements: [part] };
}

/** A link that leaves Teams; its title says where it leads. */
export interface Link {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** An optional block of a template: repeated once or not at all. */
export type Maybe<T> = readonly [] | readonly [T];

export function maybe<T>(value: T | undefined): Maybe<T> {
  return value === undefined ? [] : [value];
}

/** What every template binds besides its own data. */
export interface Frame {
  readonly lang: string;
  readonly speak: string;
  readonly fallbackText: string;
}

/** A view's work before it becomes a message. Lines that are undefined are left out. */
export interface Draft {
  readonly draw: (data: object, times?: ReadonlyMap<string, string>) => object;
  readonly data: object;
  readonly summary: string;
  readonly text: readonly (string | undefined)[];
  /** Of a card that needs its room for itself, a client of old shows no more than this of it. */
  readonly fallbackLength?: number;
}

const SUMMARY_LENGTH = 200;
const FALLBACK_LENGTH = 900;

export function toMessage(draft: Draft, speech: Speech): Message {
  const text = withoutMarks(joinLines(draft.text));
  const summary = clean(withoutMarks(draft.summary), SUMMARY_LENGTH);
  const frame: Frame = {
    lang: speech.language,
    speak: escapeXml(summary),
    fallbackText: cut(text, draft.fallbackLength ?? FALLBACK_LENGTH)
      .split('\n')
      .map(fallbackLine)
      .join('\n'),
  };
  const card = draft.draw({ ...draft.data, ...frame }, speech.keptTimes);
  fitCard(card);
  return { card, text, summary };
}

/** A message without a card. */
export function plainMessage(lines: readonly (string | undefined)[], summary?: string): Message {
  const text = joinLines(lines);
  return { text, summary: clean(summary ?? text, SUMMARY_LENGTH) };
}

export function joinLines(lines: readonly (string | undefined)[]): string {
  return withoutUnseen(lines.filter((line) => line !== undefined && line !== '').join('\n'));
}

/** Clients that show it instead of the card read Markdown in it; an address with a backslash in it would be another one. */
function fallbackLine(line: string): string {
  const parts = line.split(/(https:\/\/\S+)/);
  return parts.map((part, at) => (at % 2 === 1 ? part : escapeMarks(part))).join('');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${cutPair(text.slice(0, length - 1))}…`;
}
