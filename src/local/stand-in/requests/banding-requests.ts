import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, echoedRange, intersection, sheetOf, standingBox } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import type { GridRange } from '../model/wire.ts';
import { type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

type Band = JsonObject & { readonly bandedRangeId?: number; readonly range?: GridRange };

function addBanding(
  workbook: Workbook,
  { bandedRange = {} }: { readonly bandedRange?: Band },
  context: BatchContext,
): Applied {
  const bandedRangeId = bandedRange.bandedRangeId ?? context.newId();
  if (find(workbook, bandedRangeId) !== undefined) {
    throw new Refusal(`A banded range with id: ${bandedRangeId} already exists.`);
  }
  const { sheet, kept } = checked(workbook, { ...bandedRange, bandedRangeId }, undefined, context);
  const bandedRanges = [...sheet.attachments.bandedRanges, kept];
  return {
    workbook: withSheet(workbook, withAttachments(sheet, { bandedRanges })),
    reply: { bandedRange: kept },
  };
}

function updateBanding(
  workbook: Workbook,
  { bandedRange = {}, fields }: { readonly bandedRange?: Band; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('BandedRange', fields);
  const { sheet: before, band } = existing(workbook, bandedRange.bandedRangeId ?? 0);
  const merged = mergeByMask(band, normalizeColors(bandedRange), paths) as Band;
  const { sheet, kept } = checked(
    workbook,
    { ...merged, bandedRangeId: bandedRange.bandedRangeId ?? 0 },
    band,
    context,
  );
  const rest = before.attachments.bandedRanges;
  if (sheet.sheetId === before.sheetId) {
    const bandedRanges = rest.map((one) => (one === band ? kept : one));
    return { workbook: withSheet(workbook, withAttachments(sheet, { bandedRanges })) };
  }
  const left = withAttachments(before, { bandedRanges: rest.filter((one) => one !== band) });
  const arrived = withAttachments(sheet, { bandedRanges: [...sheet.attachments.bandedRanges, kept] });
  return { workbook: withSheet(withSheet(workbook, left), arrived) };
}

function deleteBanding(
  workbook: Workbook,
  { bandedRangeId = 0 }: { readonly bandedRangeId?: number },
  context: BatchContext,
): Applied {
  const { sheet, band } = existing(workbook, bandedRangeId);
  assertEditable(workbook, sheet, standingBox(workbook, (band as Band).range ?? {}), context.editor);
  const bandedRanges = sheet.attachments.bandedRanges.filter((one) => one !== band);
  return { workbook: withSheet(workbook, withAttachments(sheet, { bandedRanges })) };
}

function checked(
  workbook: Workbook,
  band: Band,
  own: JsonObject | undefined,
  context: BatchContext,
): { sheet: Sheet; kept: JsonObject } {
  const { range } = band;
  if (range === undefined) throw new Refusal('A banded range must have a range.');
  if (band['rowProperties'] === undefined && band['columnProperties'] === undefined) {
    throw new Refusal('A banded range must have row or column properties.');
  }
  const sheet = sheetOf(workbook, range.sheetId);
  const box = boxOf(workbook, range);
  assertEditable(workbook, sheet, box, context.editor);
  const clash = sheet.attachments.bandedRanges.some(
    (other) => other !== own && overlaps(workbook, other, box),
  );
  if (clash)
    throw new Refusal(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  return { sheet, kept: normalizeColors({ ...band, range: echoedRange(range) }) };
}

function overlaps(workbook: Workbook, band: JsonObject, box: Box): boolean {
  return intersection(standingBox(workbook, (band as Band).range ?? {}), box) !== undefined;
}

function find(workbook: Workbook, bandedRangeId: number) {
  return workbook.sheets
    .flatMap((sheet) => sheet.attachments.bandedRanges.map((band) => ({ sheet, band })))
    .find(({ band }) => band['bandedRangeId'] === bandedRangeId);
}

function existing(workbook: Workbook, bandedRangeId: number) {
  const found = find(workbook, bandedRangeId);
  if (found === undefined) throw new Refusal(`No banded range with id: ${bandedRangeId}`);
  return found;
}

export const bandingRequests: RequestFamily = {
  addBanding: handler(addBanding),
  updateBanding: handler(updateBanding),
  deleteBanding: handler(deleteBanding),
};
