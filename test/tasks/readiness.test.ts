import { readiness } from '../../src/tasks/readiness';
import type { Provider } from '../../src/provider';
import { taskStand } from './stand';

it('says in words, and without the id of a tenant, what is still missing', async () => {
  const stand = await taskStand();
  const provider = { id: '11111111-1111-4111-8111-111111111111', name: 'Northwind Cloud' } as Provider;
  const told = await readiness({ ...stand.ports, providers: [provider] }, false);
  await stand.close();

  expect(told).toEqual({
    ready: false,
    missing: [
      'The memory is being filled from the store.',
      'The first reading of all customers of Northwind Cloud in Partner Center is under way.',
    ],
  });
});
