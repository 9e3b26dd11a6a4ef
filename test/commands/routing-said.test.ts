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
    ['announce everything but TD SYNNEX here', 'en only Partner Center UK + Partner Center Germany + Pax8'],
    ['notify us of everyone except the german tenant', 'en only Partner Center UK + TD SYNNEX + Pax8'],
    ['announce partner center uk and td synnex here', 'en only Partner Center UK + TD SYNNEX'],
    ['announce TD SYNNEX and Pax8 here as well', 'en also TD SYNNEX + Pax8'],
    ['announce nothing but Pax8 here', 'en only Pax8'],
    ['hier bitte alles außer TD SYNNEX melden', 'de only Partner Center UK + Partner Center Germany + Pax8'],
    ['hier nur UK und TD SYNNEX melden', 'de only TD SYNNEX + Partner Center UK'],
    ['n’annonce ici que Partner Center Germany', 'fr only Partner Center Germany'],
    ['n’annonce ici que le tenant allemand', 'fr only Partner Center Germany'],
    ['annonce tout sauf Pax8 ici', 'fr only Partner Center UK + Partner Center Germany + TD SYNNEX'],
    ['anuncia aquí todo menos TD SYNNEX', 'es only Partner Center UK + Partner Center Germany + Pax8'],
    ['alles behalve td synnex hier melden', 'nl only Partner Center UK + Partner Center Germany + Pax8'],
    ['meld hier alleen UK en TD SYNNEX', 'nl only TD SYNNEX + Partner Center UK'],
    ['announce only Pax8 accounts from Germany here', 'en only Pax8'],
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
