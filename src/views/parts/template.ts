import { Template } from 'adaptivecards-templating';
import { nextSlice } from '../../matching/slices';
import { clean, cutPair, escapeMarkdown, unlink } from '../words/escape';
import { askTimes, withoutMarks } from '../words/kept-times';

/** Longest text of one block; what is longer was cut before, so this only stops what nobody foresaw. */
const BLOCK_LENGTH = 700;
const CHOICE_LENGTH = 140;

/**
 * A card template, bound to data. The template is compiled once the bot listens, or at its first use. Every place where clients read Markdown
 * (text blocks and facts) is escaped here, for all cards at once: no template and no phrase uses Markdown, so all of it
 * would be foreign. The templating engine reads data once and never evaluates expressions inside it.
 */
export function cardTemplate(source: object): (data: object, times?: Times) => object {
  let compiled: Template | undefined;
  const compile = (): Template => (compiled ??= new Template(source));
  COMPILED_EARLY.push(compile);
  return (data, times = NO_TIMES) => {
    const card: unknown = compile().expand({ $root: data });
    tame(card, times);
    return isObject(card) ? card : {};
  };
}

const COMPILED_EARLY: (() => Template)[] = [];

/** Compiles what is left, one template in each turn of the event loop, so that nobody who asks has to wait for it. */
export async function compileCards(): Promise<void> {
  for (const compile of COMPILED_EARLY) {
    await nextSlice();
    compile();
  }
}

/** The times that a card says, with how it asks the reader's client for them. */
type Times = ReadonlyMap<string, string>;

const NO_TIMES: Times = new Map();

/** Teams takes 28 KB as UTF-16; the rest of the activity needs some of it. */
const CARD_BYTES = 27 * 1024;

/**
 * A card that is too large goes without what its buttons hold twice for clients of old, and if that is not enough its
 * texts are cut shorter and shorter. Only cards full of names of absurd length come to that: names were cut to what can
 * be read before.
 */
export function fitCard(card: object): void {
  if (JSON.stringify(card).length * 2 <= CARD_BYTES) return;
  dropFallbacks(card);
  for (const length of [200, 100, 50, 24]) {
    if (JSON.stringify(card).length * 2 <= CARD_BYTES) return;
    shorten(card, length);
  }
}

function dropFallbacks(node: unknown): void {
  if (Array.isArray(node)) for (const item of node) dropFallbacks(item);
  if (!isObject(node)) return;
  if (node['type'] === 'Action.Execute') delete node['fallback'];
  for (const [key, value] of Object.entries(node))
    if (typeof value === 'object' && key !== 'data') dropFallbacks(value);
}

const SHOWN = ['text', 'title', 'tooltip', 'label', 'fallbackText'];
const SHOWN_IN_FACTS = ['title', 'value'];

function shorten(node: unknown, length: number, shown = SHOWN): void {
  if (Array.isArray(node)) {
    for (const item of node) shorten(item, length, shown);
    return;
  }
  if (!isObject(node) || node['id'] === 'link') return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && key !== 'data') shorten(value, length, key === 'facts' ? SHOWN_IN_FACTS : SHOWN);
    if (typeof value === 'string' && value.length > length && shown.includes(key))
      node[key] = cutEscaped(value, length);
  }
}

/** A cut between a backslash and what it escapes would escape whatever comes next; half a time would be shown as code. */
function cutEscaped(text: string, length: number): string {
  const head = cutPair(text.slice(0, length - 1)).replace(/\{\{(?:(?!\}\}).)*$/, '');
  return `${head.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')}…`;
}

function tame(node: unknown, times: Times): void {
  if (Array.isArray(node)) {
    for (const item of node) tame(item, times);
    return;
  }
  if (!isObject(node)) return;
  tameTexts(node, times);
  for (const [key, value] of Object.entries(node)) {
    // The payload of a button is data, not something shown.
    if (typeof value === 'object' && key !== 'data') tame(value, times);
    if (typeof value === 'string') node[key] = withoutMarks(value);
  }
}

function tameTexts(node: Record<string, unknown>, times: Times): void {
  const { type } = node;
  // Our own invitation link has to stay a link; everything else that looks like one is foreign text.
  if (type === 'TextBlock')
    node['text'] = node['id'] === 'link' ? markdown(node['text'], NO_TIMES) : unlinked(node['text'], times);
  if (type === 'Input.Toggle') node['title'] = unlinked(node['title'], times);
  // Lists are copied: the same values stand in the data that they were bound from.
  if (type === 'FactSet' && Array.isArray(node['facts'])) {
    node['facts'] = node['facts']
      .filter(isObject)
      .map((fact) => ({ title: unlinked(fact['title'], times), value: unlinked(fact['value'], times) }));
  }
  if (type === 'Input.ChoiceSet' && Array.isArray(node['choices'])) {
    node['choices'] = node['choices']
      .filter(isObject)
      .map((choice) => ({ title: clean(String(choice['title']), CHOICE_LENGTH), value: choice['value'] }));
  }
}

function markdown(text: unknown, times: Times): string {
  return askTimes(clean(String(text), BLOCK_LENGTH), times, (plain) => unasked(escapeMarkdown(plain)));
}

function unlinked(text: unknown, times: Times): string {
  return unlink(markdown(text, times));
}

/** Only we ask the client for times: a word joiner, which is not seen, stops `{{DATE(...)}}` in foreign text. */
function unasked(text: string): string {
  return text.replace(/\{(?=\{)/g, '{\u2060');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
