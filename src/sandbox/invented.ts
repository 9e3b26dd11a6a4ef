import type { CastCustomer, CastTenant } from './cast';
import type { Random } from './random';

/** Companies made of parts, for the ordinary rest of a CRM and for worlds of any size. */
const FIRST = [
  'Ashford',
  'Birchwood',
  'Calder',
  'Dunmore',
  'Eastgate',
  'Ferndale',
  'Granite',
  'Hollybank',
  'Ironbridge',
  'Juniper',
  'Kingsley',
  'Larkfield',
  'Moorside',
  'Newhaven',
  'Orchard',
  'Pinnacle',
  'Quayside',
  'Redwood',
  'Stonebridge',
  'Thornbury',
  'Upland',
  'Vanguard',
  'Westbrook',
  'Yarrow',
  'Amberley',
  'Blackthorn',
  'Copperfield',
  'Drayton',
  'Elmstead',
  'Fairholme',
] as const;
const TRADE = [
  'Dental Group',
  'Property Management',
  'Timber',
  'Freight',
  'Architects',
  'Veterinary Clinic',
  'Foods',
  'Instruments',
  'Plastics',
  'Recruitment',
  'Water Treatment',
  'Motor Group',
  'Textiles',
  'Insurance Brokers',
  'Roofing',
  'Software',
  'Catering',
  'Surveyors',
  'Packaging',
  'Electrical',
  'Nurseries',
  'Printing',
  'Scaffolding',
  'Accountancy',
] as const;

interface Place {
  readonly code: string;
  readonly country: string;
  readonly forms: readonly string[];
  readonly cities: readonly string[];
  readonly suffix: string;
}

const PLACES: readonly Place[] = [
  {
    code: 'GB',
    country: 'United Kingdom',
    forms: ['Ltd', 'Limited', 'LLP', 'plc'],
    cities: ['Leeds', 'Derby', 'Hull', 'Poole'],
    suffix: 'co.uk',
  },
  { code: 'IE', country: 'Ireland', forms: ['Ltd', 'DAC'], cities: ['Dublin', 'Galway'], suffix: 'ie' },
  { code: 'US', country: 'USA', forms: ['Inc.', 'LLC', 'Corp.'], cities: ['Boise', 'Tulsa', 'Akron'], suffix: 'com' },
  {
    code: 'DE',
    country: 'Germany',
    forms: ['GmbH', 'AG', 'GmbH & Co. KG'],
    cities: ['Kassel', 'Ulm', 'Bonn'],
    suffix: 'de',
  },
  { code: 'NL', country: 'Netherlands', forms: ['B.V.', 'N.V.'], cities: ['Breda', 'Zwolle'], suffix: 'nl' },
  { code: 'AU', country: 'Australia', forms: ['Pty Ltd'], cities: ['Perth', 'Hobart'], suffix: 'com.au' },
];

export interface Invented {
  readonly customer: CastCustomer;
  readonly tenant: Omit<CastTenant, 'state'>;
}

/** The company of this number. With more than 720 of them, a number joins the name. */
export function invent(random: Random, number: number): Invented {
  const first = FIRST[number % FIRST.length] ?? FIRST[0];
  const trade = TRADE[Math.floor(number / FIRST.length) % TRADE.length] ?? TRADE[0];
  const round = Math.floor(number / (FIRST.length * TRADE.length));
  const core = round === 0 ? `${first} ${trade}` : `${first} ${trade} ${round + 1}`;
  const place = random.pick(PLACES);
  const label = core.toLowerCase().replace(/[^a-z0-9]/g, '');
  const host = `${label}.${place.suffix}`;
  const name = `${core} ${random.pick(place.forms)}`;
  const customer: CastCustomer = {
    name,
    ...(random.next() < 0.7 ? { website: random.pick([host, `www.${host}`, `https://www.${host}/`]) } : {}),
    ...(random.next() < 0.8 ? { mail: random.next() < 0.1 ? `${label}@gmail.com` : `office@${host}` } : {}),
    city: random.pick(place.cities),
    ...(random.next() < 0.85 ? { country: random.pick([place.country, place.code]) } : {}),
  };
  return { customer, tenant: tenantOf(random, { core, name, label, host, country: place.code }) };
}

interface Company {
  readonly core: string;
  readonly name: string;
  readonly label: string;
  readonly host: string;
  readonly country: string;
}

/** How the customer's administrator once typed the name into Microsoft 365. */
function tenantOf(random: Random, { core, name, label, host, country }: Company): Omit<CastTenant, 'state'> {
  const typed = [core, name, name.toUpperCase(), core.replaceAll(' ', ''), core.split(' ').slice(0, 2).join(' ')];
  return {
    name: random.pick(typed),
    label: random.next() < 0.8 ? label : `netorg${1_000_000 + random.below(8_999_999)}`,
    country,
    of: name,
    ...(random.next() < 0.5 ? { domains: [host] } : {}),
    admin: random.pick(['active', 'pending', 'none'] as const),
    agreement: random.pick(['direct', 'attested', 'unsigned'] as const),
  };
}
