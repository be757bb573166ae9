import * as z from 'zod';
import type { Structure } from '../../../../domain/spreadsheet.ts';
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

/** The note of a release on the control workbook's log of publications, in JSON. */
const RELEASE_KEY = 'par.release';
const ReleaseSchema = z.object({ resultsId: z.string().min(1), state: z.literal('published') });

function releaseIn(text: string): string | undefined {
  try {
    return ReleaseSchema.parse(JSON.parse(text)).resultsId;
  } catch {
    return undefined;
  }
}

/** The results workbook that stands published; what was withdrawn, or cannot be read, is none. */
function releasedTo({ sheets }: Structure): string | undefined {
  const notes = sheets.flatMap(({ metadata }) => metadata).filter(({ key }) => key === RELEASE_KEY);
  return notes.map(({ value }) => releaseIn(value)).find((id) => id !== undefined);
}

/** What a workbook is about and how it stands; undefined for one that is no control workbook. */
export async function controlState(spreadsheet: SpreadsheetPort): Promise<ControlState | undefined> {
  const { inputs, structure } = await readWorkbook(spreadsheet);
  const settings = inputs.find(({ key }) => key.kind === 'settings');
  if (settings === undefined) return undefined;
  const { province, period } = parseSettings(settings, languageOfLocale(structure.locale)).settings;
  const { results, runs } = await status(spreadsheet);
  const [lastRun] = runs;
  const resultsId = releasedTo(structure);
  return {
    province,
    period,
    results,
    ...(lastRun === undefined ? {} : { lastRun }),
    ...(resultsId === undefined ? {} : { resultsId }),
  };
}
