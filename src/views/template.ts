import { Template } from 'adaptivecards-templating';
import { clean, escapeMarkdown, unlink } from './escape';

/** Longest text of one block; what is longer was cut before, so this only stops what nobody foresaw. */
const BLOCK_LENGTH = 700;
const CHOICE_LENGTH = 140;

/**
 * A card template, bound to data. The template is compiled at its first use. Every place where clients read Markdown
 * (text blocks and facts) is escaped here, for all cards at once: no template and no phrase uses Markdown, so all of it
 * would be foreign. The templating engine reads data once and never evaluates expressions inside it.
 */
export function cardTemplate(source: object): (data: object) => object {
  let compiled: Template | undefined;
  return (data) => {
    compiled ??= new Template(source);
    const card: unknown = compiled.expand({ $root: data });
    tame(card);
    return isObject(card) ? card : {};
  };
}

function tame(node: unknown): void {
  if (Array.isArray(node)) {
    for (const item of node) tame(item);
    return;
  }
  if (!isObject(node)) return;
  tameTexts(node);
  for (const [key, value] of Object.entries(node)) {
    // The payload of a button is data, not something shown.
    if (typeof value === 'object' && key !== 'data') tame(value);
  }
}

function tameTexts(node: Record<string, unknown>): void {
  const { type } = node;
  // Our own invitation link has to stay a link; everything else that looks like one is foreign text.
  if (type === 'TextBlock') node['text'] = node['id'] === 'link' ? markdown(node['text']) : unlinked(node['text']);
  if (type === 'FactSet' && Array.isArray(node['facts'])) {
    for (const fact of node['facts'].filter(isObject)) {
      fact['title'] = unlinked(fact['title']);
      fact['value'] = unlinked(fact['value']);
    }
  }
  if (type === 'Input.ChoiceSet' && Array.isArray(node['choices'])) {
    for (const choice of node['choices'].filter(isObject))
      choice['title'] = clean(String(choice['title']), CHOICE_LENGTH);
  }
}

function markdown(text: unknown): string {
  return escapeMarkdown(clean(String(text), BLOCK_LENGTH));
}

function unlinked(text: unknown): string {
  return unlink(markdown(text));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
