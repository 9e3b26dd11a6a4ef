import { compare, sceneOf, type Comparison, type Scene } from './comparison';
import { FEATURE_COUNT, toVector } from './features';
import { gather } from './gather';
import type { Tally } from './tally';
import type { Query } from './query';
import type { Rarity } from './rarity';
import type { RecordRow, RecordTable } from './record-table';
import { compareRivals } from './rivals';
import { scoreOf, type Trees } from './trees';

export interface Ranked {
  readonly record: RecordRow;
  readonly comparison: Comparison;
  /** In log-odds against "none of them". */
  readonly score: number;
  /** The chance that it is this one: all of them and "none of them" add up to 1. */
  readonly probability: number;
}

export interface Ranking {
  readonly scene: Scene;
  /** Best first, one per record, by its best name. */
  readonly ranked: readonly Ranked[];
}

export interface Ranker {
  readonly table: RecordTable;
  readonly rarity: Rarity;
  readonly tally: Tally;
  readonly trees: Trees;
}

/** What is known beyond the two records: log-odds that are added to a record's score. */
export type Knowledge = ReadonlyMap<string, number>;

/** Everything that the traces lead to, and every record of which something is known. */
export function rank({ table, rarity, tally, trees }: Ranker, query: Query, knowledge: Knowledge = new Map()): Ranking {
  const scene = sceneOf(table, rarity, query);
  const all: Comparison[] = [];
  const rows = gather(table, query, tally);
  for (const id of knowledge.keys()) for (const at of table.record(id)?.names ?? []) rows.add(at);
  for (const at of rows) {
    const row = table.nameAt(at);
    if (row !== undefined) all.push(compare(scene, row));
  }
  compareRivals(scene, all);
  const best = new Map<string, { comparison: Comparison; score: number }>();
  const vector = new Float64Array(FEATURE_COUNT);
  for (const comparison of all) {
    toVector(comparison.features, vector);
    const { id } = comparison.row.record;
    const score = scoreOf(trees, vector) + (knowledge.get(id) ?? 0);
    const known = best.get(id);
    if (known === undefined || score > known.score) best.set(id, { comparison, score });
  }
  let total = 1;
  for (const { score } of best.values()) total += Math.exp(score);
  const ranked = [...best.values()].map(({ comparison, score }): Ranked => ({
    record: comparison.row.record,
    comparison,
    score,
    probability: Math.exp(score) / total,
  }));
  ranked.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1));
  return { scene, ranked };
}
