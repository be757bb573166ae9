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
  /** The results workbook of this one, whether it stands published or was withdrawn. */
  readonly resultsFile?: string;
}

/** Where the results went; what was published by a workbook that this is a copy of is none of its. */
function releasedTo(workbook: ReadWorkbook, id: string): Pick<ControlState, 'resultsId' | 'resultsFile'> {
  const record = recordIn(workbook, id);
  if (record === undefined) return {};
  const { resultsId, state } = record;
  return state === 'published' ? { resultsId, resultsFile: resultsId } : { resultsFile: resultsId };
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
  return {
    province,
    period,
    results,
    ...(lastRun === undefined ? {} : { lastRun }),
    ...releasedTo(workbook, id),
  };
}
