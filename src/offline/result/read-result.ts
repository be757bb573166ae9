import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { parseJson } from '../../domain/parse-json.ts';
import { type Ratio, ratio } from '../../domain/ratio.ts';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import { canonicalScoreboard } from '../../engine/canonical-results.ts';
import { sha256 } from '../../jobs/fingerprint.ts';
import { OfflineFailure } from '../offline-failure.ts';
import { type Result, ResultSchema } from './result-schema.ts';

/** A result document; one whose figures do not have the hash that it states was changed by hand. */
export function readResult(text: string, path: string): Result {
  const parsed = ResultSchema.safeParse(parseJson(text.replace(/^\ufeff/, '')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OfflineFailure(OFFLINE_FAILURES.notResult(path, issue?.path.join('.') || 'JSON'));
  }
  if (sha256(canonicalScoreboard(scoreboardOf(parsed.data))) !== parsed.data.resultsHash)
    throw new OfflineFailure(OFFLINE_FAILURES.alteredResult(path));
  return parsed.data;
}

function toRatio({ numerator, denominator }: { numerator: string; denominator: string }): Ratio {
  return ratio(BigInt(numerator), BigInt(denominator));
}

/** The scoreboard of a document as the engine compares it: indexes are fractions again, workings stay as text. */
export function scoreboardOf({ scoreboard, settings }: Result): Scoreboard {
  const groups = scoreboard.groups.map((group) => ({
    // Documents of earlier versions state the method once, for every group.
    method: settings,
    ...group,
    mean: group.mean === undefined ? undefined : toRatio(group.mean),
    ranked: group.ranked.map((unit) => ({ ...unit, index: toRatio(unit.index) })),
    unranked: group.unranked.map((unit) => ({
      ...unit,
      index: unit.index === undefined ? undefined : toRatio(unit.index),
    })),
  }));
  // The schema has checked the shape, and the hash that the figures are the engine's own.
  return { groups } as unknown as Scoreboard;
}
