import type { Ask } from './ask';
import { configOf } from './chapters';
import type { Notebook } from './chapters';
import { checkPartnerCenter } from './check-partner-center';
import { consentByCode, consentInBrowser, REDIRECT_PORT } from './consent';
import type { Consented, Tell } from './consent';
import { printFindings } from './finding';
import type { GuideDeps } from './guide';
import { PERMISSIONS } from './permissions';

/** The consent of a person with MFA; its token goes from Entra into the file of secrets and is shown to nobody. */
export async function signIn(ask: Ask, notebook: Notebook, deps: GuideDeps): Promise<void> {
  ask.say(`\n== Sign-in for Partner Center ==\n${SIGN_IN}`);
  for (;;) {
    const { partnerCenter } = configOf(notebook.env, deps.machine).config ?? {};
    if (partnerCenter === undefined) return;
    const found = await checkPartnerCenter(partnerCenter, deps);
    const ofPerson = found.filter(({ about }) => /sign-in|name|licences/.test(about));
    // Where the app itself gets in nowhere, nothing was tried for a person.
    ask.say(printFindings(ofPerson.length === 0 ? found : ofPerson));
    const isWell = ofPerson.length > 0 && ofPerson.every(({ state }) => state === 'good');
    const how = await ask.choose({
      message: isWell ? 'Somebody is signed in. What now?' : 'How shall an Admin agent sign in?',
      choices: [
        {
          value: 'browser',
          name: `with the browser of this machine (redirect http://localhost:${deps.redirectPort ?? REDIRECT_PORT}, platform Web)`,
        },
        { value: 'code', name: 'with a code in another browser (needs "Allow public client flows")' },
        { value: 'on', name: isWell ? 'leave it as it is' : 'not now' },
      ],
      present: isWell ? 'on' : 'browser',
    });
    if (how === 'on') return;
    const tell: Tell = (address, code) => {
      ask.say(code === undefined ? `Open this address and sign in:\n${address}` : `Open ${address} and type ${code}`);
      if (code === undefined) deps.openBrowser(address);
    };
    const entra = { ...partnerCenter, source: 'partner-center', prefix: 'PARTNER_CENTER' } as const;
    const scope = `${partnerCenter.baseUrl}/.default`;
    const port = deps.redirectPort === undefined ? {} : { port: deps.redirectPort };
    const consented: Consented =
      how === 'browser'
        ? await consentInBrowser(entra, deps, { scope, tell, ...port })
        : await consentByCode(entra, deps, { scope, tell });
    if (consented.ok) {
      notebook.write({ PARTNER_CENTER_REFRESH_TOKEN: consented.token.reveal() });
      ask.say(`${consented.name} is signed in.`);
    } else ask.say([`${consented.problem}.`, ...hintsFor(consented.problem)].join('\n'));
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
