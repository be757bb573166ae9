import type { Language } from '../domain/language.ts';
import { meanLine } from '../domain/messages/workspace-messages.ts';
import { ROWS_ABOVE_TABLE } from '../workbook/output/content-rows.ts';
import type { RestClient } from './rest-client.ts';
import { terminalTable } from './terminal-table.ts';

const RANKING_PREFIX = 'ranking.';

/** Lines of every ranking tab of a workbook, read back as its readers see it. */
export async function rankingLines(spreadsheetId: string, client: RestClient): Promise<readonly string[]> {
  const titles = await client.tabTitles(spreadsheetId);
  const rankings = [...titles].filter(([key]) => key.startsWith(RANKING_PREFIX)).map(([, title]) => title);
  const tables = await Promise.all(rankings.map((title) => client.shownValues(spreadsheetId, title)));
  return tables.flatMap((rows) => {
    const [subtitle = '', status = ''] = [rows[1]?.[0], rows[2]?.[0]];
    const headers = rows[ROWS_ABOVE_TABLE - 1] ?? [];
    return [subtitle, status, '', ...terminalTable(headers, rows.slice(ROWS_ABOVE_TABLE)), ''];
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
