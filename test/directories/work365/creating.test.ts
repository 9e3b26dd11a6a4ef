import { randomUUID } from 'node:crypto';
import type { NewCustomer } from '../../../src/directory';
import { MEGAN, work365Bench } from './bench';

const { stand, customerId } = work365Bench();

const posts = () => stand.sandbox.visits.last.filter((v) => v.service === 'dataverse' && v.method === 'POST');
const made = (name: string) => stand.sandbox.world.state.customers.filter((one) => one.name === name);

const wish = (more: Partial<NewCustomer> = {}): NewCustomer => ({
  id: randomUUID(),
  details: { name: 'Quillfeather Looms', website: 'https://quillfeather.example', city: 'Oban', country: 'Schottland' },
  anyway: false,
  ...more,
});

function create(wanted: NewCustomer) {
  const { newCustomers } = stand.directory({ createsCustomers: true });
  return newCustomers?.by === 'service' ? newCustomers.create(wanted) : undefined;
}

const answerWith = (status: number, code: string, message: string) =>
  stand.sandbox.control('answer', {
    service: 'dataverse',
    match: 'POST /api/data/v9.2/accounts',
    times: 1,
    answer: { status, body: { error: { code, message } } },
  });

it('makes the row under the id that we chose, with what was filled in and nothing else', async () => {
  const wanted = wish();
  const outcome = await create(wanted);
  expect(outcome).toMatchObject({ outcome: 'created', customer: { id: wanted.id, name: 'Quillfeather Looms' } });
  expect(made('Quillfeather Looms')).toEqual([expect.objectContaining({ id: wanted.id, city: 'Oban', more: {} })]);
});

it('finds what an earlier try has made, whatever its duplicate rules say of it', async () => {
  const wanted = wish();
  await create(wanted);
  expect(await create(wanted)).toMatchObject({ outcome: 'created', customer: { id: wanted.id } });
  answerWith(500, '0x80040333', 'A duplicate.');
  expect(await create(wanted)).toMatchObject({ outcome: 'created', customer: { id: wanted.id } });
  expect(made('Quillfeather Looms')).toHaveLength(1);
});

it.each([
  ['as it is documented', undefined],
  ['as a 412', 412],
])('names those that a duplicate may be: %s', async (_how, status) => {
  const wanted = wish({ details: { name: 'contoso limited', mail: "o'hara@x.example" } });
  if (status !== undefined) answerWith(status, '0x80040333', 'A duplicate of the current record already exists.');
  const outcome = await create(wanted);
  expect(outcome).toMatchObject({
    outcome: 'refused',
    refusal: { kind: 'duplicate', like: [{ id: customerId('Contoso Limited') }] },
  });
  expect(posts()[0]?.headers).toMatchObject({ 'mscrm.suppressduplicatedetection': 'false' });
});

it('makes a duplicate for whoever insists', async () => {
  const wanted = wish({ details: { name: 'Contoso Limited' }, anyway: true });
  expect(await create(wanted)).toMatchObject({ outcome: 'created' });
  expect(posts()[0]?.headers).toMatchObject({ 'mscrm.suppressduplicatedetection': 'true' });
  expect(made('Contoso Limited')).toHaveLength(2);
});

it('names the privilege that the app lacks, and the setting', async () => {
  stand.sandbox.control('lack', { permission: 'prvCreate' });
  expect(await create(wish())).toMatchObject({
    outcome: 'refused',
    refusal: { kind: 'no-right', words: 'prvCreateaccount' },
    trouble: { remedy: expect.stringContaining('CREATE_CUSTOMERS=off') },
  });
});

it('says the words of a rule that forbids it, and of a key that has to be one of a kind', async () => {
  answerWith(400, '0x80040265', 'An account needs an account number.');
  expect(await create(wish())).toMatchObject({
    refusal: { kind: 'data', words: 'An account needs an account number.' },
  });
  answerWith(412, '0x80060892', 'Entity Key VAT requirement violated.');
  expect(await create(wish())).toMatchObject({
    refusal: { kind: 'data', words: 'Entity Key VAT requirement violated.' },
  });
});

it('names who wanted it where Dataverse knows them, and else does what the setting of writes says', async () => {
  await create(wish({ onBehalfOf: MEGAN }));
  expect(made('Quillfeather Looms')[0]?.createdBy).toBe('Megan Bowen');
  const stranger = wish({ details: { name: 'Zephyrine Candles' }, onBehalfOf: randomUUID() });
  expect(await create(stranger)).toMatchObject({ outcome: 'refused', refusal: { kind: 'person' } });
  const { newCustomers } = stand.directory({ createsCustomers: true, writesAsApp: true });
  const outcome = newCustomers?.by === 'service' ? await newCustomers.create(stranger) : undefined;
  expect(outcome).toMatchObject({ outcome: 'created' });
  expect(made('Zephyrine Candles')[0]?.createdBy).toBe('# Handshake');
});

it('does not know how it ended when the answer is lost', async () => {
  stand.sandbox.control('drop', { service: 'dataverse', match: 'POST', times: 1 });
  expect(await create(wish())).toMatchObject({ outcome: 'failed', trouble: { kind: 'unreachable' } });
  expect(posts()).toHaveLength(1);
});

it('has its columns checked only where customers are made', async () => {
  expect(stand.directory().newCustomers).toBeUndefined();
  expect(await stand.directory({ createsCustomers: true }).check()).toEqual([]);
});
