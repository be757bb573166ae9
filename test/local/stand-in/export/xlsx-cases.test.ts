import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, newSpreadsheet, writeValues } from '../api/new-spreadsheet.ts';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { attributesOf, exported, FIRST_TAB, formulasOf, readXlsx, XLSX } from './read-xlsx.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const inFile = async (values: unknown, properties: object = {}, requests: readonly object[] = []) => {
  const id = await newSpreadsheet(running, { properties });
  await writeValues(running, id, 'A1', values, 'USER_ENTERED');
  if (requests.length > 0) expect((await batch(running, id, requests)).body.error).toBeUndefined();
  return readXlsx(await exported(running, id));
};

test('with a decimal comma formulas come out as a file has them, whichever way they were written', async () => {
  const formulas = ['=IF(A1>1,5;"x;y,z";2)', '=ROUND(7,25;1)', '=SUM({1\\2;3\\4})', '=MAX(1;2)*1,5'];
  const file = await inFile([formulas], { locale: 'vi_VN' });
  expect(formulasOf(file)).toEqual([
    'IF(A1>1.5,"x;y,z",2)',
    'ROUND(7.25,1)',
    'SUM({1,2;3,4})',
    'MAX(1,2)*1.5',
  ]);
});

test('what Google alone computes stands there with its value; younger functions carry their mark', async () => {
  const id = await newSpreadsheet(running);
  const formulas = ['=QUERY(B1:B,"select B")', '=IFS(TRUE,1)', '=STDEV.S(1,2)', '=SPLIT("a b"," ")'];
  await writeValues(running, id, 'A1', [formulas], 'USER_ENTERED');
  await fetch(new URL('/stand-in/formula-values', running.standIn.rootUrl), {
    method: 'PUT',
    headers: { 'x-stand-in-admin': 'yes' },
    body: JSON.stringify({
      spreadsheetId: id,
      sheetId: 0,
      values: [{ row: 0, column: 0, effectiveValue: { stringValue: 'x "y"' } }],
    }),
  });
  const file = readXlsx(await exported(running, id));
  expect(formulasOf(file)).toEqual([
    'IFERROR(__xludf.DUMMYFUNCTION("QUERY(B1:B,""select B"")"),"x ""y""")',
    '_xlfn.IFS(TRUE,1)',
    '_xlfn.STDEV.S(1,2)',
    'IFERROR(__xludf.DUMMYFUNCTION("SPLIT(""a b"","" "")"),#NAME?)',
  ]);
  expect(file.grid(0)[0]?.slice(0, 2)).toEqual(['x "y"', 1]);
});

test('bands fill cells that hold nothing, and give way to a ground of one’s own', async () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  const green = { green: 1 };
  const blue = { blue: 1 };
  const file = await inFile([['own']], {}, [
    {
      addBanding: {
        bandedRange: { range, rowProperties: { firstBandColor: green, secondBandColor: blue } },
      },
    },
    {
      repeatCell: {
        range: { ...range, endRowIndex: 1, endColumnIndex: 1 },
        cell: { userEnteredFormat: { backgroundColor: { red: 1 } } },
        fields: 'userEnteredFormat.backgroundColor',
      },
    },
  ]);
  const fills = attributesOf(file, 'fgColor', 'xl/styles.xml').map(({ rgb }) => rgb);
  expect(fills).toEqual(['FFFF0000', 'FF00FF00', 'FF0000FF']);
  const looks = attributesOf(file, 'c').map(({ r, s }) => `${r}:${s}`);
  expect(looks).toEqual(['A1:1', 'B1:2', 'A2:3', 'B2:3', 'A3:2', 'B3:2']);
});

test('an empty spreadsheet is a file with one empty tab', async () => {
  const file = readXlsx(await exported(running, await newSpreadsheet(running)));
  expect([file.structure, file.grid(0)]).toEqual([[{ title: 'Sheet1', hidden: false }], []]);
});

test('a file of more than 10 MB is not exported', async () => {
  const noise = (seed: number) => {
    let state = seed + 1;
    return Array.from({ length: 40_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (state % 20_000));
    }).join('');
  };
  const id = await newSpreadsheet(running);
  for (let row = 0; row < 2; row += 1) {
    const rows = Array.from({ length: 80 }, (_, line) => [noise(row * 80 + line)]);
    // biome-ignore lint/performance/noAwaitInLoops: one body must not become too large
    await writeValues(running, id, `A${row * 80 + 1}`, rows);
  }
  const answered = await running.call('GET', `/drive/v3/files/${id}/export?mimeType=${XLSX}`);
  expect([answered.status, answered.body.error.errors[0].reason]).toEqual([403, 'exportSizeLimitExceeded']);
  const csv = await running.call('GET', `/drive/v3/files/${id}/export?mimeType=text/csv`);
  expect([csv.status, csv.body.error.errors[0].reason]).toEqual([403, 'exportSizeLimitExceeded']);
});

test('groups of lines and letters of different looks within a cell go along', async () => {
  const format = { bold: true, foregroundColor: { red: 1 } };
  const value = { userEnteredValue: { stringValue: 'một hai' }, textFormatRuns: [{ startIndex: 4, format }] };
  const group = (startIndex: number, endIndex: number) => ({
    addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex } },
  });
  const file = await inFile([['x']], {}, [
    group(1, 4),
    group(2, 3),
    {
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: [value] }],
        fields: 'userEnteredValue,textFormatRuns',
      },
    },
  ]);
  expect(attributesOf(file, 'row').map(({ r, outlineLevel }) => [r, outlineLevel])).toEqual([
    ['1', undefined],
    ['2', '1'],
    ['3', '2'],
    ['4', '1'],
  ]);
  expect(attributesOf(file, 'sheetFormatPr')[0]).toMatchObject({ outlineLevelRow: '2' });
  expect(file.elements(FIRST_TAB, 't').map(([, text]) => text)).toEqual(['một ', 'hai']);
  expect([attributesOf(file, 'color'), file.grid(0)]).toEqual([[{ rgb: 'FFFF0000' }], [['một hai']]]);
});

test('conditions on words, days and blanks are formulas that hold for the same cells', async () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 };
  const rule = (type: string, ...values: readonly object[]) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [range],
        booleanRule: { condition: { type, values }, format: { textFormat: { bold: true } } },
      },
      index: 0,
    },
  });
  const typed = (userEnteredValue: string) => ({ userEnteredValue });
  const file = await inFile([['x']], { locale: 'vi_VN' }, [
    rule('NUMBER_NOT_BETWEEN', typed('0,5'), typed('=$C$1')),
    rule('DATE_AFTER', { relativeDate: 'PAST_WEEK' }),
    rule('DATE_EQ', typed('15/03/2023')),
    rule('BLANK'),
    rule('TEXT_ENDS_WITH', typed('"đ"')),
    rule('CUSTOM_FORMULA', typed('=QUERY(A1:A9;"x")')),
  ]);
  expect(file.elements(FIRST_TAB, 'formula').map(([, text]) => text)).toEqual([
    'RIGHT(A1,LEN("""đ"""))="""đ"""',
    'A1&""=""',
    'AND(ISNUMBER(A1),INT(A1)=INT(45000))',
    'AND(ISNUMBER(A1),INT(A1)>INT(TODAY()-7))',
    'AND(ISNUMBER(A1),OR(A1<0.5,A1>$C$1))',
  ]);
});
