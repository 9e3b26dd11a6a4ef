import { LANGUAGES } from '../../src/domain/language';
import { routingAfter } from '../../src/commands/routing-after';
import { routingLine } from '../../src/commands/routing-line';
import { routingSaid } from '../../src/commands/routing-said';
import type { RoutingSaid } from '../../src/commands/routing-said';

/** Of which accounts a channel is to hear, said by half: in a channel, and behind such a choice. */

const PROVIDERS = ['Partner Center UK', 'TD SYNNEX', 'Pax8'];
const told = (heard: RoutingSaid | undefined): string | undefined => {
  if (heard === undefined) return undefined;
  const { what, providers, countries, letters, languages, size } = heard;
  const named = [...providers, ...countries, ...letters, ...languages.map((one) => `speaking ${one}`)];
  return [what, ...named, ...(size === undefined ? [] : [`${size.by} ${size.from ?? ''}-`])].join(' ');
};

it.each([
  ['nur österreicher', 'only AT'],
  ['nur die Schweizer bitte', 'only CH'],
  ['nur deutsche und österreichische Kunden', 'only DE AT'],
  ['only austrian ones', 'only AT'],
  ['just Austria and Germany please', 'only AT DE'],
  ['all but Switzerland', 'not CH'],
  ['seulement les suisses', 'only CH'],
  ['uniquement les comptes belges', 'only BE'],
  ['solo españoles', 'only ES'],
  ['solo clientes portugueses', 'only PT'],
  ['alleen belgische', 'only BE'],
  ['alleen klanten uit Nederland', 'only NL'],
  ['send german accounts here', 'these DE'],
  ['schick österreichische Kunden hierher', 'these AT'],
  ['envoie les comptes suisses ici', 'these CH'],
  ['manda los clientes españoles aquí', 'these ES'],
  ['stuur belgische klanten hierheen', 'these BE'],
  ['only Pax8', 'only Pax8'],
])('in a channel: %s', (text, heard) => {
  expect(told(routingSaid(text, PROVIDERS, 'alone'))).toBe(heard);
});

it.each([
  'only German',
  'nur Deutsch bitte',
  'solo español',
  'seulement en français',
  'only Contoso Austria',
  'show only Austrian ones',
  'only austrian ones?',
  'only mapped ones from Austria',
  'Austria',
  'only',
  'only the new ones',
])('says nothing of it in a channel: %s', (text) => {
  expect(told(routingSaid(text, PROVIDERS, 'alone'))).toBeUndefined();
});

it.each([
  ['no, swiss ones too', 'also CH'],
  ['no swiss ones too', 'also CH'],
  ['no swiss ones', 'not CH'],
  ['and austria as well', 'also AT'],
  ['and Austria and Germany', 'also AT DE'],
  ['no, Switzerland', 'only CH'],
  ['not Switzerland', 'not CH'],
  ['but not the Swiss', 'not CH'],
  ['not Austria, Germany', 'only DE'],
  ['no, not Austria but Germany', 'only DE'],
  ['Germany, not Austria', 'only DE'],
  ['nicht Österreich, sondern die Schweiz', 'only CH'],
  ['not Austria, not Germany', 'not AT DE'],
  ['back to all', 'all'],
  ['all again', 'all'],
  ['nein, auch die Schweizer', 'also CH'],
  ['und Österreich', 'also AT'],
  ['doch wieder alle', 'all'],
  ['zurück zu allen', 'all'],
  ['ohne die Schweiz', 'not CH'],
  ['non, les suisses aussi', 'also CH'],
  ['et la Belgique', 'also BE'],
  ['de nouveau tous', 'all'],
  ['no, también Portugal', 'also PT'],
  ['y Portugal', 'also PT'],
  ['otra vez todos', 'all'],
  ['nee, ook Duitsland', 'also DE'],
  ['en België', 'also BE'],
  ['weer alles', 'all'],
])('behind such a choice: %s', (text, heard) => {
  expect(told(routingAfter(text, PROVIDERS))).toBe(heard);
});

it.each(['and Contoso', 'yes', 'thanks', 'and who mapped it', 'no', 'undo', 'status of Contoso Austria'])(
  'goes on to something else: %s',
  (text) => {
    expect(told(routingAfter(text, PROVIDERS))).toBeUndefined();
  },
);

it.each(LANGUAGES)('what is proposed in %s means the same when it is typed', (language) => {
  const none = { providers: [], countries: [], letters: [], languages: [], language };
  const wishes: readonly RoutingSaid[] = (['only', 'not', 'these'] as const).flatMap((what) => [
    ...['AT', 'CH', 'GB', 'US', 'NL', 'BE', 'ES', 'LU', 'DK'].map((code) => ({ ...none, what, countries: [code] })),
    { ...none, what, countries: ['DE', 'AT', 'CH'] },
    { ...none, what, languages: LANGUAGES },
    { ...none, what, letters: ['A-K'] },
    { ...none, what, providers: ['Pax8'], countries: ['FR'] },
  ]);
  for (const wish of wishes) {
    const line = routingLine(wish, language) ?? '';
    expect([line, told(routingSaid(line, PROVIDERS))]).toEqual([line, told(wish)]);
  }
});
