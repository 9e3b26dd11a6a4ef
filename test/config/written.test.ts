import { readConfig } from '../../src/config';
import { everyFile, production, TENANT } from './settings';

/** Values as people and other tools write them. */

const read = (env: Record<string, string>) => readConfig({ ...production, ...env }, everyFile);

it.each([TENANT.toUpperCase(), `{${TENANT}}`, `"${TENANT}"`, `'${TENANT.toUpperCase()}'`, ` ${TENANT} `])(
  'an id has one form, however it is written: %s (O2, O3)',
  (written) => {
    const found = read({ BOT_ID: written, BOT_TENANT_ID: written, PARTNER_CENTER_TENANT_ID: written });

    expect(found).toMatchObject({
      ok: true,
      config: { bot: { id: TENANT }, allowedTenants: [TENANT], partnerId: TENANT },
    });
  },
);

it.each([
  ['BOT_PASSWORD', '@Microsoft.KeyVault(VaultName=v;SecretName=s)'],
  ['METRICS_TOKEN', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/metrics/)'],
  ['PARTNER_CENTER_CLIENT_SECRET', '"@microsoft.keyvault(VaultName=v;SecretName=k)"'],
  ['BOT_PASSWORD', '<client secret>'],
  ['METRICS_TOKEN', 'changeme'],
  ['METRICS_TOKEN', '${METRICS_TOKEN}'],
])('%s is refused at the start, with what to do, when it is %s (O1)', (setting, written) => {
  const found = read({ [setting]: written });

  expect(found.ok ? [] : found.failures.map((failure) => failure.setting)).toEqual([setting]);
  expect(JSON.stringify(found)).not.toContain('SecretName');
});

it.each(['a<b>c', 'change', 'x-changeme-x', '$ecret', 'P@Microsoft.KeyVault'])(
  'a secret that only looks like a placeholder is none: %s',
  (written) => {
    expect(read({ METRICS_TOKEN: written }).ok).toBe(true);
  },
);
