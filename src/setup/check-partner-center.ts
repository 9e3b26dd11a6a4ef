import type { PartnerCenterSettings } from '../config';
import { createTokens } from '../runtime/entra';
import type { EntraSettings, TokenAnswer } from '../runtime/entra';
import { renewConsent } from '../runtime/entra-renewal';
import type { HttpDeps } from '../runtime/http';
import type { Finding } from './finding';
import { field, items, probe, probedWords } from './probe';
import type { Probed } from './probe';

const APP = 'App registration';
const CUSTOMERS = 'Partner Center, list of customers';
const SIGN_IN = 'Partner Center, sign-in of a person';
const USER_CALLS = 'Partner Center, calls in that person’s name';
const AT_CUSTOMERS = 'Partner Center, licences and users of a customer';
const NO_MFA = '900421';

/** Who we are at Partner Center as the app and as a person, and what each may ask. */
export async function checkPartnerCenter(settings: PartnerCenterSettings, deps: HttpDeps): Promise<readonly Finding[]> {
  const { baseUrl, clientId, tenantId } = settings;
  const entra: EntraSettings = { ...settings, source: 'partner-center', prefix: 'PARTNER_CENTER' };
  const tokens = createTokens(entra, deps);
  const scope = `${baseUrl}/.default`;
  const app = await tokens.forApp(scope);
  if (!app.ok) return [notSignedIn(APP, 'app', app)];
  const listed = await probe(`${baseUrl}/v1/customers?size=1`, { token: app.token });
  const found = [
    { about: APP, state: 'good', seen: `app ${clientId} of tenant ${tenantId}`, permission: 'app' } as const,
    ofCustomers(listed),
  ];
  return [...found, ...(await asPerson(settings, entra, deps, listed))];
}

function notSignedIn(about: string, permission: 'app', { trouble }: Extract<TokenAnswer, { ok: false }>): Finding {
  const remedy = trouble.remedy === undefined ? {} : { remedy: trouble.remedy };
  return { about, state: 'lacking', seen: trouble.detail, permission, ...remedy };
}

function ofCustomers(listed: Probed): Finding {
  const permission = 'partner-app';
  if (!listed.answered) return { about: CUSTOMERS, state: 'unknown', seen: listed.problem, permission };
  if (listed.status === 200) return { about: CUSTOMERS, state: 'good', seen: 'may be read', permission };
  return { about: CUSTOMERS, state: 'lacking', seen: probedWords(listed), permission };
}

function customerOf({ body }: Extract<Probed, { answered: true }>): string | undefined {
  return field(items(body, 'items')[0], 'id');
}

async function asPerson(
  { baseUrl, refreshToken }: PartnerCenterSettings,
  entra: EntraSettings,
  deps: HttpDeps,
  listed: Probed,
): Promise<readonly Finding[]> {
  if (refreshToken === undefined) return [{ about: SIGN_IN, state: 'off', permission: 'partner-sign-in' }];
  const scope = `${baseUrl}/.default`;
  const renewed = await renewConsent(entra, deps, refreshToken, scope);
  if (!renewed.ok) {
    const { detail, remedy } = renewed.trouble;
    const todo = remedy === undefined ? {} : { remedy };
    return [{ about: SIGN_IN, state: 'lacking', seen: detail, permission: 'partner-sign-in', ...todo }];
  }
  const token = await createTokens({ ...entra, refreshToken: renewed.token }, deps).forUser(scope);
  const signedIn: Finding = { about: SIGN_IN, state: 'good', seen: renewed.person.name, permission: 'partner-sign-in' };
  // What Partner Center refuses the app it refuses everybody.
  if (!listed.answered || listed.status !== 200) return [signedIn];
  if (!token.ok) return [signedIn, { about: USER_CALLS, state: 'unknown', seen: token.trouble.detail }];
  const link = await probe(`${baseUrl}/v1/customers/relationshiprequests`, { token: token.token });
  const calls = ofPerson(link);
  const customer = customerOf(listed);
  if (calls.state !== 'good' || customer === undefined) return [signedIn, calls];
  const skus = await probe(`${baseUrl}/v1/customers/${customer}/subscribedskus`, { token: token.token });
  return [signedIn, calls, ofCustomer(skus)];
}

function ofPerson(link: Probed): Finding {
  if (!link.answered) return { about: USER_CALLS, state: 'unknown', seen: link.problem };
  if (link.status === 200)
    return { about: USER_CALLS, state: 'good', seen: 'may be made', permission: 'partner-agent' };
  const isMfa = field(link.body, 'code') === NO_MFA;
  const permission = isMfa ? 'partner-mfa' : link.status === 401 ? 'partner-consent' : 'partner-agent';
  return { about: USER_CALLS, state: 'lacking', seen: probedWords(link), permission };
}

function ofCustomer(skus: Probed): Finding {
  const permission = 'customer-role';
  if (!skus.answered) return { about: AT_CUSTOMERS, state: 'unknown', seen: skus.problem, permission };
  if (skus.status === 200)
    return { about: AT_CUSTOMERS, state: 'good', seen: 'may be read (tried with one)', permission };
  return { about: AT_CUSTOMERS, state: 'lacking', seen: `${probedWords(skus)} (tried with one)`, permission };
}
