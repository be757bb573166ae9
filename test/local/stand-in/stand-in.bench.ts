import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, bench, describe } from 'vitest';
import { bundledMain, spawnStandIn } from './process/spawned-stand-in.ts';
import { callApi } from './running-stand-in.ts';

const ROWS = 10_598;
const COLUMNS = 100;
const values = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_unused, column) => ((row * 31 + column * 7) % 400) / 4),
);

const directory = await mkdtemp(join(tmpdir(), 'stand-in-bench-'));
/** In a process of its own: what the client does with the answer is not the server's cost. */
const standIn = await spawnStandIn(await bundledMain(directory), join(directory, 'store'));
afterAll(async () => {
  await standIn.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const api = (method: string, path: string, body?: unknown) =>
  callApi(standIn.rootUrl, { method, path, body, token: 'token-an' });

async function filled(rowCount: number): Promise<string> {
  const sheets = [{ properties: { title: 'S', gridProperties: { rowCount, columnCount: COLUMNS } } }];
  const { body } = await api('POST', '/v4/spreadsheets', { sheets });
  const path = `/v4/spreadsheets/${body.spreadsheetId}/values/S!A1?valueInputOption=RAW`;
  await api('PUT', path, { values: values.slice(0, rowCount) });
  return body.spreadsheetId;
}

const large = await filled(ROWS);
const small = await filled(10);

/** The answer's bytes as they come over the wire, compressed. */
function download(path: string): Promise<void> {
  return new Promise((settled, failed) => {
    const headers = { authorization: 'Bearer token-an', 'accept-encoding': 'gzip' };
    get(new URL(path, standIn.rootUrl), { headers }, (response) => {
      response.resume();
      response.on('end', settled);
    }).on('error', failed);
  });
}

const SLOW = { iterations: 15, time: 0, warmupIterations: 3, warmupTime: 0 };

describe(`reading ${ROWS} × ${COLUMNS} numbers (goal: within 3 × of the first line)`, () => {
  const path = `/v4/spreadsheets/${large}/values:batchGet?ranges=S&valueRenderOption=UNFORMATTED_VALUE`;
  bench('JSON.stringify and gzip of the same values', () => void gzipSync(JSON.stringify(values)), SLOW);
  bench('values.batchGet', () => download(path), SLOW);
});

let number = 0;
const oneCell = async (id: string): Promise<void> => {
  number += 1;
  await api('PUT', `/v4/spreadsheets/${id}/values/S!A1?valueInputOption=RAW`, { values: [[number]] });
};

describe('a commit of one cell (goal: about the same)', () => {
  bench('in a workbook of 1,000 cells', () => oneCell(small), { iterations: 50, time: 0 });
  bench('in a workbook of 1,059,800 cells', () => oneCell(large), { iterations: 50, time: 0 });
});
