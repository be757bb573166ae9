import {
  DeviceInputEventType,
  IEditorBridgeService,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import type { Sheets } from './sheets.ts';

/** Closes an open editor as a click on another cell does: what was typed is entered, and the current cell stays the same. */
export function closeEditor(sheets: Sheets): void {
  const { visible, unitId } = sheets.injector.get(IEditorBridgeService).isVisible();
  if (!visible) return;
  sheets.commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
    visible: false,
    eventType: DeviceInputEventType.PointerDown,
    unitId,
  });
}
