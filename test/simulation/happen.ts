import { noteEvent, wantSync } from '../../src/records/note-event';
import { createRandom } from '../../src/sandbox/random';
import { offsetAt } from '../../src/domain/calendar';
import { startWatch } from '../../src/tasks/watch-company';
import { changeSettings } from '../../src/tasks/change-settings';
import { CHANNELS, PEOPLE } from './cast';
import { companyName, tenantOf } from './companies';
import { ask, askWhileAway, create, invite, openChat, review, turnIn } from './doings';
import { cardsOf, clickSomething } from './clicks';
import type { Crew } from './crew';
import { shownIn } from './drawings';
import type { Front } from './front';
import type { Ground } from './ground';
import type { Ledger } from './ledger';
import type { Act, Plan } from './plan';
import { CALM } from './lines';
import type { Source } from './lines';

export interface Stage {
  readonly ground: Ground;
  readonly ledger: Ledger;
  readonly front: Front;
  readonly crew: Crew;
  readonly quiet: Plan['quiet'];
}

/** When a team is not at work. */
export const NIGHTS = { from: '18:00', to: '08:00', days: ['saturday', 'sunday'] } as const;
/** The first two keep the holidays of Austria, too; in the first what is urgent may come at any hour. */
const FREE_DAYS = [{ holidays: 'AT', urgent: true }, { holidays: 'AT' }, {}] as const;

/** The first minute of people's time, by the clock of the channel on the day of the setting. */
function quietIn(zone: string, at: number): { readonly from: string; readonly to: string } {
  const hour = 9 + offsetAt(at, zone) / 60;
  const two = (n: number): string => String(n).padStart(2, '0');
  return { from: `${two(hour - 1)}:59`, to: `${two(hour)}:01` };
}

/** So many companies accept at one moment. */
const RUSH = 9;

/** Lets an act happen; what it starts goes on by itself. */
export function happen(stage: Stage, act: Act): void {
  const { ground, ledger, crew } = stage;
  const { scheduler, lines } = ground;
  switch (act.act) {
    case 'install':
      void install(stage, act.channel, act.n);
      return;
    case 'join':
      join(stage, act.n);
      return;
    case 'rush':
      for (let more = 0; more < RUSH; more += 1) join(stage, act.n * 100 + more);
      return;
    case 'click':
      void clickSomething(stage, PEOPLE[act.person]!, act.n);
      return;
    case 'race':
      race(stage, act.n);
      return;
    case 'hand':
      mapByHand(stage, act.n);
      return;
    case 'tussle':
      tussle(stage, act.person, act.n);
      return;
    case 'rename':
      rename(stage, act.n);
      return;
    case 'leave':
      leave(stage, act.n);
      return;
    case 'run-out':
      runOut(stage, act.n);
      return;
    case 'watch':
      void watch(stage, act.n);
      return;
    case 'invite':
      void invite(stage, act.n);
      return;
    case 'create':
      void create(stage, act.n);
      return;
    case 'review':
      void review(stage, act.n);
      return;
    case 'ask':
      void ask(stage, act.n);
      return;
    case 'fill':
      fill(stage, act.forMs);
      return;
    case 'outage':
      outage(stage, act.service, act.forMs);
      return;
    case 'weather':
      ground.tell('weather', JSON.stringify(act.weather));
      lines.weather = act.weather;
      ledger.disturb('all', act.forMs + 20_000);
      scheduler.after(scheduler.world, act.forMs, () => {
        lines.weather = CALM;
        ground.tell('weather', 'calm');
      });
      return;
    default:
      crew.trouble(act);
  }
}

/** Nothing can be written any more, and somebody makes room. */
function fill({ ground, ledger }: Stage, forMs: number): void {
  ground.tell('the disk', `is full for ${forMs} ms`);
  ground.database.isFull = true;
  ledger.disturb('all', forMs + 20_000);
  ground.scheduler.after(ground.scheduler.world, forMs, () => {
    ground.database.isFull = false;
  });
}

/** A source is away for hours; before it is back somebody asks for health. */
function outage(stage: Stage, service: Source, forMs: number): void {
  const { ground } = stage;
  const { scheduler, lines } = ground;
  ground.tell(service, `is away for ${forMs} ms`);
  lines.away(service, true);
  scheduler.after(scheduler.world, forMs, () => void askWhileAway(stage, service));
  scheduler.after(scheduler.world, forMs + 50_000, () => {
    lines.away(service, false);
    ground.tell(service, 'is there again');
  });
}

async function install({ ground, ledger, front, quiet }: Stage, channel: number, n: number): Promise<void> {
  const place = CHANNELS[channel]!;
  const { scheduler, zone } = ground;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    ground.tell('Ana', `installs the bot in ${place.name}`);
    const turn = turnIn(ground, place, n + attempt * 1_000, { kind: 'installed', upgrade: false });
    await front.ask('installation', (replica) => replica.conductor.converse(turn));
    const known = ground.database.all('conversation').find((one) => one.conversationId === place.conversationId);
    if (known?.settings.notifications === true) {
      ledger.installed.set(place.conversationId, ground.scheduler.now());
      const wanted = { topic: 'digest', value: 'daily', time: '08:30', timeZone: zone } as const;
      if (channel > 0 && quiet !== 'nights') return;
      await front.ask('digest', ({ ports }) => changeSettings(ports, known, wanted, 'en'));
      const hours = quiet === 'nights' ? { ...NIGHTS, ...FREE_DAYS[channel] } : quietIn(zone, scheduler.now());
      const wish = { topic: 'quiet', quiet: { on: true, ...hours }, timeZone: zone } as const;
      if (quiet !== 'never') await front.ask('quiet', ({ ports }) => changeSettings(ports, known, wish, 'en'));
      return;
    }
    await front.pause(20_000);
  }
}

/** A company accepts; Partner Center tells us, or forgets to, and Work 365 sees it some time later. */
function join({ ground, ledger, front }: Stage, n: number): void {
  const { scheduler, sources, seed } = ground;
  const random = createRandom(`${seed} join ${n}`);
  const tenantId = tenantOf(seed, n);
  const name = companyName(n + 3);
  const tenant = { tenantId, name, defaultDomain: `${name.toLowerCase().replace(' ', '')}.onmicrosoft.com` };
  sources.tenants.set(tenantId, { tenant, relation: 'reseller', relationName: 'Reseller' });
  ledger.joined.set(tenantId, scheduler.now());
  ground.tell('world', `${name} (${tenantId}) accepts`);
  scheduler.after(scheduler.world, random.next() * 120_000, () => {
    ground.tell('Work 365', `has a row of ${name}`);
    sources.addRow(tenantId, name);
  });
  const tell = async (): Promise<void> => {
    const event = { source: 'partner-center', event: 'accepted', key: `accepted-${tenantId}`, tenantId } as const;
    const at = scheduler.now();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const asked = await front.ask(event.key, ({ ports }) => noteEvent(ports, { ...event, at }));
      if (asked.asked === 'answered') {
        const isThere = ground.database.all('event').some(({ id }) => id.includes(event.key));
        if (!isThere) ledger.breaks('what is acknowledged is written down', event.key);
        return;
      }
      await front.pause(5_000);
    }
  };
  for (let times = random.below(4); times > 1; times -= 1)
    scheduler.after(scheduler.world, random.next() * 20_000, () => void tell());
}

/** Two people click on the same card at the same moment. */
function race(stage: Stage, n: number): void {
  const random = createRandom(`${stage.ground.seed} race ${n}`);
  const channels = new Set(CHANNELS.map(({ conversationId }) => conversationId));
  const cards = cardsOf(stage.ground, PEOPLE[0]!).filter(({ conversationId }) => channels.has(conversationId));
  if (cards.length === 0) return;
  const card = random.pick(cards);
  for (const person of PEOPLE.slice(0, 2 + random.below(2)))
    stage.ground.scheduler.after(stage.ground.scheduler.world, random.next() * 60, () => {
      void clickSomething(stage, person, n, card);
    });
}

/** Somebody decides here while somebody else maps the same account in Work 365. */
function tussle(stage: Stage, at: number, n: number): void {
  const { ground } = stage;
  const random = createRandom(`${ground.seed} tussle ${n}`);
  const person = PEOPLE[at]!;
  const cards = cardsOf(ground, person);
  if (cards.length === 0) return;
  const card = random.pick(cards);
  const shown = shownIn(card.contents.at(-1));
  const tenantId = shown?.shows === 'account' ? shown.accountId.split(':')[2] : undefined;
  ground.scheduler.after(ground.scheduler.world, random.next() * 1_500, () => {
    mapByHand(stage, n, tenantId);
  });
  void clickSomething(stage, person, n, card);
}

function mapByHand({ ground, front }: Stage, n: number, of?: string): void {
  const { sources, seed, scheduler } = ground;
  const random = createRandom(`${seed} hand ${n}`);
  const rows = [...sources.rows.values()].filter(({ tenantId }) => of === undefined || tenantId === of);
  if (rows.length === 0) return;
  const { tenantId, row } = random.pick(rows);
  const customerId = random.below(3) === 0 ? undefined : random.pick([...sources.customers.keys()]);
  ground.tell('Work 365', `somebody maps ${row.name} to ${customerId ?? 'nobody'}`);
  sources.mapByHand(tenantId, customerId);
  if (random.below(2) === 0)
    scheduler.after(scheduler.world, random.next() * 5_000, () => {
      void front.ask('a change in Work 365', ({ ports }) => wantSync(ports, 'work365', 'changed'));
    });
}

function rename({ ground }: Stage, n: number): void {
  const { sources, seed } = ground;
  const known = createRandom(`${seed} rename ${n}`).pick([...sources.tenants.values()]);
  const name = `${companyName(n)} Group`;
  ground.tell('world', `${known.tenant.name} is called ${name} now`);
  sources.tenants.set(known.tenant.tenantId, { ...known, tenant: { ...known.tenant, name } });
}

function leave({ ground, ledger }: Stage, n: number): void {
  const { sources, seed } = ground;
  const { tenant } = createRandom(`${seed} leave ${n}`).pick([...sources.tenants.values()]);
  ground.tell('world', `${tenant.name} (${tenant.tenantId}) is no customer any more`);
  sources.tenants.delete(tenant.tenantId);
  ledger.left.add(tenant.tenantId);
}

/** Somebody switches a renewal off: a subscription ends within hours, or within weeks. */
function runOut({ ground }: Stage, n: number): void {
  const { sources, seed, scheduler } = ground;
  const random = createRandom(`${seed} run out ${n}`);
  const { tenant } = random.pick(
    [...sources.tenants.values()].filter((one) => !sources.runsOut.has(one.tenant.tenantId)),
  );
  const hours = random.below(3) === 0 ? 24 * (1 + random.below(60)) : 6 + random.below(30);
  sources.runsOut.set(tenant.tenantId, scheduler.now() + hours * 3_600_000);
  ground.tell('world', `a subscription of ${tenant.name} (${tenant.tenantId}) ends in ${hours} hours`);
}

async function watch(stage: Stage, n: number): Promise<void> {
  const { ground, front } = stage;
  const person = PEOPLE[n % PEOPLE.length]!;
  ground.tell(person.name, 'opens a chat with the bot and watches a company');
  const conversationId = await openChat(stage, person, n);
  await front.ask('watch', ({ ports }) =>
    startWatch(ports, { person, conversationId, language: 'en' }, companyName(n + 4)),
  );
}
