import { foldAsked } from './filters/words';

/** What people call the regions that have holidays of their own; folded, with hyphens for blanks. */
const NAMES: Readonly<Record<string, string>> = {
  'DE-BW': 'baden-wurttemberg',
  'DE-BY': 'bavaria baviere baviera beieren bayern',
  'DE-BE': 'berlin',
  'DE-BB': 'brandenburg',
  'DE-HB': 'bremen',
  'DE-HH': 'hamburg',
  'DE-HE': 'hessen hesse',
  'DE-MV': 'mecklenburg-vorpommern mecklenburg',
  'DE-NI': 'niedersachsen lower-saxony',
  'DE-NW': 'nordrhein-westfalen nrw north-rhine-westphalia',
  'DE-RP': 'rheinland-pfalz rhineland-palatinate',
  'DE-SL': 'saarland sarre',
  'DE-SN': 'sachsen saxony saxe sajonia saksen',
  'DE-ST': 'sachsen-anhalt saxony-anhalt',
  'DE-SH': 'schleswig-holstein',
  'DE-TH': 'thuringen thuringia thuringe',
  'FR-ALS': 'alsace alsace-moselle elsass elzas alsacia',
  'GB-SCT': 'scotland schottland ecosse escocia schotland',
  'GB-NIR': 'northern-ireland nordirland irlande-du-nord irlanda-del-norte noord-ierland',
};

export function regionNamed(text: string): string | undefined {
  const name = foldAsked(text).trim().replaceAll(/\s+/g, '-');
  return Object.keys(NAMES).find((region) => NAMES[region]?.split(' ').includes(name) === true);
}
