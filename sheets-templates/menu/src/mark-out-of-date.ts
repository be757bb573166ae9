/// <reference types="google-apps-script" />
import { changedLine } from '../../../src/domain/messages/status-lines.ts';
import { parseJson } from '../../../src/domain/parse-json.ts';
import { isInputTab } from './input-tabs.ts';

/** The product’s notes on tabs (src/workbook/tab-key.ts and output-record.ts name them). */
const TAB_KEY = 'par.tab';
const OUTPUT_KEY = 'par.output';
const STALE_TEXT = '#b91c1c';

const WITHOUT_FIGURES = /^(issues|run-log|releases)$/;

interface OutputRecord {
  readonly state?: unknown;
  readonly status?: unknown;
}

function keyOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
  const note = sheet.getDeveloperMetadata().find((metadata) => metadata.getKey() === TAB_KEY);
  return note?.getValue() ?? '';
}

function parseRecord(text: string | null): OutputRecord | undefined {
  const parsed = parseJson(text ?? '');
  return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
}

function markTab(note: GoogleAppsScript.Spreadsheet.DeveloperMetadata): void {
  const record = parseRecord(note.getValue());
  const sheet = note.getLocation().getSheet();
  if (record?.state !== 'current' || sheet === null || WITHOUT_FIGURES.test(keyOf(sheet))) return;
  // Found by its words: people put rows and columns before it, and their cells are not ours to write.
  const status = String(record.status ?? '');
  const line = status === '' ? null : sheet.createTextFinder(status).matchEntireCell(true).findNext();
  line?.setValue(changedLine(status)).setFontColor(STALE_TEXT);
  // The record says so too: by it the next recompute knows that the line has to be put right.
  note.setValue(JSON.stringify({ ...record, state: 'stale' }));
}

/**
 * Says on the results that an entry changed after they were computed. After the first edit the records are
 * stale already and nothing more is written.
 */
export function markOutOfDate(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (!isInputTab(keyOf(event.range.getSheet()))) return;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const notes = spreadsheet.createDeveloperMetadataFinder().withKey(OUTPUT_KEY).find();
  for (const note of notes) markTab(note);
}
