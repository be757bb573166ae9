import type { PeriodInput } from '../domain/period-input.ts';
import type { Scoreboard } from '../domain/scoreboard.ts';
import { canonicalInput } from '../engine/canonical-input.ts';
import { canonicalScoreboard } from '../engine/canonical-results.ts';
import { scorePeriod } from '../engine/score-period.ts';
import { sha256 } from './fingerprint.ts';

/** The results of a period with the fingerprints by which anyone can check them again. */
export interface ScoredEntries {
  readonly scoreboard: Scoreboard;
  /** SHA-256 of what was entered, independent of the order of rows and tabs. */
  readonly entriesHash: string;
  /** SHA-256 of the results. */
  readonly resultsHash: string;
}

export function scoreEntries(input: PeriodInput): ScoredEntries {
  const scoreboard = scorePeriod(input);
  return {
    scoreboard,
    entriesHash: sha256(canonicalInput(input)),
    resultsHash: sha256(canonicalScoreboard(scoreboard)),
  };
}
