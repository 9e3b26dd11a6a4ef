import { understand } from '../../src/commands/understand';

/** What narrows a question about many accounts down, read without names. */

const filterOf = (text: string): unknown => {
  const heard = understand(text);
  return heard.outcome === 'understood' && heard.intent.name === 'list' ? heard.intent.filter : heard;
};
const accepted = (span: object) => ({ conditions: [{ is: 'accepted', span }] });
const NOVEMBER = { from: { month: 11, day: 1 }, until: { month: 11, day: 10 } };

describe('a period', () => {
  it.each([
    ['who accepted between 1 and 10 November?', NOVEMBER],
    ['accepted from 1 to 10 November', NOVEMBER],
    ['who accepted 1-10 November?', NOVEMBER],
    ['wer hat zwischen dem 1. und dem 10. November angenommen?', NOVEMBER],
    ['wer hat vom 1. bis 10. November angenommen?', NOVEMBER],
    ['qui a accepté entre le 1er et le 10 novembre ?', NOVEMBER],
    ['qui a accepté du 1er au 10 novembre ?', NOVEMBER],
    ['¿quién aceptó entre el 1 y el 10 de noviembre?', NOVEMBER],
    ['wie heeft tussen 1 en 10 november geaccepteerd?', NOVEMBER],
    ['who accepted between 28 October and 3 November?', { from: { month: 10, day: 28 }, until: { month: 11, day: 3 } }],
    ['who accepted between October and November?', { from: { month: 10, day: 1 }, until: { month: 12, day: 0 } }],
    ['who accepted since 2026-10-01?', { from: { year: 2026, month: 10, day: 1 } }],
    ['wer hat seit dem 1.10.2026 angenommen?', { from: { year: 2026, month: 10, day: 1 } }],
    ['accepted before 2026', { until: { year: 2026, month: 1, day: 0 } }],
    ['accepted in the last 30 days', { last: { count: 30, unit: 'day' } }],
    ['acceptés ces 30 derniers jours', { last: { count: 30, unit: 'day' } }],
    ['accepted this year', { named: 'this_year' }],
  ])('%s', (text, span) => {
    expect(filterOf(text)).toEqual(accepted(span));
  });

  it.each([
    ['accounts in Work 365 since October', { from: { month: 10, day: 1 } }],
    ['welche sind seit Oktober in Work 365?', { from: { month: 10, day: 1 } }],
  ])('says since when the row is there: %s', (text, span) => {
    expect(filterOf(text)).toEqual({ conditions: [{ is: 'in-work365', span }] });
  });

  it('that a condition cannot take is named', () => {
    expect(filterOf('which customers have subscriptions since October?')).toEqual({
      conditions: [{ is: 'subscribed' }],
      unclear: ['since October'],
    });
  });

  it('that no source tells is named: since when somebody has admin access', () => {
    expect(filterOf('who accepted our GDAP this month?')).toEqual({
      conditions: [{ is: 'admin' }],
      unclear: ['this month'],
    });
  });

  it.each([
    ['is Contoso or Fabrikam accepted this year?', { named: 'this_year' }],
    ['were Contoso and Fabrikam both accepted in October?', { month: 10 }],
    ['hat Contoso vor Juni angenommen?', { until: { month: 6, day: 0 } }],
  ])('belongs to the companies that were named: %s', (text, span) => {
    expect(understand(text)).toMatchObject({ intent: { name: 'status', within: [{ is: 'accepted', span }] } });
  });
});

describe('an exception', () => {
  const without = (...names: string[]) => ({ is: 'company', names, not: true });
  it.each([
    ['open accounts except Litware and Fabrikam', [{ is: 'open' }, without('Litware', 'Fabrikam')]],
    ['everyone except litware that is pending', [without('litware'), { is: 'open' }]],
    ['offene Konten außer Litware', [{ is: 'open' }, without('Litware')]],
    ['comptes ouverts sauf Litware', [{ is: 'open' }, without('Litware')]],
    ['cuentas abiertas excepto Litware', [{ is: 'open' }, without('Litware')]],
    ['open accounts behalve Litware', [{ is: 'open' }, without('Litware')]],
    ['pending but not german', [{ is: 'open' }, { is: 'country', countries: ['DE'], not: true }]],
    ['all but the british ones that are open', [{ is: 'country', countries: ['GB'], not: true }, { is: 'open' }]],
    ['open accounts outside Germany', [{ is: 'open' }, { is: 'country', countries: ['DE'], not: true }]],
    ['alle offenen bis auf die deutschen', [{ is: 'open' }, { is: 'country', countries: ['DE'], not: true }]],
  ])('%s', (text, conditions) => {
    expect(filterOf(text)).toEqual({ conditions });
  });
});

it.each([
  'welche Kunden warten noch auf Zuordnung?',
  'welke klanten wachten nog op koppeling?',
  '¿qué clientes esperan asignación?',
])('what they wait for is not what they are: %s', (text) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'list', what: expect.stringMatching(/unmapped|pending/) } });
});

it('who waits no longer than that is open', () => {
  expect(filterOf('which accounts have been waiting less than 3 months?')).toEqual({
    conditions: [{ is: 'open' }, { is: 'waiting', longer: { count: 3, unit: 'month' }, not: true }],
  });
});

it.each(['map Contoso to Fabrikam', 'status Contoso', 'watch Germany Trade', 'hello', 'undo'])(
  'what asks of no list stays so: %s',
  (text) => {
    const heard = understand(text);
    expect('intent' in heard && heard.intent.name === 'list').toBe(false);
  },
);
