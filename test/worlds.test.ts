import { worldsOf } from '../scripts/gather-tests';

const files = Array.from({ length: 44 }, (_, n) => `turns/${n}.test.ts`).concat(
  ['docs.test.ts', 'drills/a.test.ts', 'drills/b.test.ts', 'simulation/month.test.ts', 'groups/a.test.ts'],
  ['setup/guide.test.ts', 'setup/no-identity.test.ts'],
);

it('every test file is in one world of the gate', () => {
  expect(worldsOf(files).flat().sort()).toEqual([...files].sort());
});

it('what waits, or leaves its world otherwise, is alone in it; of the others a dozen at most are together', () => {
  const worlds = worldsOf(files);
  const beside = (file: string) => worlds.find((world) => world.includes(file));

  for (const file of ['drills/a.test.ts', 'simulation/month.test.ts', 'setup/no-identity.test.ts'])
    expect(beside(file)).toEqual([file]);
  expect(beside('turns/0.test.ts')?.length).toBe(11);
  expect(beside('groups/a.test.ts')).toContain('setup/guide.test.ts');
});
