import type { Customer } from '../../src/domain/customer';
import { KNOWN_WEIGHT, TYPED_ID_WEIGHT } from '../../src/matching/assessment';
import { compare, sceneOf } from '../../src/matching/comparison';
import { FEATURE_COUNT, toVector, type Features } from '../../src/matching/features';
import { gather } from '../../src/matching/gather';
import { Tally } from '../../src/matching/tally';
import type { Query } from '../../src/matching/query';
import { Rarity } from '../../src/matching/rarity';
import { RecordTable } from '../../src/matching/record-table';
import { compareRivals } from '../../src/matching/rivals';
import type { Choices } from './boosting';

export interface Question {
  readonly query: Query;
  /** The right customer, or null if there is none. */
  readonly truth: string | null;
}

export interface Samples extends Choices {
  /** Customer of each row. */
  readonly ids: readonly string[];
}

export function tableOf(customers: readonly Customer[]): RecordTable {
  const table = new RecordTable();
  for (const c of customers) {
    table.add({
      ...c,
      names: [c.name],
      domains: [...(c.website === undefined ? [] : [c.website]), ...(c.mailDomains ?? [])],
    });
  }
  return table;
}

export function samplesOf(
  table: RecordTable,
  background: ReadonlyMap<string, number>,
  queries: readonly Question[],
): Samples {
  const rarity = new Rarity(table, background);
  const tally = new Tally();
  const ids: string[] = [];
  const values: number[] = [];
  const offsets: number[] = [];
  const starts = new Int32Array(queries.length + 1);
  const truth = new Int32Array(queries.length).fill(-1);
  const vector = new Float64Array(FEATURE_COUNT);
  queries.forEach(({ query, truth: right }, g) => {
    const scene = sceneOf(table, rarity, query);
    const all = [...gather(table, query, tally)].map((row) => compare(scene, table.nameAt(row)!));
    compareRivals(scene, all);
    for (const { row, features } of all) {
      if (row.record.id === right) truth[g] = ids.length;
      ids.push(row.record.id);
      offsets.push(offsetOf(query, features));
      toVector(features, vector);
      for (const v of vector) values.push(v);
    }
    starts[g + 1] = ids.length;
  });
  return {
    x: Float64Array.from(values),
    columns: FEATURE_COUNT,
    starts,
    truth,
    offset: Float64Array.from(offsets),
    ids,
  };
}

/** The groups of both, those of `first` before those of `second`. */
export function joined(first: Samples, second: Samples): Samples {
  const rows = first.ids.length;
  const groups = first.truth.length;
  const starts = new Int32Array(groups + second.truth.length + 1);
  starts.set(first.starts);
  starts.set(
    second.starts.map((start) => start + rows),
    groups,
  );
  const both = (a: Float64Array, b: Float64Array): Float64Array => {
    const out = new Float64Array(a.length + b.length);
    out.set(a);
    out.set(b, a.length);
    return out;
  };
  return {
    x: both(first.x, second.x),
    columns: first.columns,
    starts,
    truth: Int32Array.from([...first.truth, ...second.truth.map((row) => (row < 0 ? row : row + rows))]),
    offset: both(first.offset, second.offset),
    ids: [...first.ids, ...second.ids],
  };
}

/** What the index adds to the trees' score for facts that need no model. */
function offsetOf(query: Query, features: Features): number {
  if (query.typed) return features.domain === 1 ? TYPED_ID_WEIGHT : 0;
  return features.tenant === 1 ? KNOWN_WEIGHT['same-tenant-id'] : 0;
}
