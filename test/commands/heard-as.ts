import { hear } from '../../src/commands/matters';
import type { Intent } from '../../src/commands/intent';

/** Each of the texts asks for this one thing, and does it without asking back. */
export function expectHeardAs(intent: Intent, texts: readonly string[]): void {
  const heard = texts.map((text) => [
    text,
    hear(text).heard.map((one) => (one.outcome === 'understood' ? one.intent : one)),
  ]);
  expect(heard).toEqual(texts.map((text) => [text, [intent]]));
}
