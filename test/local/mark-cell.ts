import type { RestClient } from '../../src/local/rest-client.ts';
import { cellName } from '../../src/workbook/a1.ts';

/** The range of a unit's mark for a component in a matrix, found by code as staff would find it. */
async function markRange(
  client: RestClient,
  spreadsheetId: string,
  where: { readonly tab: string; readonly unit: string; readonly component: string },
): Promise<string> {
  const rows = await client.shownValues(spreadsheetId, where.tab);
  const header = rows.find((cells) => cells.includes('Mã đơn vị')) ?? [];
  const row = rows.findIndex((cells) => cells.includes(where.unit));
  return `'${where.tab}'!${cellName(row, header.indexOf(where.component))}`;
}

/** The appraised points of Thủ Dầu Một in the sample of 2017. */
export function appraisedMark(client: RestClient, spreadsheetId: string): Promise<string> {
  return markRange(client, spreadsheetId, { tab: 'Thẩm định – huyen', unit: 'TDM', component: 'I' });
}
