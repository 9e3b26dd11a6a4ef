import type { Comparison, Scene } from './comparison';
import { countryOfDomain } from './domains';
import type { NameRow } from './record-table';
import { contraction, jaroWinkler } from './similarity';

/** The country that the customer's or the account's web address stands in, against the country of the other. */
export function topLevelRelation({ query, table }: Scene, { record }: NameRow): number {
  const customer =
    record.domains.map((key) => countryOfDomain(table.domains.text(key))).find((land) => land !== '') ?? '';
  const account = query.domains.map(({ domain }) => countryOfDomain(domain)).find((land) => land !== '') ?? '';
  const here = query.country === '' ? account : query.country;
  const there = customer === '' ? record.country : customer;
  if (here === '' || there === '' || (customer === '' && account === '')) return 0;
  return here === there ? 1 : -1;
}

export function compareDomains(scene: Scene, { row, words, features: f }: Comparison): void {
  const { query, table } = scene;
  const { record } = row;
  f.customerHasWebsite = record.domains.length > 0 ? 1 : 0;
  if (query.domains.length === 0) {
    f.domainInName = f.domainLabelEqual = f.domainLabelLikeness = -1;
    return;
  }
  f.domain = record.domains.length > 0 ? -1 : 0;
  if (record.domains.length === 0) f.domainLabelEqual = f.domainLabelLikeness = -1;
  for (const own of query.domains) {
    for (let i = 0; i < record.domains.length; i++) {
      const label = table.labels.text(record.labels[i] ?? -1);
      f.domainLabelLikeness = Math.max(f.domainLabelLikeness, jaroWinkler(own.label, label));
      if (own.label === label) f.domainLabelEqual = 1;
      if (table.domains.text(record.domains[i] ?? -1) !== own.domain) continue;
      f.domain = 1;
      f.domainCustomers = table.domains.count(record.domains[i] ?? -1);
    }
    f.domainInName = Math.max(f.domainInName, ownName([own.label], row.joined, words));
  }
}

export function compareLabel(scene: Scene, { row, words, features: f }: Comparison): void {
  const { query, table } = scene;
  const label = query.labels[0];
  f.labelOfOwnName = scene.labelOfOwnName;
  f.labelKnown = label === undefined ? 0 : 1;
  if (label === undefined) {
    f.labelIsWebsite = f.labelInName = f.labelContraction = f.labelNameLikeness = f.labelWebsiteLikeness = -1;
    return;
  }
  if (row.record.labels.length === 0) f.labelIsWebsite = f.labelWebsiteLikeness = -1;
  for (const key of row.record.labels) {
    const website = table.labels.text(key);
    const form = query.labels.indexOf(website);
    if (form >= 0) {
      f.labelIsWebsite = Math.max(f.labelIsWebsite, form === 0 ? 1 : 0.8);
      f.labelCustomers = table.labels.count(key);
    }
    if (label.startsWith(website)) f.labelStartsWebsite = Math.max(f.labelStartsWebsite, website.length / label.length);
    if (website.startsWith(label)) f.websiteStartsLabel = Math.max(f.websiteStartsLabel, label.length / website.length);
    f.labelWebsiteLikeness = Math.max(f.labelWebsiteLikeness, jaroWinkler(label, website));
  }
  f.labelNameLikeness = jaroWinkler(label, row.joined);
  for (const form of query.labels) {
    f.labelInName = Math.max(f.labelInName, held(form, row.joined));
    f.nameInLabel = Math.max(f.nameInLabel, held(row.joined, form));
    const found = contraction(form, words);
    const share = found === undefined ? 0 : found.used / words.length;
    if (share > f.labelContraction || form === row.initials) {
      f.labelContraction = form === row.initials && words.length > 1 ? 1.1 : share;
      f.labelContractionLetters = form.length;
    }
  }
}

export function compareWebsite(scene: Scene, { row, words, features: f }: Comparison): void {
  const { query, table } = scene;
  if (row.record.labels.length === 0) {
    f.nameIsWebsite = f.nameWebsiteLikeness = f.websiteInName = f.websiteContraction = f.websiteOfOwnName = -1;
    return;
  }
  for (const key of row.record.labels) {
    const website = table.labels.text(key);
    f.nameWebsiteLikeness = Math.max(f.nameWebsiteLikeness, jaroWinkler(query.joined, website));
    f.nameIsWebsite = Math.max(f.nameIsWebsite, query.joined === website ? 1 : 0);
    f.websiteInName = Math.max(f.websiteInName, held(website, query.joined), held(query.joined, website));
    const found = contraction(website, query.name.words);
    const share =
      website === query.spokenInitials && query.name.words.length > 1
        ? 1.1
        : (found?.used ?? 0) / Math.max(1, query.name.words.length);
    if (share > f.websiteContraction) {
      f.websiteContraction = share;
      f.websiteContractionLetters = website.length;
    }
    f.websiteOfOwnName = Math.max(f.websiteOfOwnName, ownName([website], row.joined, words));
  }
}

/** How much of `whole` is `part`; one more if it stands at the beginning. 0 if it is not in it. */
function held(part: string, whole: string): number {
  if (part.length < 2 || part.length > whole.length) return 0;
  if (whole.startsWith(part)) return 1 + part.length / whole.length;
  return whole.includes(part) ? part.length / whole.length : 0;
}

/** Whether a label is drawn from a name: 0 not at all, up to 2 for the whole name. */
export function ownName(labels: readonly string[], joined: string, words: readonly string[]): number {
  let best = 0;
  for (const label of labels) {
    best = Math.max(best, held(label, joined), held(joined, label));
    const found = contraction(label, words);
    if (found !== undefined) best = Math.max(best, found.used / Math.max(1, words.length));
  }
  return best;
}
