/** A query of the public set, and the sections `page#id` that answer it; none for what the site does not treat. */
export interface Query {
  query: string;
  kind: string;
  expect: string[];
  /** The same by another who had not seen those, where it differs. */
  again?: string[];
}

export interface Score {
  count: number;
  recallAt1: number;
  recallAt5: number;
  /** Mean reciprocal rank among the first ten. */
  mrr: number;
}

/**
 * Rates results against what the queries expect.
 * @param search sections `page#id` for a query, best first
 */
export function score(
  queries: readonly Query[],
  search: (query: string) => string[],
): {byKind: Map<string, Score>; falsePositives: string[]; misses: Miss[]} {
  const byKind = new Map<string, Score>();
  const falsePositives: string[] = [];
  const misses: Miss[] = [];
  for (const {query, kind, expect} of queries) {
    const found = search(query).slice(0, 10);
    if (expect.length === 0) {
      if (found.length > 0) {
        falsePositives.push(query);
      }
      continue;
    }
    const rank = found.findIndex((section) => expect.includes(section)) + 1;
    if (rank !== 1) {
      misses.push({query, kind, rank, found: found.slice(0, 3), expect});
    }
    for (const name of [kind, '모두']) {
      const sum = byKind.get(name) ?? {count: 0, recallAt1: 0, recallAt5: 0, mrr: 0};
      sum.count += 1;
      sum.recallAt1 += rank === 1 ? 1 : 0;
      sum.recallAt5 += rank >= 1 && rank <= 5 ? 1 : 0;
      sum.mrr += rank > 0 ? 1 / rank : 0;
      byKind.set(name, sum);
    }
  }
  for (const sum of byKind.values()) {
    sum.recallAt1 /= sum.count;
    sum.recallAt5 /= sum.count;
    sum.mrr /= sum.count;
  }
  return {byKind, falsePositives, misses};
}

export interface Miss {
  query: string;
  kind: string;
  /** 0 when it is not among the first ten. */
  rank: number;
  found: string[];
  expect: string[];
}
