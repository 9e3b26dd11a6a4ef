import { CREATION_CLAIM_LAPSES_AFTER } from '../../src/domain/creation';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { eventually, inTime, rounds } from './eventually';
import type { Ground } from './ground';
import { create, install } from './people';
import type { Ledger } from './people';
import { announced, expectTruth, recordOf } from './truth';
import { isCreation, isLookForCustomer, isMappingWrite } from './wire-points';

/** The account's document, by what it says of the customer of this name. */
const saves = {
  wish: (name: string) => new RegExp(`^(?!.*"begun":).*"creation":.*"name":"${name}"`, 's'),
  try: (name: string) => new RegExp(`"creation":.*"name":"${name}".*"begun":`, 's'),
  mapping: (name: string) => new RegExp(`"state":"mapped","customer":\\{"id":"[^"]*","name":"${name}"`, 's'),
} as const;

/** Where a replica dies while it has a customer created. `again`: the next one dies, too, while it looks for the customer. */
const STEPS = [
  { step: 'before the wish is saved', when: 'before', saves: saves.wish },
  { step: 'after the wish is saved, before the answer', when: 'after', saves: saves.wish },
  { step: 'before it is noted that the customer is sent', when: 'before', saves: saves.try },
  { step: 'before the customer is sent', when: 'before', wire: isCreation },
  { step: 'after Work 365 has it, before that is noted', when: 'after', wire: isCreation },
  { step: 'the same, and once more before it is looked for', when: 'after', wire: isCreation, again: true },
  { step: 'before the account is mapped to it', when: 'before', saves: saves.mapping },
  { step: 'after the account is mapped to it', when: 'after', saves: saves.mapping },
  { step: 'before the mapping to it is written', when: 'before', wire: isMappingWrite },
  { step: 'after the mapping to it is written', when: 'after', wire: isMappingWrite },
] as const;

export const CREATION_STEPS = STEPS.length * rounds();

/** One customer is created for each step, by whoever is left. */
export async function killAtCreationSteps(ground: Ground): Promise<void> {
  const ledger: Ledger = [];
  let replica = await ground.start();
  await install(ground);

  const names: string[] = [];
  for (const one of Array.from({ length: rounds() }, () => STEPS).flat()) {
    const { step, when } = one;
    const account = ground.accept();
    await announced(ground, account);
    ground.sandbox.control('sync', {});
    await eventually('its row', async () => (await recordOf(ground, account.accountId))?.directoryRow !== undefined);
    const name = `${['Quill', 'Zephyr', 'Umber', 'Wolken', 'Brisk'][names.length % 5]!}feather ${account.name}`;
    names.push(name);

    const dead =
      'saves' in one
        ? ground.fallAtSave(when, one.saves(name))
        : ground.dataverse.trip(when, one.wire, () => void replica.kill());
    const person = create(ground, ledger, account, name);
    await inTime(`the death ${step}`, dead);
    await replica.kill();
    ground.clock.move(LEASE_LASTS + CREATION_CLAIM_LAPSES_AFTER);
    if ('again' in one) {
      const deadAgain = ground.dataverse.trip('before', isLookForCustomer, () => void replica.kill());
      replica = await ground.start({ ready: false });
      await inTime(`the second death ${step}`, deadAgain);
      await replica.kill();
      ground.clock.move(LEASE_LASTS);
    }
    replica = await ground.start();
    await person;
  }

  await expectTruth(ground, ledger);
  const { customers } = ground.sandbox.world.state;
  expect(names.map((name) => customers.filter((one) => one.name === name).length)).toEqual(names.map(() => 1));
}
