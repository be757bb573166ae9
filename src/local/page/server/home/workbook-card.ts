import { recordIn } from '../../../../jobs/publication/read-control.ts';
import { languageOfLocale, type ReadWorkbook, readWorkbook } from '../../../../jobs/read-workbook.ts';
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

/** The results workbook that stands published; what was withdrawn, or was published by a workbook that this is a copy of, is none. */
function releasedTo(workbook: ReadWorkbook, id: string): string | undefined {
  const record = recordIn(workbook, id);
  return record?.state === 'published' ? record.resultsId : undefined;
}

/** What a workbook is about and how it stands; undefined for one that is no control workbook. */
export async function controlState(
  spreadsheet: SpreadsheetPort,
  id: string,
): Promise<ControlState | undefined> {
  const workbook = await readWorkbook(spreadsheet);
  const { inputs, structure } = workbook;
  const settings = inputs.find(({ key }) => key.kind === 'settings');
  if (settings === undefined) return undefined;
  const { province, period } = parseSettings(settings, languageOfLocale(structure.locale)).settings;
  const { results, runs } = await status(spreadsheet);
  const [lastRun] = runs;
  const resultsId = releasedTo(workbook, id);
  return {
    province,
    period,
    results,
    ...(lastRun === undefined ? {} : { lastRun }),
    ...(resultsId === undefined ? {} : { resultsId }),
  };
}
