import { requestPhrase } from '../../src/commands/request';
import { understand } from '../../src/commands/understand';

const PEOPLE = ['bob', 'bob example', 'greta', 'françois'];
const known = {
  has: (name: string) => ['contoso', 'contoso ltd', 'fabrikam'].includes(name.toLowerCase()),
  isPerson: (name: string) => PEOPLE.includes(name.toLowerCase()),
};

/** That a colleague is to take an account, in five languages. */
it.each([
  ['ask Bob to take Contoso', 'Bob'],
  ['assign Contoso to Bob', 'Bob'],
  ['give Contoso to bob please', 'bob'],
  ['can Bob take Contoso?', 'Bob'],
  ['pass Contoso on to Nadia', 'Nadia'],
  ['hand Contoso over to nadia@example.com', 'nadia@example.com'],
  ['Bob soll Contoso übernehmen', 'Bob'],
  ['weise Contoso Bob zu', 'Bob'],
  ['gib Contoso an Nadia weiter', 'Nadia'],
  ['kann Greta sich um Contoso kümmern?', 'Greta'],
  ['demande à Nadia de prendre Contoso', 'Nadia'],
  ['attribue Contoso à Bob', 'Bob'],
  ["est-ce que François peut s'occuper de Contoso ?", 'François'],
  ['pide a Sofía que se encargue de Contoso', 'Sofía'],
  ['pasa Contoso a Sofía', 'Sofía'],
  ['vraag Nico om Contoso op te pakken', 'Nico'],
  ['kan Nico Contoso oppakken?', 'Nico'],
  ['wijs Contoso toe aan Bob', 'Bob'],
])('%s', (text, who) => {
  expect(understand(text, { known })).toMatchObject({ intent: { name: 'request', companies: ['Contoso'], who } });
});

it.each([
  'assign Contoso to Contoso Ltd',
  'assign Contoso to Nadia',
  'can you take Contoso?',
  'can somebody take Contoso?',
  'can Contoso do Teams?',
  'leave Contoso to others',
  'assign Contoso to me',
  'give access to Bob',
  'give Contoso to the customer',
  'Adventure Works should take E5',
  'is Contoso accepted?',
])('%s asks nobody', (text) => {
  expect(requestPhrase(text, known)).toBeUndefined();
});
