import type { Comparison, Scene } from './comparison';
import type { Evidence } from './evidence';

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

export function labelReason(scene: Scene, { row, features: f }: Comparison, weight: number): Evidence | undefined {
  const { query, table } = scene;
  const label = query.labels[0];
  if (weight < 0 || label === undefined) return undefined;
  const labels = row.record.labels.map((key) => table.labels.text(key));
  const at = labels.findIndex((website) => query.labels.includes(website) || label.startsWith(website));
  const website = table.domains.text(row.record.domains[at] ?? -1);
  if (at >= 0 && website !== '') return { code: 'domain-label', side: 'for', weight, label, website };
  const inName = f.labelInName > 0 || f.nameInLabel > 0 || f.labelContraction >= 0.5;
  return inName ? { code: 'label-in-name', side: 'for', weight, label } : undefined;
}

export function websiteReason(scene: Scene, { row, features: f }: Comparison, weight: number): Evidence | undefined {
  const website = scene.table.domains.text(row.record.domains[0] ?? -1);
  if (weight < 0 || website === '') return undefined;
  const fits = f.nameIsWebsite === 1 || f.websiteInName > 0.5 || f.websiteContraction >= 0.5;
  return fits ? { code: 'name-is-website', side: 'for', weight, website } : undefined;
}
