import { routingSaid } from '../../src/commands/routing-said';

const PROVIDERS = ['Partner Center UK', 'Partner Center Germany', 'TD SYNNEX', 'Pax8'];
const said = (text: string): string | undefined => {
  const heard = routingSaid(text, PROVIDERS);
  if (heard === undefined) return undefined;
  const { language, what, providers, countries, letters, languages, size, rest } = heard;
  const named = [...providers, ...countries, ...letters, ...languages.map((one) => `speaking ${one}`)];
  const sized = size === undefined ? [] : [`${size.by} ${size.from ?? ''}-${size.to ?? ''}`];
  const all = [...named, ...sized, ...(rest === undefined ? [] : [rest ? 'rest' : 'no rest'])];
  return `${language} ${what} ${all.join(' + ')}`.trim();
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
    ['announce everything but TD SYNNEX here', 'en not TD SYNNEX'],
    ['notify us of everyone except the german tenant', 'en not Partner Center Germany'],
    ['announce partner center uk and td synnex here', 'en these Partner Center UK + TD SYNNEX'],
    ['announce TD SYNNEX and Pax8 here as well', 'en also TD SYNNEX + Pax8'],
    ['announce nothing but Pax8 here', 'en only Pax8'],
    ['hier bitte alles außer TD SYNNEX melden', 'de not TD SYNNEX'],
    ['hier nur UK und TD SYNNEX melden', 'de only Partner Center UK + TD SYNNEX'],
    ['n’annonce ici que Partner Center Germany', 'fr only Partner Center Germany'],
    ['n’annonce ici que le tenant allemand', 'fr only Partner Center Germany'],
    ['annonce tout sauf Pax8 ici', 'fr not Pax8'],
    ['anuncia aquí todo menos TD SYNNEX', 'es not TD SYNNEX'],
    ['alles behalve td synnex hier melden', 'nl not TD SYNNEX'],
    ['meld hier alleen UK en TD SYNNEX', 'nl only Partner Center UK + TD SYNNEX'],
    ['announce only Pax8 accounts from Germany here', 'en only Pax8 + DE'],
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
    ['announce only German customers here', 'en only DE'],
    ['only UK and Ireland here please', 'en only GB + IE'],
    ['A-K here', 'en these A-K'],
    ['only names starting with S or T here', 'en only S + T'],
    ['everything but Switzerland here', 'en not CH'],
    ['announce French-speaking customers here', 'en these speaking fr'],
    ['only customers with more than 50 seats here', 'en only seats 51-'],
    ['announce customers with 10 to 50 seats here', 'en these seats 10-50'],
    ['everything else comes here', 'en these rest'],
    ['A to K and the rest here', 'en these A-K + rest'],
    ['this channel takes everything that is left', 'en these rest'],
    ['klanten met minder dan 10 licenties hier', 'nl these seats -9'],
    ['all countries here', 'en all'],
    ['hier nur DACH', 'de only DE + AT + CH'],
    ['nur deutschsprachige Kunden hier melden', 'de only speaking de'],
    ['hier nur Kunden mit höchstens 20 Lizenzen melden', 'de only seats -20'],
    ['alles außer der Schweiz hier', 'de not CH'],
    ['der Rest kommt hierher', 'de these rest'],
    ['ici seulement la France et le Royaume-Uni', 'fr only FR + GB'],
    ['de A à K ici', 'fr these A-K'],
    ['n’annonce plus de clients suisses ici', 'fr not CH'],
    ['clients de plus de 50 licences ici seulement', 'fr only seats 51-'],
    ['el resto aquí', 'es these rest'],
    ['aquí solo clientes de España', 'es only ES'],
    ['hier alleen Nederland en België', 'nl only NL + BE'],
    ['alles behalve Duitsland hier', 'nl not DE'],
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
    'announce here',
    'show German customers here',
    'send me all German customers',
    'set default language to German here',
    'speak German here',
    'only Contoso here',
    'is only Germany announced here?',
  ])('nothing of the kind: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it('is said nowhere where there is one provider', () => {
    expect(routingSaid('announce only TD SYNNEX here', ['TD SYNNEX'])).toBeUndefined();
  });
});
