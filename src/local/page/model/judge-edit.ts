import type { Bilingual } from '../../../domain/language.ts';
import { allowedText, EDIT_REFUSALS } from '../../../domain/messages/edit-messages.ts';
import { cellName } from '../../../workbook/a1.ts';
import { type Box, holds } from './box.ts';
import { type CellEdit, seenIn } from './cell-edit.ts';
import type { CellValue } from './cell-value.ts';
import { meantBy } from './edit-text.ts';
import { lookAt } from './look-at.ts';
import type { PageTab, PageWorkbook } from './page-workbook.ts';
import { shownText } from './read-cell.ts';
import { mayStand } from './validation.ts';

type Given = CellEdit['values'][number][number];

interface Judged {
  readonly workbook: Pick<PageWorkbook, 'locale' | 'looks'>;
  /** For dates typed without a year. */
  readonly year: number;
}

function meantAt(
  tab: PageTab,
  place: { readonly row: number; readonly column: number },
  given: Given,
  { workbook, year }: Judged,
): CellValue | undefined {
  return meantBy(given, lookAt(workbook, tab, place), { locale: workbook.locale, year });
}

function isProtected({ protections }: PageTab, row: number, column: number): string | undefined {
  const inBox = (box: Box) => holds(box, row, column);
  const found = protections.find(({ box, open, allowed }) => !allowed && inBox(box) && !open.some(inBox));
  return found?.description;
}

/** Why a person may not edit a cell, whatever they enter; undefined when they may. */
export function editBar(
  workbook: Pick<PageWorkbook, 'canEdit'>,
  tab: PageTab,
  { row, column }: { readonly row: number; readonly column: number },
): Bilingual | undefined {
  if (!workbook.canEdit) return EDIT_REFUSALS.readOnly;
  if (row >= tab.rowCount || column >= tab.columnCount)
    return EDIT_REFUSALS.outside(cellName(row, column), tab.rowCount, tab.columnCount);
  const description = isProtected(tab, row, column);
  return description === undefined ? undefined : EDIT_REFUSALS.protected(cellName(row, column), description);
}

/** Why a value may not stand in a cell; undefined when it may. */
export function valueBar(
  tab: PageTab,
  { row, column }: { readonly row: number; readonly column: number },
  given: Given,
  judged: Judged,
): Bilingual | undefined {
  const rule = tab.validations.find(({ boxes }) => boxes.some((box) => holds(box, row, column)))?.rule;
  if (rule === undefined || !rule.strict) return undefined;
  if (mayStand(rule, meantAt(tab, { row, column }, given, judged), judged.workbook.locale)) return undefined;
  return EDIT_REFUSALS.notAllowed(
    cellName(row, column),
    String(given),
    allowedText(rule.condition),
    rule.message ?? '',
  );
}

function cellBar(
  tab: PageTab,
  edit: CellEdit,
  at: { readonly down: number; readonly right: number },
  judged: Judged & { readonly workbook: PageWorkbook },
) {
  const place = { row: edit.row + at.down, column: edit.column + at.right };
  const name = cellName(place.row, place.column);
  const given = edit.values[at.down]?.[at.right] ?? '';
  const bar = editBar(judged.workbook, tab, place) ?? valueBar(tab, place, given, judged);
  if (bar !== undefined) return bar;
  const cell = tab.rows[place.row]?.[place.column] ?? null;
  const there = seenIn(cell);
  // An answer that was lost on the way: what is asked for stands there already.
  const isDone = there === (meantAt(tab, place, given, judged) ?? null);
  const seen = edit.seen[at.down]?.[at.right] ?? null;
  return isDone || there === seen
    ? undefined
    : EDIT_REFUSALS.changedMeanwhile(name, shownText(cell), String(given));
}

/** Why an edit belongs to another line than the one that stands there now; undefined when nothing was moved. */
function movedBar(tab: PageTab, edit: CellEdit): Bilingual | undefined {
  for (const { row, column, seen } of edit.marks) {
    const cell = tab.rows[row]?.[column];
    if (seenIn(cell) === seen) continue;
    const given = String(edit.values[0]?.[0] ?? '');
    return EDIT_REFUSALS.moved(cellName(edit.row, edit.column), given, {
      seen: String(seen ?? ''),
      there: shownText(cell),
    });
  }
  return undefined;
}

/**
 * Whether an edit may be written as it is, of a workbook as its person sees it now: the right to edit, protected cells, strict rules of
 * cells, no line that was moved, and nobody else's change since. The first cell that stands against it says why.
 */
export function judgeEdit(
  edit: CellEdit,
  judged: Judged & { readonly workbook: PageWorkbook },
): Bilingual | undefined {
  const tab = judged.workbook.tabs.find(({ id }) => id === edit.tab);
  if (tab === undefined) return EDIT_REFUSALS.tabGone;
  const moved = movedBar(tab, edit);
  if (moved !== undefined) return moved;
  for (const [down, values] of edit.values.entries())
    for (const right of values.keys()) {
      const bar = cellBar(tab, edit, { down, right }, judged);
      if (bar !== undefined) return bar;
    }
  return undefined;
}
