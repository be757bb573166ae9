import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Structure } from '../domain/spreadsheet.ts';
import { VERSION_KEY, versionNoteId, versionsIn } from '../domain/version.ts';

/**
 * Guards this far behind the newest are removed. A claim goes out within 100 s after its base was seen to be the
 * newest version and is decided within 180 s more, in which one account can make at most 280 versions: it always
 * meets its guard (docs/adr/0020).
 */
const KEPT_VERSIONS = 300;

/** What was looked at longer ago than this, a claim's base or the names of tabs, is looked at again before it is relied on. */
export const FRESH_MS = 20_000;

/** A claim that had to wait longer than this for its turn is not sent at all. */
export const EXPIRED_MS = 100_000;

/**
 * The request that claims a version: first in its batch. Google refuses a second entry with the same id
 * together with the whole batch that it came in (docs/adr/0020).
 */
export function claimVersion(version: number, runId: string): sheets_v4.Schema$Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: versionNoteId(version),
        metadataKey: VERSION_KEY,
        metadataValue: runId,
        location: { spreadsheet: true },
        visibility: 'DOCUMENT',
      },
    },
  };
}

/** Requests that remove the guards far behind a version; the newest ones stay, so that late writers fail. */
export function pruneGuards(structure: Structure, version: number): readonly sheets_v4.Schema$Request[] {
  return versionsIn(structure)
    .filter((old) => old <= version - KEPT_VERSIONS)
    .map((old) => ({
      deleteDeveloperMetadata: {
        dataFilter: {
          developerMetadataLookup: { metadataId: versionNoteId(old), metadataKey: VERSION_KEY },
        },
      },
    }));
}
