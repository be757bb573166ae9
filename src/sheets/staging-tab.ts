import { createHash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Commit } from '../domain/change.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';

type Request = sheets_v4.Schema$Request;

/** Marks a hidden tab that holds part of a commit until it is copied into place; its value is the version. */
const STAGING_KEY = 'par.staging';

/** A hidden tab for blocks of a commit. */
export interface StagingTab {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The id follows from the run, so that a repeated batch makes the same tab and cannot make two. */
export function stagingTab(commit: Commit, rowCount: number, columnCount: number): StagingTab {
  const digest = createHash('sha256').update(`${commit.runId} ${commit.version} ${columnCount}`).digest();
  const sheetId = 1 + (digest.readUInt32BE(0) % 0x7fff_fffe);
  return { sheetId, title: `par.staging ${digest.toString('hex', 0, 8)}`, rowCount, columnCount };
}

export function addStagingTab(
  { sheetId, title, rowCount, columnCount }: StagingTab,
  version: number,
): Request[] {
  return [
    {
      addSheet: { properties: { sheetId, title, hidden: true, gridProperties: { rowCount, columnCount } } },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: STAGING_KEY,
          metadataValue: String(version),
          location: { sheetId },
          visibility: 'DOCUMENT',
        },
      },
    },
  ];
}

function isLeftover({ metadata }: Sheet, version: number): boolean {
  return metadata.some(({ key, value }) => key === STAGING_KEY && Number(value) <= version);
}

/**
 * Removes the staging tabs of runs that ended before they could. Those of the version that is being made, or
 * of an older one, can belong to nobody who may still commit: the guard refuses such a run.
 */
export function removeLeftovers(structure: Structure, version: number): readonly Request[] {
  return structure.sheets
    .filter((sheet) => isLeftover(sheet, version))
    .map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
}

/** A spreadsheet once those tabs are removed. */
export function withoutLeftovers<S extends Structure>(structure: S, version: number): S {
  return { ...structure, sheets: structure.sheets.filter((sheet) => !isLeftover(sheet, version)) };
}
