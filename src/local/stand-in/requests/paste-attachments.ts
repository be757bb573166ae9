import { type Box, boxOf, contains, gridRangeOf, intersection, sheetOf } from '../model/box.ts';
import type { GridRange } from '../model/wire.ts';
import { type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import type { Copy } from './paste-cells.ts';

/** Merges that lie in the copied cells come along with values and formats; what was merged there before is not any more [D]. */
export function withCopiedMerges(workbook: Workbook, sheetId: number, copy: Copy): Workbook {
  const { from, target, pasteType, transpose } = copy;
  if (transpose || (pasteType !== 'PASTE_NORMAL' && pasteType !== 'PASTE_NO_BORDERS')) return workbook;
  const sheet = sheetOf(workbook, sheetId);
  const copied = from.sheet.attachments.merges
    .map((merge) => boxOf(workbook, merge))
    .filter((box) => contains(from.box, box));
  const kept = sheet.attachments.merges.filter((merge) => !contains(target, boxOf(workbook, merge)));
  if (copied.length === 0 && kept.length === sheet.attachments.merges.length) return workbook;
  const arrived = copied.flatMap((box) => rangesOfCopies(sheet, box, copy));
  return withSheet(workbook, withAttachments(sheet, { merges: [...kept, ...arrived] }));
}

/** So many merges, or ranges of a rule, one copy makes at most (docs/stand-in.md, Differences on purpose). */
const MOST_RANGES = 1_000_000;

/** The box as it lies in each copy. */
function rangesOfCopies(sheet: Sheet, box: Box, copy: Copy): readonly GridRange[] {
  return copiesIn(copy).map((place) => gridRangeOf(sheet, carried(box, copy.from.box, place)));
}

/** Where each copy begins. */
function copiesIn({ from: { box }, target }: Copy): readonly Place[] {
  const down = Math.max(1, box.bottom - box.top);
  const along = Math.max(1, box.right - box.left);
  if (((target.bottom - target.top) / down) * ((target.right - target.left) / along) > MOST_RANGES)
    throw new Refusal(`This action would make more than ${MOST_RANGES} ranges. Fill fewer cells.`);
  const rows = Array.from({ length: (target.bottom - target.top) / down }, (_, at) => target.top + at * down);
  const columns = Array.from(
    { length: (target.right - target.left) / along },
    (_, at) => target.left + at * along,
  );
  return rows.flatMap((top) => columns.map((left) => ({ top, left })));
}

interface Place {
  readonly top: number;
  readonly left: number;
}

function carried(box: Box, from: Box, to: Place): Box {
  const down = to.top - from.top;
  const along = to.left - from.left;
  return {
    top: box.top + down,
    bottom: box.bottom + down,
    left: box.left + along,
    right: box.right + along,
  };
}

const WITH_RULES: ReadonlySet<string> = new Set([
  'PASTE_NORMAL',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_CONDITIONAL_FORMATTING',
]);

/** Conditional formats of the copied cells hold for the copies too: on the same tab their rules reach further, on another one new rules are made. */
export function withCopiedRules(workbook: Workbook, sheetId: number, copy: Copy): Workbook {
  if (copy.transpose || !WITH_RULES.has(copy.pasteType)) return workbook;
  const sheet = sheetOf(workbook, sheetId);
  const arriving = copy.from.sheet.attachments.conditionalFormats.map((rule) => {
    const ranges = (rule['ranges'] ?? []) as readonly GridRange[];
    const hit = ranges.flatMap((range) => intersection(boxOf(workbook, range), copy.from.box) ?? []);
    return { rule, ranges: hit.flatMap((box) => copiedRanges(sheet, box, copy)) };
  });
  const touched = arriving.filter(({ ranges }) => ranges.length > 0);
  if (touched.length === 0) return workbook;
  const rules = sheet.attachments.conditionalFormats;
  if (copy.from.sheet.sheetId !== sheetId) {
    const added = touched.map(({ rule, ranges }) => ({ ...rule, ranges }));
    return withSheet(workbook, withAttachments(sheet, { conditionalFormats: [...rules, ...added] }));
  }
  const widened = rules.map((rule) => {
    const ranges = touched.find((one) => one.rule === rule)?.ranges ?? [];
    const known = (rule['ranges'] ?? []) as readonly GridRange[];
    const missing = ranges.filter((range) => !known.some((one) => covers(workbook, one, range)));
    return missing.length === 0 ? rule : { ...rule, ranges: [...known, ...missing] };
  });
  return withSheet(workbook, withAttachments(sheet, { conditionalFormats: widened }));
}

/** A rule of the whole width or height of the copied cells becomes one range, not one for each copy. */
function copiedRanges(sheet: Sheet, box: Box, copy: Copy): readonly GridRange[] {
  const { from, target } = copy;
  if (contains(box, from.box)) return [gridRangeOf(sheet, target)];
  return rangesOfCopies(sheet, box, copy);
}

function covers(workbook: Workbook, outer: GridRange, inner: GridRange): boolean {
  return contains(boxOf(workbook, outer), boxOf(workbook, inner));
}

/** Cut cells take their merges along. */
export function withMovedMerges(workbook: Workbook, sheetId: number, { from, target }: Copy): Workbook {
  const source = sheetOf(workbook, from.sheet.sheetId);
  const moving = source.attachments.merges.filter((merge) => contains(from.box, boxOf(workbook, merge)));
  if (moving.length === 0) return workbook;
  const staying = source.attachments.merges.filter((merge) => !moving.includes(merge));
  const without = withSheet(workbook, withAttachments(source, { merges: staying }));
  const receiver = sheetOf(without, sheetId);
  const arrived = moving.map((merge) =>
    gridRangeOf(receiver, carried(boxOf(workbook, merge), from.box, target)),
  );
  const merges = [...receiver.attachments.merges, ...arrived];
  return withSheet(without, withAttachments(receiver, { merges }));
}
