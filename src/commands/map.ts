import { withoutPossessive } from './name-like';
import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent } from './intent';
import type { PhrasePart } from './match';

/**
 * map A to B | link A with B | A belongs to B | A -> B
 */
export const map: Command = {
  name: 'map',
  help: 'help.map',
  summary: 'Maps a provider account to a customer; asks before anything is written.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['map', 'belongs', 'arrow'],
  frames: [
    frame('map A to B pairend?'),
    frame('map A arrow B pairend?'),
    frame('A aux B', { cost: 0.2, tag: 'equals' }),
    ...frames(['A to B map', 'A belongs B', 'A belongs B (map|pairend)'], { cost: 0.15 }),
    ...frames(['map A onto B pairend?', 'map A B pairend'], { cost: 0.35 }),
    ...frames(['map mapping A to B', 'map A B map'], { cost: 0.3 }),
    ...frames(['A arrow B', 'A map to B'], { cost: 0.2 }),
  ],
  examples: {
    en: ['map {name} to {other}', '{name} belongs to {other}', '{name} -> {other}'],
    de: ['ordne {name} dem Kunden {other} zu', '{name} gehört zu {other}'],
    fr: ['associe {name} à {other}', '{name} appartient à {other}'],
    es: ['asigna {name} a {other}', '{name} pertenece a {other}'],
    nl: ['koppel {name} aan {other}', '{name} hoort bij {other}'],
  },
  build,
};

/** Two cuts whose costs lie closer than this cannot be told apart. */
const MARGIN = 0.2;

function build(reading: Reading): Intent | 'ambiguous' | undefined {
  const swapped = isSwapped(reading);
  const account = reading.name(swapped ? 'B' : 'A');
  const named = reading.name(swapped ? 'A' : 'B');
  const first = reading.part('A');
  const second = reading.part('B');
  if (account === undefined || named === undefined || !first || !second) return undefined;
  const customer = ownerIn(reading, named);
  if (account.toLowerCase() === customer.toLowerCase() && account === customer) return undefined;
  if (isInviteLink(reading)) return undefined;
  if (reading.tag === 'equals' && !isAddress(reading, first)) return undefined;
  return isCutClear(reading, first, second) ? { name: 'map', account, customer } : 'ambiguous';
}

/** In "map Road to Recovery to R2R" each `to` could part the names; only a clearly better cut is taken. */
function isCutClear(reading: Reading, first: PhrasePart, second: PhrasePart): boolean {
  const { sentence } = reading;
  const cut = reading.match.parts.find((part) => part.start >= first.end && part.end <= second.start);
  if (!cut) return true;
  const chosen = sentence.name(first.start, first.end) + sentence.name(second.start, second.end);
  for (let at = first.start + 1; at < second.end - 1; at += 1) {
    if (at >= cut.start && at < cut.end) continue;
    const other = sentence
      .hitsAt(at)
      .find((hit) => hit.concept === 'to' && sentence.tokens[at]?.fold === sentence.tokens[cut.start]?.fold);
    if (!other || sentence.capital(at)) continue;
    if (sentence.name(first.start, at) + sentence.name(other.end, second.end) < chosen + MARGIN) return false;
  }
  return true;
}

const ACCOUNT = new Set('account accounts acct tenant konto anbieterkonto mandant compte cuenta inquilino'.split(' '));

/** "X is one of Contoso's": the company is Contoso. */
function ownerIn(reading: Reading, name: string): string {
  const belongs = reading.match.parts.find((part) => part.concept === 'belongs');
  const owned = belongs && /\bof$/i.test(reading.sentence.slice(belongs.start, belongs.end));
  return owned ? withoutPossessive(name) : name;
}

/** "Map customer Contoso to account X": the words before the names say which is which. */
function isSwapped(reading: Reading): boolean {
  const before = (slot: 'A' | 'B') => (reading.part(slot)?.start ?? 0) - 1;
  const { sentence } = reading;
  return sentence.is(before('A'), 'customer') && ACCOUNT.has(sentence.tokens[before('B')]?.fold ?? '');
}

/** "contoso.onmicrosoft.com is Contoso Ltd" maps; "Contoso is Fabrikam" may mean anything. */
function isAddress(reading: Reading, part: PhrasePart): boolean {
  const { tokens } = reading.sentence;
  const kind = tokens[part.start]?.kind;
  return part.end - part.start === 1 && (kind === 'domain' || kind === 'id') && tokens.at(-1)?.raw !== '?';
}

/** "the link for X" and "invite link X to Y" speak of the invitation, not of mapping. */
function isInviteLink({ sentence, match }: Reading): boolean {
  const verb = match.parts.find((part) => part.concept === 'map');
  if (!verb || sentence.tokens[verb.start]?.fold !== 'link') return false;
  const before = sentence.tokens[verb.start - 1]?.fold ?? '';
  const after = sentence.tokens[verb.end]?.fold ?? '';
  return (
    sentence.is(verb.start - 1, 'invite') ||
    ['the', 'a', 'this', 'that', 'our', 'reseller'].includes(before) ||
    ['for', 'to'].includes(after)
  );
}
