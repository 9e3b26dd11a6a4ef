import { hear } from '../../src/commands/matters';

const said = (text: string, locale?: string) =>
  hear(text, locale === undefined ? {} : { locale }).heard.map((one) => {
    if (one.outcome !== 'understood') return [one.outcome];
    const { name, ...rest } = one.intent;
    const on = 'on' in rest ? [rest.on] : [];
    return [name, ...('companies' in rest ? [rest.companies] : []), ...on];
  });

const MONDAY = { weekday: 'monday' };
const YESTERDAY = { span: { named: 'yesterday' } };
const TODAY = { span: { named: 'today' } };
const MAY_12 = { span: { from: { month: 5, day: 12 }, until: { month: 5, day: 12 } } };

describe('who was invited', () => {
  it.each([
    ['we invited Contoso on Monday', ['Contoso'], MONDAY],
    ['we invited Contoso', ['Contoso']],
    ['We have invited A. Datum Corporation last Monday.', ['A. Datum Corporation'], MONDAY],
    ['invited Fabrikam and Wingtip Toys yesterday', ['Fabrikam', 'Wingtip Toys'], YESTERDAY],
    ["I've just invited Fabrikam, Inc. this morning", ['Fabrikam, Inc.'], TODAY],
    ['yesterday we invited Litware', ['Litware'], YESTERDAY],
    ['On Monday I sent the invitation link to Contoso', ['Contoso'], MONDAY],
    ['I sent the invite to contoso.com', ['contoso.com']],
    ['we sent Contoso the invitation on 12 May', ['Contoso'], MAY_12],
    ['invitation was sent to Northwind Traders 3 days ago', ['Northwind Traders'], { ago: { count: 3, unit: 'day' } }],
    ['Contoso was invited two weeks ago', ['Contoso'], { ago: { count: 2, unit: 'week' } }],
    ['please note that we invited Contoso and Fabrikam on 12 May', ['Contoso', 'Fabrikam'], MAY_12],
    ['fyi: we invited Contoso again today', ['Contoso'], TODAY],
    ['mark Contoso as invited', ['Contoso']],
    ['wir haben Contoso am Montag eingeladen', ['Contoso'], MONDAY],
    ['Wir haben gestern Müller & Söhne GmbH eingeladen', ['Müller & Söhne GmbH'], YESTERDAY],
    ['gestern haben wir Contoso und Fabrikam eingeladen', ['Contoso', 'Fabrikam'], YESTERDAY],
    ['Am Montag habe ich Contoso eingeladen', ['Contoso'], MONDAY],
    ['Einladung an Contoso ist raus', ['Contoso']],
    ['wir haben die Einladung vorgestern an Contoso geschickt', ['Contoso'], { ago: { count: 2, unit: 'day' } }],
    ['wir haben Contoso vor drei Tagen eingeladen', ['Contoso'], { ago: { count: 3, unit: 'day' } }],
    ['merk dir bitte, dass wir Contoso am 12. Mai eingeladen haben', ['Contoso'], MAY_12],
    ['Contoso eingeladen', ['Contoso']],
    ['nous avons invité Contoso lundi', ['Contoso'], MONDAY],
    ["on a invité L'Oréal hier", ["L'Oréal"], YESTERDAY],
    ["j'ai envoyé l'invitation à Contoso hier", ['Contoso'], YESTERDAY],
    [
      'nous avons invité Contoso et Fabrikam il y a deux semaines',
      ['Contoso', 'Fabrikam'],
      { ago: { count: 2, unit: 'week' } },
    ],
    ['hemos invitado a Contoso el lunes', ['Contoso'], MONDAY],
    ['ayer invitamos a Contoso y Fabrikam', ['Contoso', 'Fabrikam'], YESTERDAY],
    ['hemos enviado la invitación a Contoso hace 3 días', ['Contoso'], { ago: { count: 3, unit: 'day' } }],
    ['we hebben Contoso maandag uitgenodigd', ['Contoso'], MONDAY],
    ['gisteren hebben we Contoso uitgenodigd', ['Contoso'], YESTERDAY],
    ['ik heb de uitnodiging naar Contoso gestuurd', ['Contoso']],
    ['we hebben Contoso drie dagen geleden uitgenodigd', ['Contoso'], { ago: { count: 3, unit: 'day' } }],
    ['uitnodiging naar Contoso is verstuurd', ['Contoso']],
  ] as const)('%s', (...[text, companies, on]: readonly [string, readonly string[], object?]) => {
    expect([text, said(text)]).toEqual([text, [['invited', companies, ...(on === undefined ? [] : [on])]]]);
  });

  it.each([
    'we invited these on Monday:\nContoso Ltd\nFabrikam\nWingtip Toys',
    'invited on Monday:\nContoso Ltd\nFabrikam\nWingtip Toys',
  ])('a pasted list: %s', (text) => {
    expect(said(text)).toEqual([['invited', ['Contoso Ltd', 'Fabrikam', 'Wingtip Toys'], MONDAY]]);
  });

  it.each([
    'we invited everyone',
    'they invited us to dinner',
    'Contoso invited us',
    'I was invited by Contoso',
    'we have not invited Contoso',
    'wir haben Contoso noch nicht eingeladen',
    'we invited Contoso to the summer party',
    'ich bin eingeladen',
    'Contoso hat uns eingeladen',
    'nous ne les avons pas invités',
    'invite Contoso',
    'please invite Contoso',
    'shall we invite Contoso?',
    'have we invited Contoso?',
    'is Contoso accepted?',
  ])('%s: nothing is noted', (text) => {
    expect([text, said(text).map(([name]) => name)]).not.toEqual([text, expect.arrayContaining(['invited'])]);
  });
});

const AHEAD = { ahead: true };
const FEB_31 = { span: { from: { month: 2, day: 31 }, until: { month: 2, day: 31 } } };
const TOMORROW = { span: { named: 'tomorrow' } };

describe('days that cannot be are not dropped, and become no part of a name', () => {
  it.each([
    ['we invited Larkspur next Monday', ['Larkspur'], AHEAD],
    ['invited Larkspur on 31 Feb', ['Larkspur'], FEB_31],
    ['we invited Larkspur tomorrow', ['Larkspur'], TOMORROW],
    ['wir haben Larkspur nächsten Montag eingeladen', ['Larkspur'], AHEAD],
    ['wir haben Larkspur am kommenden Freitag eingeladen', ['Larkspur'], AHEAD],
    ['wir haben Larkspur am 31. Februar eingeladen', ['Larkspur'], FEB_31],
    ['on a invité Larkspur lundi prochain', ['Larkspur'], AHEAD],
    ['on a invité Larkspur le 31 février', ['Larkspur'], FEB_31],
    ['hemos invitado a Larkspur el próximo lunes', ['Larkspur'], AHEAD],
    ['hemos invitado a Larkspur el lunes que viene', ['Larkspur'], AHEAD],
    ['hemos invitado a Larkspur el 31 de febrero', ['Larkspur'], FEB_31],
    ['we hebben Larkspur volgende maandag uitgenodigd', ['Larkspur'], AHEAD],
    ['we hebben Larkspur op 31 februari uitgenodigd', ['Larkspur'], FEB_31],
  ])('%s', (text, companies, on) => {
    expect([text, said(text)]).toEqual([text, [['invited', companies, on]]]);
  });
});

describe('who has not answered', () => {
  it.each([
    'invitations',
    'open invitations',
    'show me the open invitations',
    'which invitations are still open?',
    'who has not answered?',
    "who hasn't answered yet?",
    'who did we invite?',
    'who are we still waiting for?',
    'pending invitations',
    'Einladungen',
    'offene Einladungen',
    'welche Einladungen sind noch offen?',
    'wer hat noch nicht geantwortet?',
    'wen haben wir eingeladen?',
    'wer hat sich noch nicht gemeldet?',
    'auf wen warten wir noch?',
    'invitations en attente',
    "qui n'a pas répondu ?",
    "qui n'a pas encore répondu à l'invitation ?",
    'qui avons-nous invité ?',
    'invitaciones',
    'invitaciones pendientes',
    '¿quién no ha respondido?',
    '¿a quién hemos invitado?',
    'uitnodigingen',
    'openstaande uitnodigingen',
    'wie heeft nog niet geantwoord?',
    'wie hebben we uitgenodigd?',
  ])('%s', (text) => {
    expect([text, said(text)]).toEqual([text, [['invitations']]]);
  });

  it.each([
    ['have we invited Contoso?', 'Contoso'],
    ['did anyone invite Contoso yet?', 'Contoso'],
    ['when did we invite Contoso?', 'Contoso'],
    ['wurde Contoso schon eingeladen?', 'Contoso'],
    ['haben wir Contoso eingeladen?', 'Contoso'],
    ['avons-nous invité Contoso ?', 'Contoso'],
    ['¿hemos invitado a Contoso?', 'Contoso'],
    ['hebben we Contoso al uitgenodigd?', 'Contoso'],
  ])('%s', (text, company) => {
    expect([text, said(text)]).toEqual([text, [['status', [company]]]]);
  });
});

it.each([
  ['forget the invitation of Contoso', ['Contoso']],
  ['withdraw the invitation to Contoso and Fabrikam', ['Contoso', 'Fabrikam']],
  ['cancel the invite for Contoso please', ['Contoso']],
  ['vergiss die Einladung von Contoso', ['Contoso']],
  ['zieh die Einladung an Contoso zurück', ['Contoso']],
  ["oublie l'invitation de Contoso", ['Contoso']],
  ['olvida la invitación de Contoso', ['Contoso']],
  ['vergeet de uitnodiging van Contoso', ['Contoso']],
  ['trek de uitnodiging van Contoso in', ['Contoso']],
  ['forget the Contoso invitation', ['Contoso']],
  ['we never invited Contoso', ['Contoso']],
  ["we didn't invite Contoso after all", ['Contoso']],
  ['vergiss die Contoso-Einladung', ['Contoso']],
  ['wir haben Contoso nie eingeladen', ['Contoso']],
  ["on n'a jamais invité Contoso", ['Contoso']],
  ['nunca invitamos a Contoso', ['Contoso']],
  ['vergeet de Contoso-uitnodiging', ['Contoso']],
  ['we hebben Contoso nooit uitgenodigd', ['Contoso']],
])('%s', (text, companies) => {
  expect([text, said(text)]).toEqual([text, [['uninvite', companies]]]);
});

describe('lists and clipped notes, without anybody who did it', () => {
  const LIST = ['Bramble Bakes', 'Larkspur Florists', 'Ivy House'];
  const NAMES = LIST.join(', ');
  const LAST_WEEK = { span: { named: 'last_week' } };
  const NOV_12 = { span: { from: { month: 11, day: 12 }, until: { month: 11, day: 12 } } };
  it.each([
    [`invited yesterday: ${NAMES}`, YESTERDAY],
    ['pls note: invited Bramble Bakes, Larkspur Florists and Ivy House on 12 Nov', NOV_12],
    [`letzte Woche eingeladen: ${NAMES}`, LAST_WEEK],
    [`eingeladen am 12.11.: ${NAMES}`, NOV_12],
    [`eingeladen am 12.11.:\n${LIST.join('\n')}`, NOV_12],
    [`invités hier : ${NAMES}`, YESTERDAY],
    [`invitations envoyées hier : ${NAMES}`, YESTERDAY],
    [`invitados ayer: ${NAMES}`, YESTERDAY],
    [`vorige week uitgenodigd: ${NAMES}`, LAST_WEEK],
    [`uitgenodigd op 12-11: ${NAMES}`, NOV_12],
  ])('%s', (text, on) => {
    expect([text, said(text)]).toEqual([text, [['invited', LIST, on]]]);
  });

  it.each([
    ['sent Hillcrest Vets the invite last Thursday', ['Hillcrest Vets'], { weekday: 'thursday' }],
    ['Hillcrest Vets die Einladung geschickt', ['Hillcrest Vets']],
    ["envoyé l'invitation à Hillcrest Vets hier", ['Hillcrest Vets'], YESTERDAY],
    ['enviada la invitación a Hillcrest Vets ayer', ['Hillcrest Vets'], YESTERDAY],
    ['Hillcrest Vets gisteren de uitnodiging gestuurd', ['Hillcrest Vets'], YESTERDAY],
  ])('%s', (text, companies, ...on) => {
    expect([text, said(text)]).toEqual([text, [['invited', companies, ...on]]]);
  });
});

describe('who is waited for no longer', () => {
  it.each([
    'stop waiting for Kestrel Marine',
    "don't chase Kestrel Marine any more",
    'warte nicht mehr auf Kestrel Marine',
    'auf Kestrel Marine nicht mehr warten',
    "n'attends plus la réponse de Kestrel Marine",
    'ne relancez plus Kestrel Marine',
    'deja de esperar la respuesta de Kestrel Marine',
    'wacht niet meer op Kestrel Marine',
  ])('%s', (text) => {
    expect([text, said(text)]).toEqual([text, [['uninvite', ['Kestrel Marine']]]]);
  });

  // Whoever watches it stops; whoever invited it is asked whether to wait on.
  it.each([
    'Kestrel Marine said no thanks, stop chasing them',
    'Kestrel Marine declined',
    'Kestrel Marine is not interested',
    'Kestrel Marine will nicht mehr',
    'Kestrel Marine hat abgelehnt',
    'Kestrel Marine a refusé',
    'Kestrel Marine ne veut plus',
    'Kestrel Marine ya no quiere',
    'Kestrel Marine ha rechazado la invitación',
    'Kestrel Marine wil niet meer',
    'Kestrel Marine heeft geweigerd',
  ])('%s', (text) => {
    expect([text, said(text)]).toEqual([text, [['unwatch', ['Kestrel Marine']]]]);
  });
});

describe('invitations in other words', () => {
  it.each([
    'invitations by alice',
    'any answers to the invitations?',
    'which invitations are older than a week',
    'who do we need to chase?',
    'welche Einladungen laufen noch',
    'welche Einladungen sind älter als eine Woche?',
    'wer ist eingeladen?',
    "quelles invitations sont sans réponse depuis plus d'une semaine ?",
    'qui faut-il relancer ?',
    '¿qué invitaciones llevan más de una semana sin respuesta?',
    '¿hay respuestas a las invitaciones?',
    'wie moeten we nog achter de broek zitten?',
    'welke uitnodigingen staan al langer dan een week open?',
  ])('%s', (text) => {
    expect([text, said(text)]).toEqual([text, [['invitations']]]);
  });

  it.each([
    'has Ivy House answered',
    'did Ivy House reply yet?',
    'hat Ivy House schon geantwortet?',
    'Ivy House a répondu ?',
    '¿ha respondido Ivy House?',
    'heeft Ivy House al geantwoord?',
  ])('%s', (text) => {
    expect([text, said(text)]).toEqual([text, [['status', ['Ivy House']]]]);
  });
});
