import type { Invented } from '../../src/sandbox/invented';
import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';

/** What companies of one country are made of. */
interface Land {
  readonly code: string;
  readonly country: string;
  readonly suffix: string;
  readonly forms: readonly string[];
  readonly cities: readonly string[];
  readonly people: readonly string[];
  readonly trades: readonly string[];
  /** Of coined words. */
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  readonly and: string;
}

const words = (text: string): readonly string[] => text.split(' ');
const lines = (text: string): readonly string[] => text.split('|');

const LANDS: readonly Land[] = [
  {
    code: 'DE',
    country: 'Deutschland',
    suffix: 'de',
    forms: ['GmbH', 'AG', 'GmbH & Co. KG', 'KG', 'e.K.', 'UG (haftungsbeschränkt)'],
    cities: words('Kassel Ulm Bonn München Nürnberg Köln Lübeck Görlitz Rostock Trier Fürth Gießen'),
    people: words(
      'Müller Schröder Bäcker Köhler Weiß Vogel Brandt Lindner Hauser Jäger Kühn Sommer Winkler Böhm Krämer Zöllner Pfeiffer Lorenz Ritter Steiner',
    ),
    trades: lines(
      'Maschinenbau|Gebäudetechnik|Spedition|Steuerberatung|Zahntechnik|Bäckerei|Holzbau|Kältetechnik|Verlag|Werkzeuge|Medizintechnik|Gartenbau|Elektrotechnik|Metallbau|Immobilien',
    ),
    beginnings: words(
      'Alten Berg Eich Feld Gold Hohen Kalten Linden Neu Ober Rosen Sand Stein Tannen Unter Wald Wieder Zwölf',
    ),
    endings: words('bach berg burg dorf feld hausen heim hof kirchen mühle reuth stett tal werk'),
    and: '&',
  },
  {
    code: 'GB',
    country: 'United Kingdom',
    suffix: 'co.uk',
    forms: ['Ltd', 'Limited', 'LLP', 'plc'],
    cities: words('Leeds Derby Hull Poole Truro Wigan Perth Stirling Exeter Lincoln'),
    people: words(
      'Hargreaves Pemberton Whitlock Ashdown Cavendish Thackeray Ellison Fairbairn Goodwin Holloway Ingram Kendrick Lockwood Merriman Naylor Ormerod Prescott Radcliffe Standish Tolliver',
    ),
    trades: lines(
      'Engineering|Dental Care|Property|Timber|Freight|Architects|Veterinary Group|Foods|Instruments|Recruitment|Surveyors|Packaging|Roofing|Accountancy|Catering',
    ),
    beginnings: words('Ash Black Cold Dun East Fern Grey Holl Iron Kings Lark Moor New Oak Red Stone Thorn West'),
    endings: words('bank borough bridge brook dale field ford gate ham haven ley mere stead ton wick'),
    and: '&',
  },
  {
    code: 'FR',
    country: 'France',
    suffix: 'fr',
    forms: ['SARL', 'SAS', 'SA', 'EURL'],
    cities: words('Nantes Dijon Reims Nîmes Angers Besançon Orléans Béziers Metz Tours'),
    people: words(
      'Lefèvre Moreau Girard Mercier Blanchet Faucher Chevalier Delaunay Guérin Lacroix Marchand Perrin Rousselot Tessier Vasseur Bérard Carpentier Dufour Évrard Fournier',
    ),
    trades: lines(
      'Menuiserie|Transports|Conseil|Boulangerie|Électricité|Imprimerie|Ingénierie|Vins|Pharmacie|Plomberie|Cosmétiques|Jardins|Bâtiment|Logistique|Assurances',
    ),
    beginnings: words('Beau Bel Bois Champ Château Clair Font Grand Haut Mont Neuf Pont Roche Saint Val Vert Ville'),
    endings: words('bois champ court fontaine lieu mont pierre pré rive roux sault val vent vielle ville'),
    and: 'et',
  },
  {
    code: 'ES',
    country: 'España',
    suffix: 'es',
    forms: ['S.L.', 'S.A.', 'S.L.U.'],
    cities: words('Vigo Gijón Málaga Cádiz Burgos Murcia Lugo Huelva Teruel Jaén'),
    people: words(
      'Ibáñez Quiroga Ortega Peñalver Salcedo Aranda Benítez Castaño Domínguez Escudero Fuentes Galindo Herrero Jurado Lozano Medrano Núñez Olmedo Pacheco Rubio',
    ),
    trades: lines(
      'Construcciones|Transportes|Asesores|Alimentación|Instalaciones|Talleres|Bodegas|Inmobiliaria|Ingeniería|Farmacia|Muebles|Textil|Frutas|Maquinaria|Consultoría',
    ),
    beginnings: words('Agua Alta Bella Cam Casa Costa Flor Gran Luz Mar Monte Nava Peña Rio Sierra Torre Villa'),
    endings: words('blanca clara dorada fria fuerte linda mar mayor norte nueva oro real roja seca verde'),
    and: 'y',
  },
  {
    code: 'NL',
    country: 'Nederland',
    suffix: 'nl',
    forms: ['B.V.', 'N.V.', 'VOF'],
    cities: words('Breda Zwolle Gouda Delft Assen Venlo Leiden Ede Hoorn Sneek'),
    people: words(
      'Hendriks Kuipers Brouwer Dekker Vermeulen Schouten Bosman Mulder Prinsen Timmermans Visser Willems Zijlstra Boersma Groot Jansma Kroon Lammers Postma Smeets',
    ),
    trades: lines(
      'Bouw|Installatietechniek|Transport|Accountants|Bloemen|Zuivel|Techniek|Makelaardij|Metaal|Schilders|Software|Verhuur|Tuinen|Horeca|Logistiek',
    ),
    beginnings: words(
      'Amstel Broek Dijk Eems Geld Heide Kamper Lange Maas Noorder Oude Rijn Schie Veld Water Zand Zuider',
    ),
    endings: words('beek berg brug dam dijk duin gracht haven hoek kade land meer oord veen wijk'),
    and: 'en',
  },
];

const CORE: readonly ((random: Random, land: Land) => string)[] = [
  (random, land) => `${random.pick(land.people)} ${random.pick(land.trades)}`,
  (random, land) => `${coined(random, land)} ${random.pick(land.trades)}`,
  (random, land) => `${random.pick(land.people)} ${land.and} ${random.pick(land.people)} ${random.pick(land.trades)}`,
  (random, land) => `${coined(random, land)} ${random.pick(land.trades)} ${random.pick(land.cities)}`,
  (random, land) => `${coined(random, land)} ${coined(random, land)}`,
  (random, land) => `${random.pick(land.trades)} ${random.pick(land.people)} ${random.pick(land.cities)}`,
];

function coined(random: Random, { beginnings, endings }: Land): string {
  return random.pick(beginnings) + random.pick(endings);
}

/** The company of this number, the same in every run: some hundred thousand different names in five languages. */
export function company(number: number): Invented {
  const random = createRandom(`size|${number}`);
  const land = random.pick(LANDS);
  const core = random.pick(CORE)(random, land);
  const name = `${core} ${random.pick(land.forms)}`;
  const label = plain(core);
  const host = `${label}${random.next() < 0.3 ? number : ''}.${random.next() < 0.3 ? 'com' : land.suffix}`;
  const customer = {
    name,
    ...(random.next() < 0.7 ? { website: random.pick([host, `www.${host}`, `https://www.${host}/`]) } : {}),
    ...(random.next() < 0.8 ? { mail: random.next() < 0.1 ? `${label}@gmail.com` : `office@${host}` } : {}),
    city: random.pick(land.cities),
    ...(random.next() < 0.85 ? { country: random.pick([land.country, land.code]) } : {}),
  };
  const typed = [core, name, name, name.toUpperCase(), core.replaceAll(' ', ''), core.split(' ').slice(0, 2).join(' ')];
  const tenant = {
    name: random.pick(typed),
    label: random.next() < 0.8 ? label : `netorg${1_000_000 + random.below(8_999_999)}`,
    country: land.code,
    of: name,
    ...(random.next() < 0.5 ? { domains: [host] } : {}),
    admin: random.pick(['active', 'pending', 'none'] as const),
    agreement: random.pick(['direct', 'attested', 'unsigned'] as const),
  };
  return { customer, tenant };
}

function plain(text: string): string {
  const folded = text.toLowerCase().normalize('NFKD').replaceAll('ß', 'ss');
  return folded.replace(/[^a-z0-9]/g, '').slice(0, 40);
}
