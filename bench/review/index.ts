import { howManyFit, REVIEW_PAGE, reviewGroup, SEEN_AT_ONCE } from '../../src/domain/review';
import type { ReviewAnswer, ReviewChoice, ReviewGroup } from '../../src/domain/review';
import { REVIEW_CHOICES } from '../../src/domain/review-said';
import { WORTH_A_LOOK } from '../../src/records/draw-account';
import type { CandidateLine } from '../../src/domain/answers';
import type { Evidence } from '../../src/domain/evidence';
import model from '../../src/matching/model.json';
import { beginReview, saveReview } from '../../src/tasks/review-accounts';
import { createSpeech } from '../../src/views/words/speech';
import { reviewView } from '../../src/views/lists/review';
import { acceptance, account, customer } from '../../test/builders';
import { startCosmosGateway } from '../../test/doubles/cosmos-gateway';
import { taskStand } from '../../test/tasks/stand';
import type { TaskStand } from '../../test/tasks/stand';
import { createLog } from '../../src/runtime/log';
import { openCosmosStore } from '../../src/stores/cosmos';
import { readMatchingData } from '../../training/matching/data';
import type { Account } from '../../training/matching/data';
import { readOutOfFold } from '../../training/matching/out-of-fold';

/** What one page asks: one click to save it, one to choose among what is seen, two where a list has to be unfolded, none for what is ticked. */
const CLICKS = { save: 1, choose: 1, unfold: 2 } as const;
const SHOWN = REVIEW_CHOICES;

/**
 * `npm run bench -- review [embedded]`: the first day of a partner, on companies that the matching had not seen (out of fold): how many are ticked, how many of
 * those are wrong, and how many clicks an account takes a person who agrees with *sure*, chooses among *likely* when the
 * right one is there, and leaves the rest for later. Then how long a page takes to save and to be followed by the next.
 */
export async function benchReview([store]: readonly string[]): Promise<void> {
  printCare();
  await printPages('embedded store', await taskStand());
  if (store === 'embedded') return;
  const gateway = await startCosmosGateway();
  const place = { endpoint: gateway.endpoint, key: 'a2V5', database: 'bench' };
  const cosmos = await openCosmosStore({ ...place, partnerId: 'partner', log: createLog('silent') });
  const stand = await taskStand();
  await printPages('Cosmos double', { ...stand, ports: { ...stand.ports, store: cosmos } });
  await cosmos.close();
  await gateway.close();
}

function printCare(): void {
  const { accounts, customers } = readMatchingData();
  const byId = new Map(customers.map((one) => [one.id, one]));
  const accountById = new Map(accounts.map((one) => [one.id, one]));
  const mapped = new Map<string, number>();
  const count: Record<ReviewGroup, number> = { sure: 0, likely: 0, nothing: 0 };
  let wrong = 0;
  let clicks = 0;
  let page: ReviewGroup[] = [];
  for (const { id, truth, ranked } of readOutOfFold(accounts)) {
    const tenant = accountById.get(id);
    const seen = ranked.filter(({ score }) => score >= WORTH_A_LOOK);
    const candidates = seen.map(({ customerId, score }) => candidate(customerId, score, tenant, byId, mapped));
    const [best] = candidates;
    const verdict = (best?.probability ?? 0) >= model.thresholds.thisOne ? 'this-one' : 'one-of-these';
    const group = reviewGroup({ acceptance: acceptance() }, verdict, candidates);
    count[group] += 1;
    const chosen =
      group === 'sure'
        ? best?.customer.id
        : candidates.slice(0, SHOWN).find((one) => one.customer.id === truth)?.customer.id;
    if (group === 'sure' && chosen !== truth) wrong += 1;
    const isSeen = candidates.length <= SEEN_AT_ONCE;
    if (group !== 'sure' && chosen !== undefined) clicks += isSeen ? CLICKS.choose : CLICKS.unfold;
    page.push(group);
    if (howManyFit(page) < page.length) page = [group];
    if (page.length === 1) clicks += CLICKS.save;
    if (chosen !== undefined) mapped.set(chosen, (mapped.get(chosen) ?? 0) + 1);
  }
  const all = accounts.length;
  console.log(`accounts of unseen companies   ${all}`);
  console.log(`sure                           ${percent(count.sure / all)}`);
  console.log(`wrong among sure               ${percent(wrong / count.sure)} (${wrong})`);
  console.log(`clicks per account             ${(clicks / all).toFixed(2)}`);
}

function candidate(
  id: string,
  probability: number,
  tenant: Account | undefined,
  customers: ReadonlyMap<string, { readonly name: string; readonly country?: string }>,
  mapped: ReadonlyMap<string, number>,
): CandidateLine {
  const { name = '', country } = customers.get(id) ?? {};
  const differs = country !== undefined && tenant?.country !== undefined && country !== tenant.country;
  const evidence: Evidence[] = differs
    ? [{ code: 'other-country', side: 'against', weight: -1, account: tenant.country ?? '', customer: country }]
    : [];
  return { customer: { id, name }, probability, evidence, mappedAccounts: mapped.get(id) ?? 0 };
}

const ACCOUNTS = 1_200;

/** 1,200 open accounts, gone through to the end; each page is twelve decisions, each on disk before the answer. */
async function printPages(name: string, stand: TaskStand): Promise<void> {
  const { ports } = stand;
  const speech = createSpeech('en');
  for (let n = 0; n < ACCOUNTS; n++) await prepare(stand, n);
  const person = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
  const took: number[] = [];
  let page: ReviewAnswer = await beginReview(ports, person, { page: 'page-0', where: 'chat' });
  for (let n = 1; page.rows.length > 0; n++) {
    const rows = page.rows.map(choice);
    const began = performance.now();
    const { progress } = page;
    page = await saveReview(ports, person, rows, { page: `page-${n}`, where: 'chat' }, { progress });
    reviewView(page, speech);
    took.push(performance.now() - began);
  }
  await stand.close();
  took.sort((a, b) => a - b);
  const at = (share: number): string => `${(took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(0)} ms`;
  console.log(`pages of ${REVIEW_PAGE}, ${name.padEnd(15)}   ${took.length}: p50 ${at(0.5)}, p99 ${at(0.99)}`);
}

function choice({ account: { accountId }, asOf, candidates }: ReviewAnswer['rows'][number]): ReviewChoice {
  const [best] = candidates;
  return {
    accountId,
    asOf,
    choice: best === undefined ? { verb: 'ignore' } : { verb: 'pick', customerId: best.customer.id },
  };
}

async function prepare({ ports }: TaskStand, n: number): Promise<void> {
  const tenantId = `22222222-2222-4222-8222-${String(n).padStart(12, '0')}`;
  const name = `Company ${n.toString(36)} ${['Bakery', 'Logistics', 'Dental', 'Marine'][n % 4] ?? ''}`;
  const defaultDomain = `company${n.toString(36)}.onmicrosoft.com`;
  const record = account({ tenantId, tenant: { tenantId, name, defaultDomain, country: 'GB' } });
  const document = {
    kind: 'customer',
    id: `customer:c${n}`,
    partnerId: 'partner',
    format: 1,
    customer: customer({ id: `c${n}`, name: `${name} Ltd`, website: `company${n.toString(36)}.com` }),
  } as const;
  for (const one of [document, record]) {
    await ports.store.write({ write: 'insert', document: one });
    ports.register.apply(one);
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
