import * as z from 'zod';
import type { Metadata } from '../../../../domain/spreadsheet.ts';
import { languageOfLocale, readWorkbook } from '../../../../jobs/read-workbook.ts';
import { type LoggedRun, type StatusReport, status } from '../../../../jobs/status.ts';
import type { SpreadsheetPort } from '../../../../sheets/spreadsheet-port.ts';
import { parseSettings } from '../../../../workbook/settings-tab.ts';

/** A control workbook, as the home page tells it. */
export interface ControlState {
  readonly province: string;
  readonly period: string;
  readonly results: StatusReport['results'];
  /** Absent before the first recompute. */
  readonly lastRun?: LoggedRun;
  /** The results workbook that everybody may see, once there is one. */
  readonly resultsId?: string;
}

/** The note of a release on the control workbook, in JSON. */
const RELEASE_KEY = 'par.release';
const ReleaseSchema = z.object({ resultsId: z.string().min(1) });

/** The results workbook that a control workbook was published to; a note that cannot be read is none. */
function releasedTo(notes: readonly Metadata[]): string | undefined {
  const note = notes.find(({ key }) => key === RELEASE_KEY);
  try {
    return ReleaseSchema.parse(JSON.parse(note?.value ?? '')).resultsId;
  } catch {
    return undefined;
  }
}

/** What a workbook is about and how it stands; undefined for one that is no control workbook. */
export async function controlState(spreadsheet: SpreadsheetPort): Promise<ControlState | undefined> {
  const { inputs, structure } = await readWorkbook(spreadsheet);
  const settings = inputs.find(({ key }) => key.kind === 'settings');
  if (settings === undefined) return undefined;
  const { province, period } = parseSettings(settings, languageOfLocale(structure.locale)).settings;
  const { results, runs } = await status(spreadsheet);
  const [lastRun] = runs;
  const resultsId = releasedTo(structure.metadata);
  return {
    province,
    period,
    results,
    ...(lastRun === undefined ? {} : { lastRun }),
    ...(resultsId === undefined ? {} : { resultsId }),
  };
}
