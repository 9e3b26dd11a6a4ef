import { createSpeech } from '../../src/views/words/speech';
import { withHostile } from './hostile';
import { samplesWith } from './samples';

const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2061-\u206f\u3164\ufeff\u{e0000}-\u{e0fff}]/u;
const NAME = '\u202eCon\u00adto\u061cso\u200c \u200dG\u3164m\u180eb\u034fH\u{e0041}\u2067 <b>&"\'';
const speech = createSpeech('en', { timeZone: 'Europe/Berlin' });

/** Every view, with names full of what nobody sees. */
describe.each(samplesWith(withHostile(NAME)).map((sample) => [`${sample.card}: ${sample.variant}`, sample] as const))(
  '%s',
  (_name, sample) => {
    const { card, text, summary } = sample.draw(speech);
    const drawn = card as { readonly speak?: string } | undefined;

    it('shows nothing that cannot be seen', () => {
      expect([text, summary].filter((shown) => UNSEEN.test(shown))).toEqual([]);
      expect(UNSEEN.test(JSON.stringify(shownOf(card)))).toBe(false);
    });

    it('speaks plain text, not marks', () => {
      expect(drawn?.speak ?? '').not.toMatch(/[<>"']|&(?!#\d+;)/);
    });
  },
);

/** Without the payloads of buttons, which nobody reads. */
function shownOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shownOf);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === 'data' ? [] : [[key, shownOf(value)]])),
  );
}
