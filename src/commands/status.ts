import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent } from './intent';

/**
 * status NAME | NAME accepted | has NAME accepted | check NAME | any news on NAME | NAME pending | NAME?
 */
export const status: Command = {
  name: 'status',
  help: 'help.status',
  summary: 'Says whether a company has accepted, since when, and what comes next.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['status', 'check', 'news', 'accept'],
  frames: [
    ...frames([
      'NAME accept invite?',
      'NAME (accept|acceptnow) accept? accept?',
      'NAME status',
      'status NAME',
      'news NAME',
      'NAME still? pending accept?',
      'NAME neg accept',
    ]),
    ...frames(
      [
        'check NAME (status|accept)?',
        'accept NAME',
        'pending NAME (accept|link)?',
        'NAME news',
        'relationship NAME',
        'NAME pending invite',
      ],
      { cost: 0.1 },
    ),
    ...frames(
      [
        'NAME invite (accept|status|pending)',
        'status invite NAME',
        'status NAME invite',
        'NAME relationship accept?',
        'check (status|news) NAME',
        'status accept NAME',
        'news invite NAME',
        'accept invite NAME',
        'status NAME accept',
        'NAME arrow (accept|status|pending|neg)',
        'news NAME (status|accept|invite)',
      ],
      { cost: 0.1 },
    ),
    ...frames(['NAME still neg? accept', 'NAME (link|accept) (link|accept)', 'NAME check', 'NAME neg'], { cost: 0.3 }),
    frame('NAME', { cost: 1, tag: 'bare' }),
    frame('NAME', { cost: 0.7, tag: 'asked' }),
  ],
  examples: {
    en: ['status {name}', 'is {name} accepted?', 'has {name} signed up yet?', 'any news on {name}?'],
    de: ['Status {name}', 'hat {name} schon angenommen?', 'gibt es Neues von {name}?'],
    fr: ['statut {name}', 'est-ce que {name} a accepté ?', 'des nouvelles de {name} ?'],
    es: ['estado {name}', '¿ya aceptó {name}?', '¿hay noticias de {name}?'],
    nl: ['status {name}', 'heeft {name} al geaccepteerd?', 'is er nieuws over {name}?'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  if (!companies) return undefined;
  if (reading.tag === 'bare' && !isBareName(reading)) return undefined;
  if (reading.tag === 'asked' && !isAskedAbout(reading)) return undefined;
  if (speaksOfMapping(reading)) return undefined;
  return { name: 'status', companies };
}

/** "Isn't Contoso mapped?", "Contoso is not mapped to Fabrikam": not about acceptance. */
function speaksOfMapping({ sentence, match }: Reading): boolean {
  const denied = match.parts.every((part) => part.slot !== undefined || part.concept === 'neg');
  return denied && (['mapped', 'map', 'unmap', 'unmapped'] as const).some((concept) => sentence.has(concept));
}

/** Nothing that another command is asked with. */
const OTHERWISE = [
  ...(['map', 'mapped', 'mapping', 'unmap', 'undo', 'undothat', 'watch', 'unwatch', 'notify', 'digest'] as const),
  ...(['notifications', 'settings', 'subscriptions', 'licences', 'users', 'invite', 'history', 'offtopic'] as const),
] as const;

/** A question about a company in words that nobody foresaw: most are whether it has accepted. */
function isAskedAbout(reading: Reading): boolean {
  const part = reading.part('NAME');
  const { sentence } = reading;
  if (!part || OTHERWISE.some((concept) => sentence.has(concept))) return false;
  const begins = sentence.is(0, 'aux') || sentence.is(0, 'status');
  const ends = sentence.tokens.slice(part.end).some((token) => token.raw === '?');
  if (!ends || !begins) return false;
  const words = Array.from({ length: part.end - part.start }, (_, index) => part.start + index);
  const capitals = words.filter((at) => sentence.capital(at) && sentence.unknown(at)).length;
  return sentence.knownName(part.start, part.end) || (capitals > 0 && sentence.name(part.start, part.end) <= 0.3);
}

const PLEASE = new Set(['please', 'pls', 'plz', 'bitte', 'svp', 'stp', 'aub', 'porfa', 'graag']);

/** Only a name: believed when it looks like one, or is asked as a question of a word or two. */
function isBareName(reading: Reading): boolean {
  const part = reading.part('NAME');
  const { sentence } = reading;
  if (!part || reading.match.cost > 1.3) return false;
  if (!sentence.knownName(part.start, part.end) && sentence.name(part.start, part.end) > 0.6) return false;
  const around = sentence.size - (part.end - part.start);
  const asked = sentence.tokens.slice(part.end).some((token) => token.raw === '?' || PLEASE.has(token.fold));
  const words = Array.from({ length: part.end - part.start }, (_, index) => part.start + index);
  const certain = words.some((at) => {
    const kind = sentence.tokens[at]?.kind;
    return sentence.capital(at) || kind === 'domain' || kind === 'id' || kind === 'quoted' || sentence.is(at, 'legal');
  });
  const capitals = words.every((at) => sentence.tokens[at]?.kind !== 'word' || sentence.tokens[at].capital);
  if (sentence.knownName(part.start, part.end) || certain || capitals) return around <= 6;
  return asked && words.length <= 4 && around <= 5 && words.some((at) => sentence.unknown(at));
}
