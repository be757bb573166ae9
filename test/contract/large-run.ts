import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';

/** A process of its own, so that its memory is only the gateway's: reads all scores, writes results of every unit. */
const [rootUrl = '', spreadsheetId = '', token = ''] = process.argv.slice(2);
const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
const port = new GoogleSpreadsheet({ connection: connectGoogle({ auth, rootUrl }), spreadsheetId });

const { sheets } = await port.readStructure();
const [scores, results] = sheets;
if (scores === undefined || results === undefined) throw new Error('the workbook lacks its two tabs');
const grid = (await port.readGrids([scores])).get(scores.sheetId) ?? [];
const rows = grid.map((row, i) => [
  { value: i + 1, style: { borders: true } },
  ...row.slice(0, 25).map((value) => ({ value, style: { numberFormat: '0.00' } })),
]);
const outcome = await port.commit({
  version: 1,
  runId: 'large',
  changes: [{ kind: 'write-cells', sheetId: results.sheetId, row: 0, column: 0, rows }],
});
process.stdout.write(
  JSON.stringify({
    outcome: outcome.kind,
    cells: grid.reduce((sum, row) => sum + row.length, 0),
    ...port.cost(),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
