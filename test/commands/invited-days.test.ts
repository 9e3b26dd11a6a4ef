import { hear } from '../../src/commands/matters';

const said = (text: string, locale?: string) =>
  hear(text, locale === undefined ? {} : { locale }).heard.map((one) => {
    if (one.outcome !== 'understood') return [one.outcome];
    const { name, ...rest } = one.intent;
    const on = 'on' in rest ? [rest.on] : [];
    return [name, ...('companies' in rest ? [rest.companies] : []), ...on];
  });

const YESTERDAY = { span: { named: 'yesterday' } };
const NO_SUCH_DAY = { none: 'no-such-day' };
const UNCLEAR = { none: 'unclear' };

describe('days by their number, and days that nobody can tell', () => {
  it.each([
    ['we invited Larkspur on the 24th', ['Larkspur'], { day: 24 }],
    ['we invited Larkspur on the 32nd', ['Larkspur'], { day: 32 }],
    ['we invited Larkspur on 32 Nov', ['Larkspur'], NO_SUCH_DAY],
    ['we invited Larkspur in October', ['Larkspur'], { span: { month: 10 } }],
    ['wir haben Larkspur am 24. eingeladen', ['Larkspur'], { day: 24 }],
    ['wir haben Larkspur am 32.11. eingeladen', ['Larkspur'], NO_SUCH_DAY],
    ['on a invité Larkspur le 24', ['Larkspur'], { day: 24 }],
    ['on a invité Larkspur le 32 novembre', ['Larkspur'], NO_SUCH_DAY],
    ['hemos invitado a Larkspur el 32 de noviembre', ['Larkspur'], NO_SUCH_DAY],
    ['we hebben Larkspur op de 24e uitgenodigd', ['Larkspur'], { day: 24 }],
    ['we hebben Larkspur op 32 november uitgenodigd', ['Larkspur'], NO_SUCH_DAY],
    ['we invited Larkspur on Monday and Ivy House', ['Larkspur on Monday and Ivy House'], UNCLEAR],
  ])('%s', (text, companies, on) => {
    expect([text, said(text)]).toEqual([text, [['invited', companies, on]]]);
  });
});

it.each([
  'we invited Larkspur last Thursday and Contoso yesterday',
  'wir haben Larkspur letzten Donnerstag und Contoso gestern eingeladen',
  'on a invité Larkspur jeudi dernier et Contoso hier',
  'invitamos a Larkspur el jueves pasado y a Contoso ayer',
  'we hebben Larkspur donderdag en Contoso gisteren uitgenodigd',
])('%s: each on a day of its own', (text) => {
  const thursday = { weekday: 'thursday' };
  expect(said(text)).toEqual([
    ['invited', ['Larkspur'], thursday],
    ['invited', ['Contoso'], YESTERDAY],
  ]);
});

it('an address that the invitation goes to is no second company', () => {
  expect(said('send the invite for Larkspur to jane@larkspur.com')).toEqual([['invite_link', ['Larkspur']]]);
});
