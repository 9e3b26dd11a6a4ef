import { seeded } from './random';
import type { RankedRow } from './validate';

/** What one out-of-fold run reached. Shares are of 1. */
export interface Figures {
  readonly n: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  /** How well the top probability tells "has a customer" from "has none". */
  readonly auc: number;
  /** Best F1 of "nothing fits" over all thresholds, and that threshold. */
  readonly noneF1: number;
  readonly noneBelow: number;
}

export function figuresOf(rows: readonly RankedRow[]): Figures {
  const linked = rows.filter((row) => row.truth !== null);
  const within = (k: number): number =>
    linked.filter((row) => row.ranked.slice(0, k).some((r) => r.customerId === row.truth)).length / linked.length;
  return { n: rows.length, hit1: within(1), hit3: within(3), hit5: within(5), auc: aucOf(rows), ...noneOf(rows) };
}

export function meanOf(all: readonly Figures[]): Figures {
  const mean = (of: (f: Figures) => number): number => all.reduce((sum, f) => sum + of(f), 0) / all.length;
  return {
    n: mean((f) => f.n),
    hit1: mean((f) => f.hit1),
    hit3: mean((f) => f.hit3),
    hit5: mean((f) => f.hit5),
    auc: mean((f) => f.auc),
    noneF1: mean((f) => f.noneF1),
    noneBelow: mean((f) => f.noneBelow),
  };
}

export function topOf(row: RankedRow): number {
  return row.ranked[0]?.score ?? 0;
}

function aucOf(rows: readonly RankedRow[]): number {
  const sorted = [...rows].sort((a, b) => topOf(a) - topOf(b));
  let ranks = 0;
  let positive = 0;
  sorted.forEach((row, i) => {
    if (row.truth === null) return;
    ranks += i + 1;
    positive++;
  });
  return (ranks - (positive * (positive + 1)) / 2) / (positive * (rows.length - positive));
}

function noneOf(rows: readonly RankedRow[]): { noneF1: number; noneBelow: number } {
  const sorted = [...rows].sort((a, b) => topOf(a) - topOf(b));
  const all = rows.filter((row) => row.truth === null).length;
  let right = 0;
  let best = { noneF1: 0, noneBelow: 0 };
  sorted.forEach((row, i) => {
    if (row.truth === null) right++;
    const f1 = (2 * right) / (i + 1 + all);
    if (f1 > best.noneF1) best = { noneF1: f1, noneBelow: topOf(sorted[i + 1] ?? row) };
  });
  return best;
}

export interface Automatic {
  readonly threshold: number;
  readonly share: number;
  readonly wrong: number;
  readonly made: number;
}

/** With fewer, a precision says nothing. */
const LEAST_MADE = 50;

/** The lowest threshold at which the top candidates above it are right with this precision. */
export function automaticAt(rows: readonly RankedRow[], precision: number): Automatic {
  const sorted = [...rows].filter((row) => row.ranked.length > 0).sort((a, b) => topOf(b) - topOf(a));
  let wrong = 0;
  let best: Automatic = { threshold: 1, share: 0, wrong: 0, made: 0 };
  sorted.forEach((row, i) => {
    if (row.ranked[0]?.customerId !== row.truth) wrong++;
    const made = i + 1;
    if (made >= LEAST_MADE && 1 - wrong / made >= precision)
      best = { threshold: topOf(row), share: made / rows.length, wrong, made };
  });
  return best;
}

/** What a given threshold decides. */
export function automaticFrom(rows: readonly RankedRow[], threshold: number): Automatic {
  const decided = rows.filter((row) => row.ranked.length > 0 && topOf(row) >= threshold);
  const wrong = decided.filter((row) => row.ranked[0]?.customerId !== row.truth).length;
  return { threshold, share: decided.length / rows.length, wrong, made: decided.length };
}

export interface Transfer {
  /** Means over the splits. */
  readonly share: number;
  readonly precision: number;
  /** Share of the splits in which the other half reached 99 %. */
  readonly held: number;
}

/**
 * Fits the threshold on a random half of the accounts and measures on the other, many times: what a threshold is worth on
 * other data. `runs` are out-of-fold runs with other folds: fitted on all of them, as the shipped threshold is, measured on each.
 */
export function transferOf(runs: readonly (readonly RankedRow[])[], precision: number, splits = 200): Transfer {
  const random = seeded(31);
  let share = 0;
  let right = 0;
  let held = 0;
  const weight = 1 / (splits * runs.length);
  for (let i = 0; i < splits; i++) {
    const here = new Set((runs[0] ?? []).filter(() => random() < 0.5).map((row) => row.id));
    const { threshold } = automaticAt(
      runs.flatMap((rows) => rows.filter((row) => here.has(row.id))),
      precision,
    );
    for (const rows of runs) {
      const there = automaticFrom(
        rows.filter((row) => !here.has(row.id)),
        threshold,
      );
      const reached = 1 - there.wrong / Math.max(1, there.made);
      share += there.share * weight;
      right += reached * weight;
      if (reached >= 0.99) held += weight;
    }
  }
  return { share, precision: right, held };
}
