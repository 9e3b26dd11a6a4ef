import { hear } from '../../src/commands/matters';

const BORNE = new Set(['contoso', 'fabrikam', 'litware']);
const known = { has: (name: string) => BORNE.has(name.toLowerCase()) };

function intentOf(text: string, locale = 'en-GB'): unknown {
  const [heard] = hear(text, { known, locale }).heard;
  return heard?.outcome === 'understood' ? heard.intent : heard?.outcome;
}

describe('a question for work that names no kind of thing', () => {
  it.each([
    'what do I still have to do?',
    "what's left?",
    'any work for me?',
    'morning team, anything left to do?',
    'was ist noch zu tun?',
    'Was liegt heute an',
    'Que reste-t-il à faire ?',
    "qu’est-ce que je dois faire aujourd'hui",
    '¿Qué tengo que hacer?',
    'qué falta por hacer hoy',
    'wat moet ik nog doen',
  ])('lists what waits for a customer: %s', (text) => {
    expect(intentOf(text)).toMatchObject({ name: 'list', what: 'unmapped' });
  });

  it.each([
    ["what's new", undefined],
    ['hi, whats new today?', 'today'],
    ['was gibt es Neues', undefined],
    ['gibts was neues heute', 'today'],
    ['quoi de neuf', undefined],
    ['¿qué hay de nuevo hoy?', 'today'],
    ['is er nog nieuws', undefined],
    ['iets nieuws deze week?', 'this_week'],
  ])('lists who is new: %s', (text, period) => {
    const heard = intentOf(text);
    expect(heard).toMatchObject({ name: 'list', what: 'accepted' });
    expect(heard).toMatchObject(period === undefined ? {} : { period });
  });

  it.each(['any news about contoso', "what's new with contoso", 'any news from contoso?'])(
    'is about a company that is named: %s',
    (text) => {
      expect(intentOf(text)).toMatchObject({ name: 'status', companies: ['contoso'] });
    },
  );
});

describe('what a colleague did', () => {
  it.each([
    ['what did Ben do yesterday', 'Ben'],
    ['what did Will do yesterday', 'Will'],
    ['was hat Ben gestern gemacht', 'Ben'],
    ["qu'a fait Carla hier ?", 'Carla'],
    ['¿qué hizo Carla ayer?', 'Carla'],
    ['wat heeft Ben gisteren gedaan?', 'Ben'],
  ])('is asked of that one alone: %s', (text, name) => {
    expect(intentOf(text)).toMatchObject({
      name: 'list',
      filter: { conditions: [{ is: 'decided', who: { name }, span: { named: 'yesterday' } }] },
    });
  });

  it('is no question about a company', () => {
    expect(intentOf('what did Contoso do yesterday')).toMatchObject({ name: 'history', companies: ['Contoso'] });
  });
});

describe('the language of an answer to a few words', () => {
  it.each(['all ok thx', 'ok everyone', 'ok all'])('is that of the client where the words tell none: %s', (text) => {
    expect(hear(text, { known, locale: 'en-GB' }).heard[0]).toMatchObject({ language: 'en' });
  });
});

describe('two names with a comma between them', () => {
  it.each([
    ['status fabrikam, litware', 'status', ['fabrikam', 'litware']],
    ['status fabrikam, adatum', 'status', ['fabrikam', 'adatum']],
    ['was ist mit Fabrikam, Litware?', 'status', ['Fabrikam', 'Litware']],
    ['who mapped fabrikam, litware', 'who_mapped', ['fabrikam', 'litware']],
    ['is Contoso accepted? and Fabrikam, Litware?', 'status', ['Contoso', 'Fabrikam', 'Litware']],
  ])('are two: %s', (text, name, companies) => {
    expect(intentOf(text)).toMatchObject({ name, companies });
  });

  it.each(['status fabrikam, please', 'status fabrikam, asap', 'is contoso done, tom?', 'status fabrikam, thx bob'])(
    'are one where the second is none: %s',
    (text) => {
      const heard = intentOf(text);
      expect(heard).toMatchObject({ name: 'status', companies: [expect.any(String)] });
    },
  );
});
