import type { Look } from '../../domain/source';
import type { Service } from '../../provider';
import type { ProductPlans } from './schema';

/** Partner Center lists service plans product by product; people ask for the service. */
export function servicesIn(look: Look<readonly ProductPlans[]>): Look<readonly Service[]> {
  if (look.look !== 'seen') return look;
  const services = new Map<string, Service>();
  for (const { product, plans } of look.value) {
    for (const { name, status } of plans) {
      const key = `${name.toLowerCase()}|${status ?? ''}`;
      const products = new Set([...(services.get(key)?.products ?? []), ...(product === undefined ? [] : [product])]);
      services.set(key, { name, ...(status === undefined ? {} : { status }), products: [...products] });
    }
  }
  return { look: 'seen', value: [...services.values()].sort((a, b) => a.name.localeCompare(b.name, 'en')) };
}
