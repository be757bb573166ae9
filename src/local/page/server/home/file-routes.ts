import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../../../domain/language.ts';
import { importedWithErrors } from '../../../../domain/messages/home-messages.ts';
import { SINGLE_TAB_TITLES } from '../../../../domain/messages/tab-messages.ts';
import { takeOverLogs } from '../../../../jobs/take-over-logs.ts';
import { type Asked, type Handler, jsonAnswer, Refused, type Route } from '../exchange.ts';
import { accountOf, assertMayMake, googleOf, type PageContext, personOf } from '../page-context.ts';
import { writeExport } from './export-xlsx.ts';
import { freeTitle } from './free-title.ts';
import { type Imported, readImport, writeAsIs } from './import-xlsx.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A name for a file on any system, whatever the title holds; as a header has it. */
function fileName(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim();
  const encoded = encodeURIComponent(`${name === '' ? 'workbook' : name}.xlsx`);
  return encoded.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

type Taken = Exclude<Imported, { readonly kind: 'refused' }>;

async function madeOf(imported: Taken, asked: Asked, context: PageContext): Promise<string> {
  const { workspace } = context;
  const person = accountOf(asked, context);
  const google = googleOf(person, context);
  if (imported.kind !== 'as-is') {
    const title = await freeTitle(imported.workbook.title, google);
    const made = await workspace.makeWorkbook({ ...imported.workbook, title }, person);
    await takeOverLogs(workspace.spreadsheetOf(made, person), imported.beside.logs, randomUUID);
    return made;
  }
  const title = await freeTitle(imported.title, google);
  const firstTab = imported.tabs[0]?.title ?? SINGLE_TAB_TITLES.settings.vi;
  const id = await workspace.createSpreadsheet(title, firstTab, person);
  await writeAsIs(workspace.spreadsheetOf(id, person), imported.tabs);
  return id;
}

/** What the person is to know before they open what was made; undefined when there is nothing to say. */
function remarksOn(imported: Taken): Bilingual | undefined {
  if (imported.kind === 'as-is') return undefined;
  const faults = imported.kind === 'faulty' ? [importedWithErrors(imported.errors)] : [];
  const remarks = [...faults, ...imported.beside.remarks];
  if (remarks.length === 0) return undefined;
  return { vi: remarks.map(({ vi }) => vi).join(' '), en: remarks.map(({ en }) => en).join(' ') };
}

/** Workbooks come from .xlsx files and go to them. */
export function fileRoutes(context: PageContext): readonly Route[] {
  const takeIn: Handler = async (asked) => {
    assertMayMake(asked);
    const imported = readImport(asked.query.get('name') ?? 'workbook.xlsx', await asked.body());
    if (imported.kind === 'refused') return jsonAnswer({ reason: imported.reason }, 422);
    const id = await madeOf(imported, asked, context);
    const said = remarksOn(imported);
    return jsonAnswer({
      path: `/workbook/${encodeURIComponent(id)}?as=${personOf(asked)}`,
      ...(said === undefined ? {} : { reason: said }),
    });
  };

  const download: Handler = async (asked) => {
    const person = accountOf(asked, context);
    const workbook = context.reader.read(asked.parts[0] ?? '', person);
    if (workbook === undefined) throw new Refused(404, 'no such workbook');
    const structure = await context.workspace.spreadsheetOf(workbook.id, person).readStructure();
    const sheets = context.workspace.stored(workbook.id)?.workbook?.sheets ?? [];
    const headers = {
      'content-type': XLSX_TYPE,
      'content-disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${fileName(workbook.title)}`,
      'cache-control': 'no-store',
    };
    return { status: 200, headers, body: writeExport(workbook, structure, sheets) };
  };

  return [
    { method: 'POST', path: '/workbooks/import', handle: takeIn },
    { method: 'GET', path: '/workbook/*/export.xlsx', handle: download },
  ];
}
