import { checkAll } from '../../src/setup/check';
import { lacking, setupStand } from './stand';
import type { SetupStand } from './stand';

let stand: SetupStand;
afterEach(() => stand.close());

describe('several Partner Center tenants', () => {
  beforeEach(async () => {
    stand = await setupStand({ several: true });
    const { PROVIDERS_FILE, SANDBOX_SECOND_SECRET } = stand.sandbox.settings;
    stand.notebook.write({ PROVIDERS_FILE: PROVIDERS_FILE!, SECRET_SANDBOX_SECOND_SECRET: SANDBOX_SECOND_SECRET! });
    // The first tenant, a look at it, and the second one.
    stand.answers.set('How shall an Admin agent sign in', ['browser', 'browser', 'on']);
  });

  it('are offered a sign-in one after the other, and each token goes into the variable of its entry', async () => {
    const findings = await stand.walk();

    expect(stand.terminal().match(/Megan Bowen is signed in\./g)).toHaveLength(2);
    expect(stand.terminal()).toContain('-- Partner Center Germany --');
    expect(stand.secrets()).toMatch(/^SECRET_PARTNER_CENTER_REFRESH_TOKEN=sandbox-/m);
    expect(stand.secrets()).toMatch(/^SECRET_SANDBOX_SECOND_TOKEN=sandbox-/m);
    expect(stand.settings()).not.toContain('sandbox-second-refresh-token');
    expect(lacking(findings)).toEqual([]);
    expect(lacking(await checkAll(stand.notebook.env, stand.deps))).toEqual([]);
  });

  it('an entry that names no variable for its sign-in is told how', async () => {
    const file = JSON.parse(stand.sandbox.settings['PROVIDERS_FILE']!) as { providers: { refreshToken?: object }[] };
    delete file.providers[0]!.refreshToken;
    stand.notebook.write({ PROVIDERS_FILE: JSON.stringify(file) });
    stand.answers.set('How shall an Admin agent sign in', ['browser', 'on']);
    await stand.walk();

    expect(stand.terminal()).toContain('The entry "germany" of PROVIDERS_FILE names no variable for its sign-in.');
  });
});
