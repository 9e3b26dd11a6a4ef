import type { TimeZone } from '../domain/calendar';
import { properName, UTC } from '../domain/calendar';
import { foldAsked } from './filters/words';

/** A clock as people name it: "Berlin time", "hora de Madrid", "Europe/Zurich". */

/** What others call a town, a country or its clock than the time zone data do. */
const NAMES: Readonly<Record<string, string>> = {
  'Europe/Berlin':
    'berliner germany german deutschland deutsche deutscher allemagne alemania duitsland duitse munich munchen hamburg frankfurt cologne koln stuttgart cet cest mez mesz',
  'Europe/Vienna':
    'vienna wien wiener austria austrian osterreich osterreichische vienne viena wenen oostenrijk graz linz salzburg',
  'Europe/Zurich':
    'zurich zuricher zurcher swiss switzerland schweiz schweizer suisse suiza zwitserland geneva geneve genf basel bern',
  'Europe/Paris': 'paris pariser parijs france french frankreich francia frankrijk lyon marseille',
  'Europe/Madrid': 'madrid madrider spain spanish spanien espana espagne spanje barcelona',
  'Europe/Amsterdam':
    'amsterdam amsterdamse amsterdamer netherlands dutch niederlande pays-bas holland nederland nederlandse rotterdam utrecht',
  'Europe/Brussels':
    'brussels brusselse brussel brusseler bruxelles bruselas belgium belgian belgien belgique belgie antwerp antwerpen gent',
  'Europe/London':
    'london londense londoner londres londen uk british britain england english britische bst manchester',
  'Europe/Dublin': 'dublin ireland irish irland irlande',
  'Europe/Lisbon': 'lisbon lissabon lisboa lisbonne portugal',
  'America/New_York': 'eastern est edt et boston washington miami',
  'America/Chicago': 'central cst cdt ct',
  'America/Denver': 'mountain mst mdt',
  'America/Los_Angeles': 'pacific pst pdt pt seattle san-francisco',
  'UTC': 'utc gmt zulu',
};

let known: ReadonlyMap<string, TimeZone> | undefined;

function zones(): ReadonlyMap<string, TimeZone> {
  if (known !== undefined) return known;
  const all = Intl.supportedValuesOf('timeZone').map((zone): [string, TimeZone] => [
    foldAsked((zone.split('/').at(-1) ?? '').replaceAll('_', '-')),
    zone,
  ]);
  const others = Object.entries(NAMES).flatMap(([zone, names]) =>
    names.split(' ').map((name): [string, TimeZone] => [name, zone]),
  );
  known = new Map([...all, ...others]);
  return known;
}

const ID = /(?<![\p{L}/])(?:[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/-]+|UTC|GMT)(?![\p{L}/])/u;
const PLACE = "\\p{L}[\\p{L}.'-]*(?: \\p{L}[\\p{L}-]*)?";
const SAID = [
  new RegExp(`(?<!\\p{L})(${PLACE})(?: local)? time(?: zone)?(?!\\p{L})`, 'iu'),
  new RegExp(`(?<!\\p{L})(${PLACE})[ -](?:orts)?zeit(?:zone)?(?!\\p{L})`, 'iu'),
  new RegExp(`(?<!\\p{L})(?:à l'|l')?heure (?:de |d'|du )?(${PLACE})`, 'iu'),
  new RegExp(`(?<!\\p{L})hora (?:de |del )?(${PLACE})`, 'iu'),
  new RegExp(`(?<!\\p{L})(?:tijd van |tijd in )(${PLACE})|(?<!\\p{L})(${PLACE}) tijd(?!\\p{L})`, 'iu'),
];

/** The clock that is named in a text, and what is left of it. */
export function zoneIn(text: string): { readonly zone: TimeZone; readonly rest: string } | undefined {
  const id = ID.exec(text);
  const named = id === null ? undefined : properName(id[0]);
  if (id !== null && named !== undefined) return { zone: named, rest: without(text, id.index, id[0].length) };
  for (const pattern of SAID) {
    const found = pattern.exec(text);
    const place = found?.[1] ?? found?.[2];
    if (found === null || place === undefined) continue;
    const words = place.split(' ');
    // "8 Berlin time", "in New York time": the last words are the place.
    for (const said of [words, words.slice(-1), words.slice(0, 1)]) {
      const zone = zones().get(foldAsked(said.join('-')));
      if (zone === undefined) continue;
      const at = text.indexOf(said.join(' '), found.index);
      const end =
        said === words || said[0] === words.at(-1) ? found.index + found[0].length : at + said.join(' ').length;
      const begin = found[0].toLowerCase().startsWith(place.toLowerCase()) ? at : found.index;
      return { zone, rest: without(text, begin, end - begin) };
    }
  }
  return undefined;
}

/** A text that is nothing but the name of a clock or of a place that has one. */
export function zoneNamed(text: string): TimeZone | undefined {
  const bare = text.trim().replace(/[.!,]+$/u, '');
  const said = zoneIn(bare);
  if (
    said !== undefined &&
    !/\p{L}/u.test(said.rest.replaceAll(/(?<!\p{L})(?:in|the|die|der|de|la|el)(?!\p{L})/giu, ''))
  )
    return said.zone;
  const place = foldAsked(bare.replace(/^(?:in|en|à|a) /iu, '').replaceAll(' ', '-'));
  return place === foldAsked(UTC) ? UTC : zones().get(place);
}

function without(text: string, at: number, length: number): string {
  return `${text.slice(0, at)} | ${text.slice(at + length)}`;
}
