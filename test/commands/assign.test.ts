import { hear } from '../../src/commands/matters';

const said = (text: string) =>
  hear(text).heard.map((one) =>
    one.outcome === 'understood' ? [one.intent.name, 'companies' in one.intent ? one.intent.companies : []] : [],
  );

it.each([
  ["I'll take Contoso", 'assign', ['Contoso']],
  ['ok, I will handle A. Datum Corporation', 'assign', ['A. Datum Corporation']],
  ["I'm on Wingtip Toys", 'assign', ['Wingtip Toys']],
  ["I'll take Fabrikam, Inc.", 'assign', ['Fabrikam, Inc']],
  ['assign Litware to me please', 'assign', ['Litware']],
  ["I'll take Contoso and Fabrikam", 'assign', ['Contoso', 'Fabrikam']],
  ['Ich übernehme Contoso', 'assign', ['Contoso']],
  ['um Fabrikam kümmere ich mich', 'assign', ['Fabrikam']],
  ["je m'occupe de Fabrikam", 'assign', ['Fabrikam']],
  ['Me encargo de Northwind Traders', 'assign', ['Northwind Traders']],
  ['ik pak Wingtip Toys op', 'assign', ['Wingtip Toys']],
  ['who is on Contoso?', 'show', ['Contoso']],
  ['is anybody working on The Phone Company?', 'show', ['The Phone Company']],
  ['wer kümmert sich um Contoso?', 'show', ['Contoso']],
  ["qui s'occupe de Fabrikam ?", 'show', ['Fabrikam']],
  ['¿quién se encarga de Litware?', 'show', ['Litware']],
  ['wie is er bezig met Contoso?', 'show', ['Contoso']],
  ['let Contoso go', 'unassign', ['Contoso']],
  ["I'm not on Contoso any more", 'unassign', ['Contoso']],
  ['unclaim Contoso', 'unassign', ['Contoso']],
  ['unassign me from Contoso', 'unassign', ['Contoso']],
  ['ich gebe Contoso wieder ab', 'unassign', ['Contoso']],
  ['ich übernehme Contoso doch nicht', 'unassign', ['Contoso']],
  ["je ne m'occupe plus de Contoso", 'unassign', ['Contoso']],
  ['ya no me encargo de Contoso', 'unassign', ['Contoso']],
  ['ik laat Contoso los', 'unassign', ['Contoso']],
])('%s', (text, name, companies) => {
  expect(said(text)).toEqual([[name, companies]]);
});

it.each([
  "I'm on Contoso?",
  'who is on there?',
  "I'll take a look at Contoso",
  "I'm on holiday until Monday",
  "I'll do that tomorrow",
  "I'll take it from here",
  'let it go',
  'unassign Contoso',
  'ich nehme das mal mit',
  'je prends note',
  'is Contoso accepted?',
])('%s: nobody takes anything', (text) => {
  expect(said(text).map(([name]) => name)).not.toEqual(expect.arrayContaining(['assign']));
});
