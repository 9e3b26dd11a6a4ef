import { accountsNamed } from '../../src/records/accounts-named';
import { Register } from '../../src/register/register';
import { account } from '../builders';

const NAMES = ['Müller Metallbau', 'Muller & Sons', 'Mullerei Nord', 'Contoso Ltd', '株式会社 東京', 'O’Neil Partners'];

class CountedRegister extends Register {
  passes = 0;
  override allAccounts() {
    this.passes += 1;
    return super.allAccounts();
  }
}

let register: CountedRegister;
beforeEach(() => {
  register = new CountedRegister();
  NAMES.forEach((name, n) => {
    const tenantId = `44444444-4444-4444-8444-${String(n).padStart(12, '0')}`;
    register.apply(account({ tenantId, tenant: { tenantId, name } }));
  });
});

const leftOut = async (...names: string[]) => {
  const named = await accountsNamed(register, names, true);
  return [...named].map(([name, found]) => [name, found.map(({ tenant }) => tenant.name)]);
};

it('finds who is left out by the words that a name begins with, in any script and with any accent', async () => {
  expect(await leftOut('muller', 'O Neil', '株式会社', 'Contoso')).toEqual([
    ['muller', ['Müller Metallbau', 'Muller & Sons']],
    ['O Neil', ['O’Neil Partners']],
    ['株式会社', ['株式会社 東京']],
    ['Contoso', ['Contoso Ltd']],
  ]);
});

it('goes through the accounts once for all names', async () => {
  await leftOut(...Array.from({ length: 20 }, (_, n) => `Company ${n} of nowhere`));
  expect(register.passes).toBe(1);
});
