import { forDialog, forUnfolding } from '../../src/views/parts/dialects';
import { createSpeech } from '../../src/views/words/speech';
import { walk } from '../cards/structure';
import { SAMPLES } from './samples';

const drawn = SAMPLES.map(({ card, variant, draw }) => ({ card, variant, drawn: draw(createSpeech('en')).card ?? {} }));

it.each(drawn)('$card, $variant: every button of it works in a dialog', ({ drawn }) => {
  const payloads = (card: object, type: string): unknown[] => {
    const found: unknown[] = [];
    walk(card, (node) => {
      if (node['type'] === type) found.push(node['data']);
    });
    return found;
  };
  const dialog = forDialog(drawn) as Record<string, unknown>;
  expect(payloads(dialog, 'Action.Submit')).toEqual(payloads({ ...drawn, refresh: undefined }, 'Action.Execute'));
  expect(JSON.stringify(dialog)).not.toMatch(/Action\.Execute|"refresh":|"verb":"handshake"|"id":"hint"/);
});

it.each(drawn)('$card, $variant: holds nothing later than version 1.3 where a link unfolds', ({ drawn }) => {
  const card = forUnfolding(drawn) as Record<string, unknown>;
  expect(card['version']).toBe('1.3');
  walk(card, (node) => {
    expect(node).not.toMatchObject({ type: 'Action.Execute' });
    expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['refresh']));
    expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['tooltip']));
    if (node['type'] === 'TextBlock') expect(Object.keys(node)).not.toEqual(expect.arrayContaining(['style']));
  });
});

it('leaves the payloads as they are', () => {
  const data = { handshake: 1, verb: 'cancel', refresh: { type: 'Action.Execute' } };
  const card = { actions: [{ type: 'Action.Execute', verb: 'handshake', title: 'x', data, fallback: { type: 'y' } }] };
  expect(forDialog(card)).toEqual({ actions: [{ type: 'Action.Submit', title: 'x', data }] });
});
