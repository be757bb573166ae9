import { IUniverInstanceService, LifecycleService, LifecycleStages, type Univer } from '@univerjs/core';
import {
  IEditorBridgeService,
  ILayoutService,
  SetRangeValuesCommand,
  SetScrollOperation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import type { Language } from '../../../../domain/language.ts';
import type { Look } from '../../model/look.ts';
import type { CellChange } from '../../model/page-change.ts';
import type { PageCell, PageWorkbook } from '../../model/page-workbook.ts';
import type { CellPlace, Grid, GridEvents, GridView } from '../grid.ts';
import { allowCommands } from './allowed-commands.ts';
import { closeEditor } from './close-editor.ts';
import { Drawn } from './drawn.ts';
import { EditorSeen } from './editor-seen.ts';
import { EditsSeen } from './edits-seen.ts';
import { keepTabNames } from './fixed-tabs.ts';
import { Paste } from './paste.ts';
import { addLooks, putCells } from './put-cells.ts';
import { keepChromeReadable } from './readable-chrome.ts';
import { fitRows } from './row-heights.ts';
import { type Sheets, type Shown, sheetsOf, tabOf } from './sheets.ts';
import { type SignsAt, showCells } from './shown-cells.ts';
import { toSnapshot } from './snapshot.ts';
import { createSheets, LOCALES, startUniver } from './start-univer.ts';
import { isTall, tallRows } from './tall-rows.ts';
import { readTyping, typedData } from './typing.ts';
import { guardUndo } from './undo-guard.ts';

interface UniverGridOptions {
  readonly univer: Univer;
  readonly container: HTMLElement;
  readonly language: Language;
  readonly events: GridEvents;
  /** Which cells bear a sign of the page's. */
  readonly signsAt: SignsAt;
}

/** The grid, drawn by Univer. */
class UniverGrid implements Grid {
  readonly #options: UniverGridOptions;
  readonly #shown: Shown = { locale: '', looks: {} };
  readonly #sheets: Sheets;
  readonly #drawn: Drawn;
  /** Rows of tabs that are still to be made as high as their text, once the tab is looked at. */
  readonly #toFit = new Map<number, readonly number[]>();
  #edits: EditsSeen | undefined;
  #opened = 0;

  constructor(options: UniverGridOptions) {
    this.#options = options;
    this.#sheets = sheetsOf(options.univer, this.#shown);
    this.#drawn = new Drawn(this.#sheets, options.container);
  }

  show(workbook: PageWorkbook): void {
    if (this.#edits === undefined) {
      this.#create(workbook);
      this.#listen();
      return;
    }
    const current = this.current();
    const { scroll } = this.#drawn;
    const old = this.#sheets.workbook()?.getUnitId();
    if (old !== undefined) this.#sheets.injector.get(IUniverInstanceService).disposeUnit(old);
    this.#create(workbook);
    if (current !== undefined && this.#sheets.sheet(current.tab) !== undefined)
      this.#restore(current, scroll);
  }

  async ready(): Promise<void> {
    // The stage after it comes three seconds later by a clock of the package's, for what nobody waits for.
    await this.#sheets.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    keepChromeReadable(this.#options.language);
    keepTabNames(this.#options.container, this.#options.events.notDone);
  }

  put(changes: readonly CellChange[], looks: Readonly<Record<string, Look>>): void {
    addLooks(this.#sheets, this.#shown, looks);
    this.#edits?.quietly(() => putCells(this.#sheets, changes));
    for (const { tab, row, cell } of changes) if (isTall(cell, this.#shown.looks)) this.#fitLater(tab, row);
    this.#fitActive();
  }

  cellAt(place: CellPlace): PageCell | null {
    return this.#sheets.cellAt(place);
  }

  current(): CellPlace | undefined {
    const sheet = this.#sheets.active();
    if (sheet === undefined) return undefined;
    const { actualRow: row = 0, actualColumn: column = 0 } =
      this.#sheets.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary ?? {};
    return { tab: tabOf(sheet), row, column };
  }

  goTo({ tab, row, column }: CellPlace): void {
    const { commands } = this.#sheets;
    const target = { unitId: this.#sheets.workbook()?.getUnitId(), subUnitId: String(tab) };
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, target);
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const primary = {
      ...range,
      actualRow: row,
      actualColumn: column,
      isMerged: false,
      isMergedMainCell: false,
    };
    const selections = [{ range, primary, style: null }];
    commands.syncExecuteCommand(SetSelectionsOperation.id, { ...target, selections });
    this.#tellSelected();
  }

  enter(place: CellPlace, text: string): void {
    this.#sheets.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: this.#sheets.workbook()?.getUnitId(),
      subUnitId: String(place.tab),
      value: { [place.row]: { [place.column]: typedData(text, place, this.#sheets) } },
    });
  }

  isEditing(): boolean {
    const { visible } = this.#sheets.injector.get(IEditorBridgeService).isVisible();
    return visible || this.#edits?.isSettling === true;
  }

  async finish(): Promise<void> {
    closeEditor(this.#sheets);
    await this.#edits?.told();
  }

  view(): GridView | undefined {
    return this.#drawn.view();
  }

  focus(): void {
    this.#sheets.injector.get(ILayoutService).focus();
  }

  wheel(event: WheelEvent): void {
    this.#drawn.canvas?.dispatchEvent(new WheelEvent(event.type, event));
  }

  #create(workbook: PageWorkbook): void {
    this.#shown.locale = workbook.locale;
    this.#shown.looks = workbook.looks;
    this.#opened += 1;
    const unitId = `${workbook.id}.${this.#opened}`;
    this.#toFit.clear();
    for (const tab of workbook.tabs) this.#toFit.set(tab.id, tallRows(tab, workbook.looks));
    const { univer, language, container } = this.#options;
    const frame = { unitId, locale: LOCALES[language], width: container.clientWidth };
    createSheets(univer, toSnapshot(workbook, frame));
    this.#drawn.whenThere(() => {
      this.#drawn.skeletons?.currentSkeleton$.subscribe(() => {
        this.#fitActive();
        this.#options.events.moved();
      });
      this.#drawn.onMove(() => this.#options.events.moved());
    });
  }

  /** The first workbook starts the package; only then can its parts be spoken to. */
  #listen(): void {
    const { events } = this.#options;
    const { barred, edited } = events;
    readTyping(this.#sheets, barred, new EditorSeen(this.#sheets, events));
    showCells(this.#sheets, this.#options.signsAt);
    new Paste(this.#sheets, barred);
    allowCommands(this.#sheets, events);
    guardUndo(this.#sheets, events.notDone);
    this.#edits = new EditsSeen(this.#sheets, edited);
    const selections = this.#sheets.injector.get(SheetsSelectionsService);
    selections.selectionMoveEnd$.subscribe(() => this.#tellSelected());
    selections.selectionSet$.subscribe(() => this.#tellSelected());
  }

  #restore(current: CellPlace, scroll: object | undefined): void {
    this.goTo(current);
    if (scroll === undefined) return;
    const target = { unitId: this.#sheets.workbook()?.getUnitId(), sheetId: String(current.tab) };
    this.#sheets.commands.syncExecuteCommand(SetScrollOperation.id, { ...scroll, ...target });
  }

  #fitLater(tab: number, row: number): void {
    this.#toFit.set(tab, [...new Set([...(this.#toFit.get(tab) ?? []), row])]);
  }

  #fitActive(): void {
    const sheet = this.#sheets.active();
    const { skeletons } = this.#drawn;
    if (sheet === undefined || skeletons === undefined) return;
    const tab = tabOf(sheet);
    const rows = this.#toFit.get(tab) ?? [];
    this.#toFit.delete(tab);
    fitRows(this.#sheets, skeletons, tab, rows);
  }

  #tellSelected(): void {
    const current = this.current();
    if (current !== undefined) this.#options.events.selected(current);
  }
}

/** Starts the grid in an element. */
export async function startGrid(options: Omit<UniverGridOptions, 'univer'>): Promise<Grid> {
  const univer = await startUniver(options.container, options.language);
  return new UniverGrid({ ...options, univer });
}
