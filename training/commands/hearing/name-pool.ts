import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from './dice';
import type { Marked } from './spans';

const CUE_WORDS =
  'Map Watch Status Undo Digest History Link Invite List Help Show Stop Accept Mute Settings Monday Weekly Pending Users Licence Open Change Log Daily Alert Report Wait First Last Next New Today Morning Good Thanks Who When Right Left Back Still Active Ready Free Total All Other'.split(
    ' ',
  );
const NOUNS =
  'Group Clinic Bakery Studio Systems Logistics Foods Repairs Partners Consulting Media Labs Motors Dental Garden Café Transport Energy Services House Trading Works Design GmbH Ltd BV SARL AG LLC Inc'.split(
    ' ',
  );
const ENDINGS = ['com', 'de', 'co.uk', 'net', 'nl', 'fr', 'es', 'io', 'onmicrosoft.com', 'org', 'in', 'eu'];

const PLAIN_WORDS =
  'oak ash pine blue red green river stone king bishop garden map compass moon star bell lion crown rose hill bridge ship anchor mill field lake corner market north south east west old new little grand two seven eight eleven three hope light fire water harbour castle tower fox bear eagle swan honey silver golden sticky sweet sunny happy lucky flip flop wok bao soap plant ginger cactus bubble slow fast first second bright early right way this that good better best open closed symbol status copper maple thistle heather willow barley pepper ginger salt sugar cloud thunder bean leaf root branch turtle penguin wren otter badger jolly busy lazy clever grumpy'.split(
    ' ',
  );
const TRADES =
  'furniture sawmill hardware plumbing cinema bakery dental books toys printers estates timber marine fruit fish care cleaning roofing tiles tax advisers pharmacy garage flowers coffee brewing travel shoes fabrics steel paints vets school club shop sweets grocers studio salon nursery surgery cafe bar grill diner holdings northern leisure seafood solar plants pets gifts florist joinery blinds windows tyres scaffolding sports gym yoga crafts pottery cheese wines brewery records cycles toffee barbers optics legal kitchens stationery'.split(
    ' ',
  );

/** "Contoso US", "Vos Groep 2": what stands behind a name and belongs to it. */
function branch(name: string, dice: Dice): string {
  return `${shortened(name, dice)} ${dice.pick(['2', 'US', 'UK', 'Nord', '24', 'DE', 'Group', '3', 'No 4', 'Sp. z o.o.', 'sp.j.', 'Pvt Ltd', 'e.V.', '(Leeds) Ltd', 'EU', 'One'])}`;
}

/** "Oak and Ash Furniture": names of plain words, as many small firms have them. */
function plain(dice: Dice): string {
  const word = () => dice.pick(PLAIN_WORDS);
  const head = dice.next() < 0.25 ? `${word()} ${dice.pick(['and', 'of', '&', 'to'])} ${word()}` : word();
  const name = dice.next() < 0.8 ? `${head} ${dice.pick(TRADES)}` : `${head} ${word()}`;
  const number = dice.next() < 0.1 ? ` ${dice.pick(['2', '3', '7', '24', 'two', 'three'])}` : '';
  return `${name}${number}`
    .replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/ (And|Of|To) /g, (join) => join.toLowerCase());
}

export function realNames(): readonly string[] {
  return readFileSync(join(process.cwd(), 'training', 'matching', 'data', 'customers.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { name: string }).name)
    .filter((name) => name.length <= 45);
}

/** Names of all kinds to put in the place of others: real ones, those of other utterances, domains, ids. */
export function namePool(rows: readonly Marked[], size = 12_000): readonly string[] {
  const dice = new Dice(11);
  const real = realNames();
  const own = [...new Set(rows.flatMap((row) => row.spans.map((span) => row.text.slice(span.start, span.end))))].sort();
  return Array.from({ length: size }, () => {
    const kind = dice.next();
    if (kind < 0.3) return dice.pick(real);
    if (kind < 0.38) return shortened(dice.pick(real), dice);
    if (kind < 0.62) return dice.pick(own);
    if (kind < 0.72) return plain(dice);
    if (kind < 0.78) return domain(dice.pick(real), dice);
    if (kind < 0.8) return guid(dice);
    return kind < 0.96 ? composed(dice) : branch(dice.pick(real), dice);
  });
}

/** "Zoological Society": how people shorten a long name. */
function shortened(name: string, dice: Dice): string {
  const words = name.split(' ');
  return words
    .slice(0, 1 + dice.below(2))
    .join(' ')
    .replace(/[,&]+$/, '')
    .trim();
}

function composed(dice: Dice): string {
  const joined = dice.next() < 0.2 ? ` ${dice.pick(['&', '&', 'and', '+', 'of', 'for'])} ` : ' ';
  const name = `${dice.pick(CUE_WORDS)}${joined}${dice.pick(dice.next() < 0.4 ? CUE_WORDS : NOUNS)}`;
  return dice.next() < 0.4 ? `${name} ${dice.pick(NOUNS)}` : name;
}

function domain(name: string, dice: Dice): string {
  const label = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .slice(0, 1 + dice.below(2))
    .join(dice.next() < 0.3 ? '-' : '');
  return `${label === '' ? 'contoso' : label}.${dice.pick(ENDINGS)}`;
}

function guid(dice: Dice): string {
  const hex = (length: number) => Array.from({ length }, () => dice.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
}
