import { compareMappings } from '../../src/tasks/compare-mappings';
import { account, customer } from '../builders';
import { taskStand } from './stand';

it('compares more mappings than fit into one answer part by part, each of them once', async () => {
  const stand = await taskStand();
  const { ports } = stand;
  for (let n = 0; n < 5; n++) {
    const tenantId = `22222222-2222-4222-8222-00000000000${n}`;
    const name = `${['Amber', 'Birch', 'Cobalt', 'Dune', 'Ember'][n]!} Bakery`;
    const id = `c${n}`;
    ports.register.apply({
      kind: 'customer',
      id: `customer:${id}`,
      partnerId: 'partner',
      format: 1,
      customer: customer({ id, name: `${name} Ltd` }),
    });
    const mapping = {
      state: 'mapped',
      customer: { id: n === 3 ? 'c0' : id, name },
      by: { kind: 'work365' },
      at: 0,
      decisionId: `d${n}`,
      teaches: true,
    } as const;
    ports.register.apply({ ...account({ tenantId, tenant: { tenantId, name } }), mapping });
  }

  const parts = [0, 2, 4].map((after) => compareMappings(ports, { offset: 0, after, where: 'chat', part: 2 }));
  const counts = (await Promise.all(parts)).map(({ total, same, others, next, all }) => [
    total,
    same,
    others.map(({ account: { name } }) => name),
    next,
    all,
  ]);

  expect(counts).toEqual([
    [2, 2, [], 2, 5],
    [2, 1, ['Dune Bakery'], 1, 5],
    [1, 1, [], 0, 5],
  ]);
  await stand.close();
});
