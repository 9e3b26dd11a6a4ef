import { routingSaid } from '../../src/commands/routing-said';

const PROVIDERS = ['Partner Center UK', 'Partner Center Germany', 'TD SYNNEX', 'Pax8'];
const said = (text: string): string | undefined => {
  const heard = routingSaid(text, PROVIDERS);
  return heard === undefined ? undefined : `${heard.language} ${heard.what} ${heard.providers.join(' + ')}`.trim();
};

describe('of which providers a channel is to hear', () => {
  it.each([
    ['announce only TD SYNNEX here', 'en only TD SYNNEX'],
    ['only notify us of td synnex and pax8', 'en only TD SYNNEX + Pax8'],
    ['notifications only for Partner Center Germany please', 'en only Partner Center Germany'],
    ['announce Pax8 here too', 'en also Pax8'],
    ['don’t announce Synnex in this channel', 'en not TD SYNNEX'],
    ['stop notifications from Pax8', 'en not Pax8'],
    ['announce all providers here', 'en all'],
    ['hier nur TD SYNNEX melden', 'de only TD SYNNEX'],
    ['Benachrichtigungen von Pax8 nicht mehr', 'de not Pax8'],
    ['melde hier neue Konten aller Anbieter', 'de all'],
    ['melde alle Anbieter', 'de all'],
    ['annonce seulement TD SYNNEX ici', 'fr only TD SYNNEX'],
    ['n’annonce plus Pax8 ici', 'fr not Pax8'],
    ['annonce tous les fournisseurs', 'fr all'],
    ['anuncia solo TD SYNNEX aquí', 'es only TD SYNNEX'],
    ['no anuncies Pax8 aquí', 'es not Pax8'],
    ['anuncia todos los proveedores', 'es all'],
    ['meld hier alleen TD SYNNEX', 'nl only TD SYNNEX'],
    ['meld Pax8 niet meer', 'nl not Pax8'],
    ['meld alle leveranciers', 'nl all'],
  ])('%s', (text, heard) => {
    expect(said(text)).toBe(heard);
  });

  it.each([
    'notifications off',
    'who accepted at TD SYNNEX?',
    'pending at Pax8',
    'is TD SYNNEX announced here?',
    'map Contoso to TD SYNNEX',
    'stop announcements for all providers',
    'watch Pax8',
  ])('nothing of the kind: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it('is said nowhere where there is one provider', () => {
    expect(routingSaid('announce only TD SYNNEX here', ['TD SYNNEX'])).toBeUndefined();
  });
});
