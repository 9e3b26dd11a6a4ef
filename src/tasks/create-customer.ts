import { isKnownByRow, tenantIdOf } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { CandidateLine } from '../domain/answers';
import type { CreationAnswer, CreationForm, CreationNear } from '../domain/creation-answer';
import type { CustomerDetails } from '../domain/creation';
import { giveUpCreation, wantCustomer } from '../domain/creations';
import type { CreationRuling } from '../domain/creations';
import { trackCard } from '../domain/notices';
import type { Person } from '../domain/person';
import type { Look } from '../domain/source';
import type { CompanyProfile } from '../provider';
import { squeeze } from '../matching/text';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import { creatingHere } from '../records/may-create';
import type { Ports } from '../ports';
import type { Click } from './decide';

/** What the person may be shown who has the form opened, and how a country is written for them. */
export interface FormReader {
  readonly seesPeople: boolean;
  /** The conversation. */
  readonly where: string;
  readonly country: (code: string) => string;
}

/** A candidate of at least this probability may be the customer already. */
const NEAR = 0.1;
const NEAR_SHOWN = 3;

/** The form with which a customer for this account is created; of a file the line to copy. */
export async function openCreation(ports: Ports, record: AccountRecord, reader: FormReader): Promise<CreationAnswer> {
  const not = whyNot(ports, record, reader.where);
  if (not !== undefined) return not;
  // What we may do is looked at anew behind it; the click that creates knows.
  ports.permissions?.known();
  const { creation } = record;
  const typed = creation?.state === 'refused' ? creation.details : undefined;
  const profile = typed === undefined ? await readProfile(ports, record) : undefined;
  const details = typed === undefined ? filledIn(record, profile, reader) : shownTo(typed, reader);
  const { newCustomers } = ports.directory;
  if (newCustomers?.by === 'line') {
    const look = await newCustomers.lineFor(details, tenantIdOf(record));
    const picture = drawAccount(ports, record);
    if (look.look === 'seen') return { answer: 'line', picture, line: { text: look.value } };
    return look.look === 'failed'
      ? { answer: 'line', picture, line: { trouble: look.trouble } }
      : { answer: 'not-here', why: 'off', picture };
  }
  const from = typed !== undefined ? 'typed' : profile === undefined ? 'known' : FROM[profile.look];
  return { answer: 'form', form: formOf(ports, record, details, { from, reader, asked: false }) };
}

const FROM = { seen: 'provider', absent: 'known', failed: 'failed' } as const;

export interface Wanted {
  readonly details: CustomerDetails;
  readonly asOf: number;
  /** The ids of those that were shown to the person as near. */
  readonly despite: readonly string[];
}

/**
 * A person who may decide wants this customer created. The wish is noted with the id that the customer will have; whoever
 * carries out what is owed does the rest.
 */
export async function createCustomer(
  ports: Ports,
  person: Person,
  record: AccountRecord,
  { details, asOf, despite }: Wanted,
  click: Click,
  reader: FormReader,
): Promise<CreationAnswer> {
  const not = whyNot(ports, record, click.where);
  if (not !== undefined) return not;
  const form = formOf(ports, record, details, { from: 'typed', reader, asked: true });
  const isNew = ({ id }: { readonly id: string }): boolean => !despite.includes(id);
  const news = [
    ...form.near.map(({ customer }) => customer),
    ...form.underWay.map(({ creationId: id }) => ({ id })),
  ].some(isNew);
  const isOpen = record.mapping.state === 'open' && record.creation?.state !== 'owed';
  if (news && isOpen) return { answer: 'form', form };
  return want(ports, person, record.id, { details, asOf }, click);
}

/** Once more what was refused, though the directory has one like it. */
export async function insistOnCustomer(
  ports: Ports,
  person: Person,
  record: AccountRecord,
  { creationId, asOf }: { readonly creationId: string; readonly asOf: number },
  click: Click,
): Promise<CreationAnswer> {
  const not = whyNot(ports, record, click.where);
  if (not !== undefined) return not;
  const { creation } = record;
  if (creation?.id !== creationId || creation.state !== 'refused') {
    const isTheirs = creation?.decisionId === click.id;
    return { answer: isTheirs ? 'started' : 'nothing', picture: drawAccount(ports, record) };
  }
  return want(ports, person, record.id, { details: creation.details, asOf, anyway: true }, click);
}

/** Nobody wants it any more. What may be on its way cannot be called back. */
export async function giveUpCustomer(ports: Ports, record: AccountRecord, creationId: string): Promise<CreationAnswer> {
  const { creation } = record;
  if (creation?.id !== creationId) return { answer: 'nothing', picture: drawAccount(ports, record) };
  const changed = await changeDocument(ports, 'account', record.id, (now): Change<AccountRecord, boolean> => {
    const next = giveUpCreation(now, creationId, ports.clock.now());
    return next === undefined ? { result: false } : { document: next, result: true };
  });
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  const picture = drawAccount(ports, changed.document);
  if (changed.result) return { answer: 'given-up', picture };
  const { creation: left } = changed.document;
  const isThere = left?.id === creationId || changed.document.mapping.state === 'mapped';
  return { answer: isThere ? 'too-late' : 'nothing', picture };
}

async function want(
  ports: Ports,
  person: Person,
  accountId: string,
  wanted: { readonly details: CustomerDetails; readonly asOf: number; readonly anyway?: true },
  { id, where, card }: Click,
): Promise<CreationAnswer> {
  const { details, asOf, anyway } = wanted;
  const at = ports.clock.now();
  const by: Person = { id: person.id, name: person.name };
  const wish = { id: ports.ids.next(), details, ...(anyway === undefined ? {} : { anyway }) };
  const changed = await changeDocument(ports, 'account', accountId, (now): Change<AccountRecord, CreationRuling> => {
    const ruling = wantCustomer(now, wish, { id, at, by, where }, asOf);
    if (ruling.ruling !== 'owed') return { result: ruling };
    // The card that was clicked says what becomes of it.
    const document = card === undefined ? ruling.record : trackCard(ruling.record, card, 0, at);
    return { document, result: ruling };
  });
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  const { ruling } = changed.result;
  const answer = ruling === 'owed' || ruling === 'unchanged' ? 'started' : ruling;
  return { answer, picture: drawAccount(ports, changed.document) };
}

/** Why no customer can be created for this account now. */
function whyNot(ports: Ports, record: AccountRecord, where: string | undefined): CreationAnswer | undefined {
  const picture = drawAccount(ports, record);
  const here = creatingHere(ports, where);
  if (here === 'off' || here === 'lacking' || here === 'rehearsal') return { answer: 'not-here', why: here, picture };
  if (record.mapping.state !== 'open') return { answer: 'decided', picture };
  return undefined;
}

/** Undefined where there is nobody to ask of this account. */
async function readProfile(ports: Ports, record: AccountRecord): Promise<Look<CompanyProfile> | undefined> {
  const provider = ports.providers.find(({ id }) => id === record.providerId);
  if (provider === undefined || isKnownByRow(record)) return undefined;
  return provider.readProfile(record.tenantId);
}

function filledIn(
  { tenant }: AccountRecord,
  profile: Look<CompanyProfile> | undefined,
  reader: FormReader,
): CustomerDetails {
  const seen: CompanyProfile = profile?.look === 'seen' ? profile.value : {};
  const code = seen.country ?? tenant.country;
  const domain = tenant.domains?.find((one) => !one.endsWith('.onmicrosoft.com'));
  const details: CustomerDetails = {
    ...seen,
    name: seen.name ?? tenant.name,
    ...(domain === undefined ? {} : { website: `https://${domain}` }),
    ...(code === undefined ? {} : { country: reader.country(code) }),
  };
  return shownTo(details, reader);
}

/** Names and addresses of people are for those who may see them where they read. */
function shownTo({ mail, phone, contact, ...rest }: CustomerDetails, { seesPeople }: FormReader): CustomerDetails {
  if (!seesPeople) return rest;
  return {
    ...rest,
    ...(mail === undefined ? {} : { mail }),
    ...(phone === undefined ? {} : { phone }),
    ...(contact === undefined ? {} : { contact }),
  };
}

function formOf(
  ports: Ports,
  record: AccountRecord,
  details: CustomerDetails,
  {
    from,
    reader,
    asked,
  }: { readonly from: CreationForm['from']; readonly reader: FormReader; readonly asked: boolean },
): CreationForm {
  return {
    picture: drawAccount(ports, record),
    details,
    from,
    source: 'partner-center',
    withoutPeople: !reader.seesPeople,
    near: nearCustomers(ports, record, details.name),
    underWay: creationsLike(ports, record, details.name),
    asked,
  };
}

/** Those that the account may be, and those that go by the name which is to be given. */
function nearCustomers(ports: Ports, record: AccountRecord, name: string): readonly CandidateLine[] {
  const { register } = ports;
  const fitting = drawAccount(ports, record).candidates.filter(({ probability }) => probability >= NEAR);
  const named = register.find('customers', name, NEAR_SHOWN).filter(({ exactness }) => exactness !== 'similar');
  const more = named.flatMap(({ id }): readonly CandidateLine[] => {
    const customer = register.customer(id);
    if (customer === undefined || fitting.some((line) => line.customer.id === id)) return [];
    // As if the account had the name that was typed: that is what makes it near.
    const known = register.assess({ ...record, tenant: { ...record.tenant, name } }, 0, id).candidates[0];
    const { probability = 0, evidence = [] } = known ?? {};
    return [{ customer, probability, evidence, mappedAccounts: register.mappedCount(id, record.id) }];
  });
  return [...more, ...fitting].slice(0, NEAR_SHOWN);
}

/** Of another account, but of the same tenant or the same name. */
function creationsLike({ register }: Ports, record: AccountRecord, name: string): readonly CreationNear[] {
  const wanted = squeeze(name);
  const like: CreationNear[] = [];
  for (const { id, tenantId, tenant, creation } of register.allAccounts()) {
    if (id === record.id || creation?.state !== 'owed' || like.length === NEAR_SHOWN) continue;
    if (tenantId !== record.tenantId && squeeze(creation.details.name) !== wanted) continue;
    const { id: creationId, details, by } = creation;
    like.push({ creationId, customer: details.name, account: tenant.name, by: by.name });
  }
  return like;
}
