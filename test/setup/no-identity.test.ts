import { checkAll } from '../../src/setup/check';
import { allSettings } from './all-settings';
import { setupStand } from './stand';

/** Alone in its file: the library keeps for the whole process that there is no identity. */
it('Application Insights that takes identities alone cannot be asked where there is none', async () => {
  const stand = await setupStand();
  try {
    stand.notebook.write({
      ...allSettings(stand),
      APPLICATIONINSIGHTS_CONNECTION_STRING:
        'InstrumentationKey=12345678-1234-4123-8123-123456789012;IngestionEndpoint=http://127.0.0.1:9/',
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD',
    });
    const findings = await checkAll(stand.notebook.env, stand.deps);
    expect(findings.find(({ about }) => about === 'Application Insights')).toMatchObject({
      state: 'unknown',
      seen: expect.stringContaining('on its host only'),
    });
  } finally {
    await stand.close();
  }
});
