import { understand } from '../../../src/commands/understand';

describe('a change', () => {
  it.each(['watch Ferrow Care', 'stop watching Ferrow Care', 'digest off', 'mute notifications'])(
    'that is said plainly is done at once: %s',
    (text) => {
      const heard = understand(text);
      expect(heard).toMatchObject({ outcome: 'understood' });
      expect(heard).not.toHaveProperty('proposed');
    },
  );

  it.each([
    ['unwatch, sorry, watch Selkirk Looms'],
    ['digest off. Or weekly. Hmm. Let me think'],
    ['send me the digest daily, actually weekly is enough'],
    ['Keep an eye on Luton, wait it is the other one, Hitchin Motors'],
    ['no need to keep me posted on Ferrow Care any longer'],
  ])('that is not is never done at once: %s', (text) => {
    const heard = understand(text);
    const changes = heard.outcome === 'understood' && ['watch', 'unwatch', 'settings'].includes(heard.intent.name);
    expect(changes && heard.proposed !== true).toBe(false);
  });

  it.each([
    ['nae need tae watch Dunbar Kilts ony mair', 'unwatch'],
    ["I'd be grateful if you could let me know the moment Petworth Antiques says yes", 'watch'],
  ])('in words that the grammar does not have is proposed: %s', (text, name) => {
    expect(understand(text)).toMatchObject({ outcome: 'understood', intent: { name } });
  });
});

describe('a question', () => {
  it('in words that the grammar does not have is answered', () => {
    expect(
      understand('Funny story, but what I meant to ask you is if Status Quo Foods has come on board'),
    ).toMatchObject({
      outcome: 'understood',
      intent: { name: 'status', companies: ['Status Quo Foods'] },
    });
  });
});
