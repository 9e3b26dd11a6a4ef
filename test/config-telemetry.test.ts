import { printFailures, readConfig, type Config } from '../src/config';

const read = (env: Record<string, string | undefined>) => readConfig(env, { fileExists: () => true });

function good(env: Record<string, string | undefined>): Config {
  const found = read(env);
  if (!found.ok) throw new Error(printFailures(found.failures));
  return found.config;
}

function failing(env: Record<string, string | undefined>): readonly string[] {
  const found = read(env);
  return found.ok ? [] : found.failures.map((failure) => failure.setting);
}

describe('Application Insights', () => {
  const connection = {
    APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=11111111-1111-4111-8111-111111111111',
  };
  const signsInAs = (written: string | undefined) =>
    good({ ...connection, APPLICATIONINSIGHTS_AUTHENTICATION_STRING: written }).applicationInsights?.identity;

  it('is told by the connection string alone, or by an identity as Azure writes it', () => {
    expect(signsInAs(undefined)).toBeUndefined();
    expect(signsInAs('Authorization=AAD')).toEqual({});
    expect(signsInAs('Authorization=AAD; ClientId=the-client')).toEqual({ clientId: 'the-client' });
  });

  it('is refused with words that it does not know', () => {
    const env = { ...connection, APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=the-client' };

    expect(failing(env)).toEqual(['APPLICATIONINSIGHTS_AUTHENTICATION_STRING']);
  });
});
