import type { Comparison, Scene } from './comparison';
import type { Evidence } from './evidence';
import type { Query } from './query';
import { contraction } from './similarity';

/** Letters that a label or an acronym must have for a person to believe it. */
const SHORTEST = 3;

export function domainReason(scene: Scene, { row, features: f }: Comparison, weight: number): Evidence | undefined {
  const { query, table } = scene;
  const customers = row.record.domains.map((key) => table.domains.text(key));
  const labels = row.record.labels.map((key) => table.labels.text(key));
  if (weight < 0) {
    const [account, customer] = [query.domains[0]?.domain, customers[0]];
    if (f.domain !== -1 || account === undefined || customer === undefined) return undefined;
    return { code: 'other-domain', side: 'against', weight, account, customer };
  }
  const same = query.domains.find(({ domain }) => customers.includes(domain));
  if (same !== undefined) return { code: 'same-domain', side: 'for', weight, domain: same.domain };
  const alike = query.domains.find(({ label }) => labels.includes(label));
  if (alike === undefined) return undefined;
  return {
    code: 'domain-label',
    side: 'for',
    weight,
    label: alike.label,
    website: customers[labels.indexOf(alike.label)] ?? '',
  };
}

export function sharingReason(scene: Scene, { row, features: f }: Comparison, weight: number): Evidence | undefined {
  if (f.domainCustomers < 2 || weight > 0) return undefined;
  const customers = row.record.domains.map((key) => scene.table.domains.text(key));
  const same = scene.query.domains.find(({ domain }) => customers.includes(domain));
  if (same === undefined) return undefined;
  return { code: 'shared-domain', side: 'against', weight, domain: same.domain, count: f.domainCustomers };
}

export function labelReason(scene: Scene, { row, words }: Comparison, weight: number): Evidence | undefined {
  const { query, table } = scene;
  const label = query.labels[0];
  if (weight < 0 || label === undefined) return undefined;
  const labels = row.record.labels.map((key) => table.labels.text(key));
  const at = labels.findIndex(
    (website) => query.labels.includes(website) || (label.startsWith(website) && muchOf(website, label)),
  );
  const website = table.domains.text(row.record.domains[at] ?? -1);
  if (at >= 0 && website !== '') return { code: 'domain-label', side: 'for', weight, label, website };
  const held = query.labels.find((form) => form.length >= SHORTEST && row.joined.includes(form));
  if (held !== undefined) return { code: 'label-in-name', side: 'for', weight, label: held };
  // Of a label that holds the whole name, what both have is quoted.
  const holds = row.joined.length > SHORTEST && query.labels.some((form) => form.includes(row.joined));
  if (holds) return { code: 'label-in-name', side: 'for', weight, label: row.joined };
  const short = query.labels.find((form) => shortFor(form, row.initials, words));
  return short === undefined ? undefined : { code: 'abbreviation', side: 'for', weight, short, long: words.join(' ') };
}

export function websiteReason(scene: Scene, { row }: Comparison, weight: number): Evidence | undefined {
  const { query, table } = scene;
  const { domains, labels } = row.record;
  if (weight < 0 || domains.length === 0) return undefined;
  const at = labels.findIndex((key) => goesWith(query, table.labels.text(key)));
  return at < 0
    ? undefined
    : { code: 'name-is-website', side: 'for', weight, website: table.domains.text(domains[at] ?? -1) };
}

/** The website's label is the name as one word, its initials, its first words or most of it; or the other way round. */
function goesWith({ joined, name, spokenInitials }: Query, website: string): boolean {
  if (shortFor(website, spokenInitials, name.words)) return true;
  let start = '';
  for (const word of name.words) {
    start += word;
    if (start === website) return true;
  }
  if (joined.length < website.length) return website.includes(joined) && muchOf(joined, website);
  return joined.includes(website) && muchOf(website, joined);
}

/** The initials, or the beginnings of at least two of the words and of at least half of them. */
function shortFor(text: string, initials: string, words: readonly string[]): boolean {
  if (text.length < SHORTEST) return false;
  const used = contraction(text, words)?.used ?? 0;
  return text === initials || (used >= 2 && used * 2 >= words.length);
}

/** Shorter pieces turn up in words that have nothing to do with them: `amp` in `amphia`. */
function muchOf(part: string, whole: string): boolean {
  return part.length > SHORTEST && part.length * 2 > whole.length;
}
