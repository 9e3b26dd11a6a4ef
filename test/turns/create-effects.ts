import { accountId } from '../../src/domain/account';
import type { Action, Verb } from '../../src/actions/action';
import { button } from './stage';
import type { Stage } from './stage';

interface Clicked {
  readonly text: string;
  readonly card: { readonly body: any };
}

/** What the verbs of having a customer created do by a single click (`create-customer.test.ts` has the rest of it). */
export function createEffects<Seat>(
  act: (at: Seat, action: Action) => Promise<Clicked>,
  click: (at: Seat, data: object) => Promise<Clicked>,
  on: () => Stage,
): Readonly<Record<Extract<Verb, `create${string}`>, (at: Seat) => Promise<void>>> {
  const fresh = (name: string): string => {
    const { sandbox } = on();
    sandbox.control('accept', { name });
    return accountId({
      providerId: sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
      tenantId: sandbox.world.findTenant(name)!.tenantId,
    });
  };
  const known = async (name: string): Promise<string> => {
    const id = fresh(name);
    // The bot runs in this process, too, and needs turns of its own.
    await on().hurry(async () => {
      while (!(await on().kept('account')).some((one) => one.id === id))
        await new Promise((resolve) => setTimeout(resolve, 25));
    });
    return id;
  };
  const filled = (form: Clicked, title: string, name: string): object => ({
    ...button(form.card, title),
    'new-name': name,
  });
  const made = (name: string) => on().sandbox.world.findCustomer(name);
  return {
    'create-form': async (at) => {
      const { text } = await act(at, { verb: 'create-form', accountId: await known('Quillfeather Looms') });
      expect(text).toContain('Create a customer for Quillfeather Looms');
      expect(text).toContain('Filled in from Partner Center');
    },
    'create': async (at) => {
      const form = await act(at, { verb: 'create-form', accountId: await known('Zephyrine Candles') });
      const { text } = await click(at, filled(form, 'Create and map', 'Zephyrine Candles Oy'));
      expect(text).toMatch(/The customer is being created|Zephyrine Candles is mapped/);
      await on().until(() => made('Zephyrine Candles Oy') !== undefined);
    },
    'create-anyway': async (at) => {
      const { text } = await act(at, {
        verb: 'create-anyway',
        accountId: await known('Umberfold Kites'),
        creationId: 'of nobody',
        asOf: 1,
      });
      expect(text).toContain('There is nothing of that to do any more');
      expect(made('Umberfold Kites')).toBeUndefined();
    },
    'create-give-up': async (at) => {
      const id = await known('Wolkenstein Brushes');
      const { text } = await act(at, { verb: 'create-give-up', accountId: id, creationId: 'of nobody' });
      expect(text).toContain('There is nothing of that to do any more');
    },
  };
}
