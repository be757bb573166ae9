import { CanceledError, CommandType } from '@univerjs/core';
import { SetCellEditVisibleOperation, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { EDIT_REFUSALS } from '../../../../domain/messages/edit-messages.ts';
import { cellName } from '../../../../workbook/a1.ts';
import type { GridEvents } from '../grid.ts';
import { type Sheets, tabOf } from './sheets.ts';

/**
 * Commands about sheets that a person may give: moving about, and filling cells. What else the package can do (formats, rows, tabs,
 * names …) would change the picture here and nothing on the server.
 */
const ALLOWED = new Set([
  'sheet.command.auto-clear-content',
  'sheet.command.auto-fill',
  'sheet.command.change-zoom-ratio',
  'sheet.command.clear-selection-content',
  'sheet.command.copy',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.cut',
  'sheet.command.expand-selection',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.paste-by-short-key',
  'sheet.command.refill',
  'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view',
  'sheet.command.scroll-view-reset',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.set-range-values',
  'sheet.command.set-scroll-relative',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-worksheet-show',
  'sheet.command.set-zoom-ratio',
]);

/** Commands that fill or empty the cells that are selected. */
const FILLS_SELECTION = new Set([
  'sheet.command.clear-selection-content',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.cut',
]);

interface Command {
  readonly id: string;
  readonly type?: CommandType | undefined;
  readonly params?: object | undefined;
}

function isForeign({ id, type }: Command): boolean {
  return type === CommandType.COMMAND && id.startsWith('sheet.command.') && !ALLOWED.has(id);
}

/** Whether a cell of the selection may not be edited; the person is told why. */
function isSelectionBarred(sheets: Sheets, barred: GridEvents['barred']): boolean {
  const sheet = sheets.active();
  const selections = sheets.injector.get(SheetsSelectionsService).getCurrentSelections();
  if (sheet === undefined) return true;
  const cornersOf = ({ range }: (typeof selections)[number]) => [
    [range.startRow, range.startColumn] as const,
    [range.endRow, range.endColumn] as const,
  ];
  return selections.flatMap(cornersOf).some(([row, column]) => barred({ tab: tabOf(sheet), row, column }));
}

const FILL = 'sheet.command.auto-fill';

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The first formula that a fill would go out from: only its value could be put into the other cells, as if it were theirs. */
function formulaFilled(sheets: Sheets, { id, params }: Command): string | undefined {
  const source = (params as { readonly sourceRange?: Range } | undefined)?.sourceRange;
  const sheet = sheets.active();
  if (id !== FILL || source === undefined || sheet === undefined) return undefined;
  for (let row = source.startRow; row <= source.endRow; row += 1)
    for (let column = source.startColumn; column <= source.endColumn; column += 1)
      if (sheets.cellAt({ tab: tabOf(sheet), row, column })?.formula !== undefined)
        return cellName(row, column);
  return undefined;
}

function opensEditor({ id, params }: Command): boolean {
  return (
    id === SetCellEditVisibleOperation.id && (params as { visible?: boolean } | undefined)?.visible === true
  );
}

/** Stops what may not be done before it is begun. */
export function allowCommands(
  sheets: Sheets,
  { barred, notDone }: Pick<GridEvents, 'barred' | 'notDone'>,
): void {
  const isBarred = (command: Command): boolean => {
    if (isForeign(command)) return true;
    if (FILLS_SELECTION.has(command.id)) return isSelectionBarred(sheets, barred);
    const formula = formulaFilled(sheets, command);
    if (formula !== undefined) {
      notDone(EDIT_REFUSALS.formulaNotFilled(formula));
      return true;
    }
    if (!opensEditor(command)) return false;
    const primary = sheets.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const sheet = sheets.active();
    if (primary === undefined || primary === null || sheet === undefined) return true;
    return barred({ tab: tabOf(sheet), row: primary.actualRow, column: primary.actualColumn });
  };
  sheets.commands.beforeCommandExecuted((command) => {
    if (isBarred(command)) throw new CanceledError();
  });
}
