import { compareCodes } from '../domain/compare-codes.ts';
import type { Scoreboard } from '../domain/scoreboard.ts';
import { canonicalJson } from './canonical-json.ts';

/** Raised whenever the same results would give another text. */
const FORMAT = 'par-index-results/1';

/**
 * The text whose fingerprint identifies the results of a period: every point, index, rank and class of every
 * unit. The order of the groups has no meaning; units stand best first, equal ranks by code.
 */
export function canonicalScoreboard(board: Scoreboard): string {
  return canonicalJson([
    FORMAT,
    { groups: board.groups.toSorted((a, b) => compareCodes(a.group.id, b.group.id)) },
  ]);
}
