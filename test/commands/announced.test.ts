import { hear } from '../../src/commands/matters';

const said = (text: string) =>
  hear(text).heard.map((one) =>
    one.outcome === 'understood' ? [one.intent.name, 'companies' in one.intent ? one.intent.companies : []] : [],
  );

it.each([
  ['why was I not told about Contoso?', ['Contoso']],
  ["Why wasn't I told about Contoso?", ['Contoso']],
  ['why were we not notified of Wingtip Toys here?', ['Wingtip Toys']],
  ['how come nobody told us about Fabrikam, Inc?', ['Fabrikam, Inc']],
  ["why didn't you tell me about Müller & Söhne GmbH", ['Müller & Söhne GmbH']],
  ['why did we not hear about Litware', ['Litware']],
  ["why haven't we seen a card for Litware?", ['Litware']],
  ["why didn't you announce Litware here?", ['Litware']],
  ['why was Contoso not announced here?', ['Contoso']],
  ['why is there no card for Contoso', ['Contoso']],
  ['where was Contoso announced?', ['Contoso']],
  ['when were we told about Contoso?', ['Contoso']],
  ['warum wurde ich nicht über Contoso informiert?', ['Contoso']],
  ['Warum wurde Contoso hier nicht gemeldet?', ['Contoso']],
  ['wieso habe ich nichts von Fabrikam gehört?', ['Fabrikam']],
  ['warum gab es keine Meldung zu Contoso?', ['Contoso']],
  ['warum hast du mir nichts von Litware gesagt?', ['Litware']],
  ['wo wurde Contoso gemeldet?', ['Contoso']],
  ["pourquoi je n'ai pas été prévenu de Contoso ?", ['Contoso']],
  ["pourquoi Fabrikam n'a pas été annoncé ici ?", ['Fabrikam']],
  ['où Contoso a été annoncé ?', ['Contoso']],
  ['¿por qué no me avisaste de Contoso?', ['Contoso']],
  ['¿por qué no se anunció Litware aquí?', ['Litware']],
  ['¿dónde se anunció Contoso?', ['Contoso']],
  ['waarom ben ik niet geïnformeerd over Contoso?', ['Contoso']],
  ['waarom is Contoso hier niet gemeld?', ['Contoso']],
  ['waar is Contoso gemeld?', ['Contoso']],
  ['did you tell us about Contoso?', ['Contoso']],
  ['warum hat mir niemand von Contoso erzählt?', ['Contoso']],
  ['¿por qué nadie me avisó de Contoso?', ['Contoso']],
  ['waarom heeft niemand me iets over Contoso verteld?', ['Contoso']],
  ['nobody told me about Contoso', ['Contoso']],
  ['no one ever notified us of Wingtip Toys', ['Wingtip Toys']],
  ["you didn't tell us anything about Litware!", ['Litware']],
  ['we were never told about Fabrikam, Inc', ['Fabrikam, Inc']],
  ['mir hat keiner was von Contoso gesagt', ['Contoso']],
  ['Niemand hat uns über Müller & Söhne GmbH informiert', ['Müller & Söhne GmbH']],
  ['du hast mir nie von Litware erzählt', ['Litware']],
  ['wir wurden nicht über Fabrikam informiert', ['Fabrikam']],
  ["personne ne m'a parlé de Contoso", ['Contoso']],
  ['vous ne nous avez jamais prévenus de Litware', ['Litware']],
  ["je n'ai pas été prévenu de Fabrikam", ['Fabrikam']],
  ['nadie nos avisó de Contoso', ['Contoso']],
  ['no me avisaste de Litware', ['Litware']],
  ['niemand heeft ons over Contoso verteld', ['Contoso']],
  ['jullie hebben ons niks over Litware gezegd', ['Litware']],
])('%s', (text, companies) => {
  expect(said(text)).toEqual([['announced', companies]]);
});

it.each([
  'why was I not told about it?',
  'why was Contoso not accepted?',
  'why is Contoso not mapped?',
  'where is Contoso?',
  "why don't I get notifications any more, can you switch them on?",
  "why don't I see Novák Nábytek s.r.o., aren't they through yet?",
  "why haven't I seen Contoso yet",
  'announce here',
])('means something else: %s', (text) => {
  expect(said(text).map(([name]) => name)).not.toContain('announced');
});
