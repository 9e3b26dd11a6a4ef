import { companiesOf } from '../../src/commands/no-names';
import { understand } from '../../src/commands/understand';

/** Questions that share words with a command that does not answer them. */
describe('what nothing here answers', () => {
  it.each([
    ['which subscriptions renew next month?', 'expiry'],
    ['which customers have not signed', 'agreement'],
    ['how many customers do we have', 'count'],
    ['wie viele Kunden haben wir?', 'count'],
    ['combien de clients avons-nous ?', 'count'],
    ['¿cuántos clientes tenemos?', 'count'],
    ['hoeveel klanten hebben we?', 'count'],
  ])('%s', (text, topic) => {
    expect(understand(text)).toMatchObject({ outcome: 'beyond', topic });
  });
});

describe('what is answered', () => {
  it.each([
    ['how many accounts are unmapped?', { name: 'list', what: 'unmapped' }],
    ['how many accepted this week?', { name: 'list', what: 'accepted', period: 'this_week' }],
    ['who waits longest', { name: 'list', what: 'unmapped' }],
    ["when does Contoso's GDAP expire?", { name: 'status', companies: ['Contoso'] }],
    ['has Contoso signed the agreement?', { name: 'status', companies: ['Contoso'] }],
    ["Give me everybody that hasn't signed yet", { name: 'list', what: 'pending' }],
  ])('%s', (text, intent) => {
    expect(understand(text)).toMatchObject({ outcome: 'understood', intent });
  });
});

it.each(['is many accepted?', 'status soon', 'has everyone accepted'])('a small word is no company: %s', (text) => {
  const heard = understand(text);
  expect(heard.outcome === 'understood' && 'companies' in heard.intent ? heard.intent.companies : []).toEqual([]);
});

describe('set phrases', () => {
  it.each([
    ['announce here', 'on'],
    ['announce new accounts here', 'on'],
    ['do not announce here', 'off'],
    ['hier ankündigen', 'on'],
    ['melde neue Konten hier', 'on'],
    ['kündige hier nichts mehr an', 'off'],
    ['annonce ici', 'on'],
    ["n'annonce plus ici", 'off'],
    ['anuncia aquí', 'on'],
    ['no anuncies aquí', 'off'],
    ['meld nieuwe accounts hier', 'on'],
    ['meld hier niets meer', 'off'],
  ])('%s', (text, value) => {
    expect(understand(text)).toMatchObject({ intent: { name: 'settings', topic: 'notifications', value } });
  });

  it('are no unmapping', () => {
    expect(understand('make the link between KOV-1 and Kovarik Tools')).toMatchObject({
      intent: { name: 'map', account: 'KOV-1', customer: 'Kovarik Tools' },
    });
    expect(understand('open the mapping of Contoso')).toMatchObject({
      intent: { name: 'show', companies: ['Contoso'] },
    });
    expect(understand('redo the mapping for Contoso')).toMatchObject({
      intent: { name: 'show', companies: ['Contoso'] },
    });
    expect(understand('release Contoso')).toMatchObject({ outcome: 'misunderstood', companies: ['Contoso'] });
  });
});

describe('words that ask for a new look', () => {
  it.each([
    ['refresh Fabricorp', 'en'],
    ['check fabricorp again', 'en'],
    ['look again at Fabricorp', 'en'],
    ['please look at Fabricorp again', 'en'],
    ['recheck "Fabricorp"', 'en'],
    ['prüfe Fabricorp noch einmal', 'de'],
    ['schau nochmal bei Fabricorp nach', 'de'],
    ['aktualisiere Fabricorp', 'de'],
    ['vérifie à nouveau Fabricorp', 'fr'],
    ['actualise Fabricorp', 'fr'],
    ['vuelve a mirar Fabricorp', 'es'],
    ['comprueba Fabricorp otra vez', 'es'],
    ['actualiza Fabricorp', 'es'],
    ['kijk opnieuw naar Fabricorp', 'nl'],
    ['controleer Fabricorp nog eens', 'nl'],
    ['ververs Fabricorp', 'nl'],
  ])('%s', (text, language) => {
    const heard = understand(text);
    expect(heard).toMatchObject({ outcome: 'understood', language, intent: { name: 'status', fresh: true } });
    expect(heard.outcome === 'understood' && companiesOf(heard.intent).map((name) => name.toLowerCase())).toEqual([
      'fabricorp',
    ]);
  });

  it('ask for several companies, too', () => {
    expect(understand('refresh Contoso and Fabrikam')).toMatchObject({
      intent: { name: 'status', companies: ['Contoso', 'Fabrikam'], fresh: true },
    });
  });

  it.each(['refresh', 'refresh it', 'check again', 'check it again'])('name a company: %s does not', (text) => {
    const heard = understand(text);
    expect(heard.outcome === 'understood' && 'fresh' in heard.intent).toBe(false);
  });

  it('are no other question', () => {
    expect(understand('check Fabricorp')).not.toMatchObject({ intent: { fresh: true } });
  });
});
