import type { PartnerCenterSettings } from '../config';
import { inEntry } from '../config/entry-names';
import { refreshVariables } from '../config/providers';
import type { Ask } from './ask';
import type { Notebook } from './chapters';
import { newestConsent } from './check-kept-token';
import { checkPartnerCenter } from './check-partner-center';
import { lookAtStore } from './check-store';
import { consentByCode, consentInBrowser, REDIRECT_PORT } from './consent';
import type { Consented, Tell } from './consent';
import { asSecret } from './env-files';
import { printFindings } from './finding';
import type { Finding } from './finding';
import type { GuideDeps } from './guide';
import { readPart } from './parts';
import { PERMISSIONS } from './permissions';

/** The consent of a person with MFA, of one Partner Center tenant after the other. */
export async function signIn(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  ask.say(`\n== Sign-in for Partner Center ==\n${SIGN_IN}`);
  const { tenants, missing } = tenantsIn(notebook.env, deps);
  if (tenants.length === 0)
    ask.say(missing.length === 0 ? 'It follows when Partner Center is set up.' : printFindings(missing));
  for (const { settings } of tenants) {
    if (tenants.length > 1) ask.say(`\n-- ${settings.name ?? settings.tenantId} --`);
    await signInTo(settings.tenantId, ask, notebook, deps);
  }
}

/** Its token goes from Entra into the file of secrets and is shown to nobody. */
async function signInTo(tenantId: string, ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  for (;;) {
    const tenant = tenantsIn(notebook.env, deps).tenants.find(({ settings }) => settings.tenantId === tenantId);
    if (tenant === undefined) return;
    const { settings: partnerCenter, variable } = tenant;
    if (variable === undefined) {
      ask.say(
        `The entry "${partnerCenter.entry ?? ''}" of PROVIDERS_FILE names no variable for its sign-in.\n  What to do: write "refreshToken": {"env": "NAME"} into it, and run this again.`,
      );
      return;
    }
    const found = (await lookAtSignIn(partnerCenter, notebook, deps)).map((finding) =>
      finding.remedy === undefined ? finding : { ...finding, remedy: inEntry(finding.remedy, partnerCenter.entry) },
    );
    const ofPerson = found.filter(({ about }) => /sign-in|name|licences/.test(about));
    // Where the app itself gets in nowhere, nothing was tried for a person.
    ask.say(printFindings(ofPerson.length === 0 ? found : ofPerson));
    const isWell = ofPerson.length > 0 && ofPerson.every(({ state }) => state === 'good');
    const how = await ask.choose(howQuestion(isWell, deps));
    if (how === 'on') return;
    const consented = await consent(how, partnerCenter, ask, deps);
    if (consented.ok) {
      notebook.write({ [variable]: consented.token.reveal() });
      ask.say(`${consented.name} is signed in.`);
    } else ask.say([`${consented.problem}.`, ...hintsFor(consented.problem)].join('\n'));
  }
}

interface Tenant {
  readonly settings: PartnerCenterSettings;
  /** Where its refresh token is written down; undefined where its entry names no variable. */
  readonly variable?: string;
}

/** Stands for a sign-in that is still to come, so that its entry can be read before. */
const STILL_TO_COME = 'still-to-come';

function tenantsIn(
  env: Notebook['env'],
  deps: GuideDeps,
): { readonly tenants: readonly Tenant[]; readonly missing: readonly Finding[] } {
  const variables = refreshVariables(env['PROVIDERS_FILE'], deps.machine);
  const lacking = [...variables.values()].filter((name) => (env[name] ?? '') === '');
  const filled = { ...env, ...Object.fromEntries(lacking.map((name) => [name, STILL_TO_COME])) };
  const { config, missing } = readPart('partner', filled, deps.machine);
  const tenants = (config?.partnerCenters ?? []).map(({ refreshToken, ...settings }): Tenant => {
    const isThere = refreshToken !== undefined && refreshToken.reveal() !== STILL_TO_COME;
    const own = settings.entry === undefined ? 'PARTNER_CENTER_REFRESH_TOKEN' : variables.get(settings.entry);
    return {
      settings: isThere ? { ...settings, refreshToken } : settings,
      ...(own === undefined ? {} : { variable: settings.entry === undefined ? own : asSecret(own) }),
    };
  });
  return { tenants, missing };
}

function howQuestion(isWell: boolean, { redirectPort = REDIRECT_PORT }: GuideDeps): Parameters<Ask['choose']>[0] {
  return {
    message: isWell ? 'Somebody is signed in. What now?' : 'How shall an Admin agent sign in?',
    choices: [
      {
        value: 'browser',
        name: `with the browser of this machine (redirect http://localhost:${redirectPort}, platform Web)`,
      },
      { value: 'code', name: 'with a code in another browser (needs "Allow public client flows")' },
      { value: 'on', name: isWell ? 'leave it as it is' : 'not now' },
    ],
    present: isWell ? 'on' : 'browser',
  };
}

function consent(how: string, partnerCenter: PartnerCenterSettings, ask: Ask, deps: GuideDeps): Promise<Consented> {
  const tell: Tell = (address, code) => {
    ask.say(code === undefined ? `Open this address and sign in:\n${address}` : `Open ${address} and type ${code}`);
    if (code === undefined) deps.openBrowser(address);
  };
  const entra = { ...partnerCenter, source: 'partner-center', prefix: 'PARTNER_CENTER' } as const;
  const scope = `${partnerCenter.baseUrl}/.default`;
  const port = deps.redirectPort === undefined ? {} : { port: deps.redirectPort };
  return how === 'browser'
    ? consentInBrowser(entra, deps, { scope, tell, ...port })
    : consentByCode(entra, deps, { scope, tell });
}

/** Tries the sign-in that the bot goes by, which may be a newer one than that of the settings. */
async function lookAtSignIn(
  partnerCenter: PartnerCenterSettings,
  { env }: Notebook,
  deps: GuideDeps,
): Promise<readonly Finding[]> {
  const { store } = await lookAtStore(env, deps);
  try {
    const { settings, findings } = await newestConsent(partnerCenter, store);
    return [...findings, ...(await checkPartnerCenter(settings, deps))];
  } finally {
    await store?.close();
  }
}

const SIGN_IN =
  'Agreement, licences, services, users and the invitation link are told only in the name of a person: an Admin agent, signed in with MFA. The bot keeps that sign-in alive by itself.';

/** What Entra's codes mean for whoever registered the app. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/AADSTS(65001|90094)|consent_required/, `What to do: ${PERMISSIONS['partner-consent'].grant}.`],
  [
    /AADSTS50011/,
    'What to do: App registrations > the app > Authentication > Add a platform > Web: the address above.',
  ],
  [
    /AADSTS(7000218|700016|70002)\b/,
    'What to do: App registrations > the app > Authentication > Allow public client flows: Yes.',
  ],
  [/AADSTS(50076|50079|53003)/, 'What to do: sign in as somebody whom Conditional Access lets in with MFA here.'],
];

function hintsFor(problem: string): readonly string[] {
  return HINTS.filter(([code]) => code.test(problem)).map(([, hint]) => hint);
}
