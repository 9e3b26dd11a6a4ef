import { hear } from '../../src/commands/matters';

/** Who took an account lets it go again, in the words of somebody in a hurry. */

const said = (text: string) => hear(text).heard.map((one) => (one.outcome === 'understood' ? one.intent : one.outcome));

it.each([
  "can't do Contoso after all",
  "sorry, can't take Contoso any more",
  "I'm off Contoso",
  "I'm out of Contoso",
  'give up Contoso',
  'someone else please take Contoso',
  'gebe Contoso wieder ab',
  'Contoso gebe ich ab',
  'kann Contoso nicht übernehmen',
  'Contoso kann ich doch nicht machen',
  'bin raus bei Contoso',
  'je lâche Contoso',
  "je ne peux finalement pas m'occuper de Contoso",
  'suelto Contoso',
  'al final no puedo con Contoso',
  'ik kan Contoso toch niet doen',
  'Contoso geef ik terug',
])('%s', (text) => {
  expect(said(text)).toEqual([{ name: 'unassign', companies: ['Contoso'] }]);
});
