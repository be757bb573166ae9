import type { Language } from '../domain/language.ts';
import { OUTPUT_HEADERS } from '../domain/messages/output-messages.ts';
import { meanLine, moreUnits } from '../domain/messages/workspace-messages.ts';
import { ROWS_ABOVE_TABLE } from '../workbook/output/content-rows.ts';
import type { RestClient } from './rest-client.ts';
import { terminalTable } from './terminal-table.ts';

const RANKING_PREFIX = 'ranking.';

/** A ranking of more units than a window shows is printed down to a place; the tab has them all. */
const PRINTED_WHOLE = 40;
const PRINTED_PLACES = 15;

/** Rows of units: below them stands the average, which has no unit's code. */
function unitsIn(rows: readonly (readonly string[])[], headers: readonly string[]): number {
  const { vi, en } = OUTPUT_HEADERS.unitCode;
  const code = headers.findIndex((header) => header === vi || header === en);
  return rows.filter((row) => (row[code] ?? '') !== '').length;
}

function tableOf(headers: readonly string[], rows: readonly (readonly string[])[], more: string) {
  if (rows.length <= PRINTED_WHOLE) return terminalTable(headers, rows);
  return [...terminalTable(headers, rows.slice(0, PRINTED_PLACES)), more];
}

/** Lines of every ranking tab of a workbook, read back as its readers see it. */
export async function rankingLines(
  spreadsheetId: string,
  client: RestClient,
  language: Language,
): Promise<readonly string[]> {
  const titles = await client.tabTitles(spreadsheetId);
  const rankings = [...titles].filter(([key]) => key.startsWith(RANKING_PREFIX)).map(([, title]) => title);
  const tables = await Promise.all(
    rankings.map(async (title) => ({ title, shown: await client.shownValues(spreadsheetId, title) })),
  );
  return tables.flatMap(({ title, shown }) => {
    const [subtitle = '', status = ''] = [shown[1]?.[0], shown[2]?.[0]];
    const headers = shown[ROWS_ABOVE_TABLE - 1] ?? [];
    const rows = shown.slice(ROWS_ABOVE_TABLE);
    const more = moreUnits(unitsIn(rows.slice(PRINTED_PLACES), headers), title)[language];
    return [subtitle, status, '', ...tableOf(headers, rows, more), ''];
  });
}

/** The rows of the Issues tab: where, what is there, what would be right. */
export async function issueLines(spreadsheetId: string, client: RestClient): Promise<readonly string[]> {
  const title = (await client.tabTitles(spreadsheetId)).get('issues');
  if (title === undefined) return [];
  const rows = await client.shownValues(spreadsheetId, title);
  return rows
    .slice(ROWS_ABOVE_TABLE)
    .map(([severity, tab, cell, problem, remedy]) =>
      [`  ${severity}`, [tab, cell].filter((part) => part !== '').join('!'), `${problem} ${remedy}`].join(
        ' · ',
      ),
    );
}

export function meanLines(
  groups: readonly { readonly name: string; readonly mean: string | null }[],
  language: Language,
): readonly string[] {
  return groups.flatMap(({ name, mean }) => (mean === null ? [] : [meanLine(name, mean)[language]]));
}
