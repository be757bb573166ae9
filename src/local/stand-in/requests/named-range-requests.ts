import { boxOf, echoedRange } from '../model/box.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import type { NamedRange } from '../model/wire.ts';
import type { Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u;
const LOOKS_LIKE_A_CELL = /^([a-z]{1,3}\d+|r\d*c\d*|true|false)$/i;

function addNamedRange(
  workbook: Workbook,
  { namedRange = {} }: { readonly namedRange?: NamedRange },
  context: BatchContext,
): Applied {
  const namedRangeId = namedRange.namedRangeId ?? String(context.newId());
  if (workbook.namedRanges.some((one) => one.namedRangeId === namedRangeId)) {
    throw new Refusal(`A named range with ID ${namedRangeId} already exists.`);
  }
  const name = namedRange.name ?? '';
  assertName(name);
  if (isTaken(workbook, name, undefined)) {
    throw new Refusal(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
    );
  }
  const kept = { namedRangeId, name, range: checkedRange(workbook, namedRange) };
  return {
    workbook: { ...workbook, namedRanges: [...workbook.namedRanges, kept] },
    reply: { namedRange: kept },
  };
}

function updateNamedRange(
  workbook: Workbook,
  { namedRange = {}, fields }: { readonly namedRange?: NamedRange; readonly fields?: string },
): Applied {
  const paths = maskOf('NamedRange', fields);
  const { namedRangeId = '' } = namedRange;
  const before = known(workbook, namedRangeId);
  const merged = mergeByMask(before, namedRange, paths) as NamedRange;
  const name = merged.name ?? '';
  assertName(name);
  if (isTaken(workbook, name, namedRangeId)) {
    throw new Refusal(`Cannot rename named range to ${name}, a named range with that name already exists.`);
  }
  const kept = { namedRangeId, name, range: checkedRange(workbook, merged) };
  const namedRanges = workbook.namedRanges.map((one) => (one === before ? kept : one));
  return { workbook: { ...workbook, namedRanges } };
}

function deleteNamedRange(
  workbook: Workbook,
  { namedRangeId = '' }: { readonly namedRangeId?: string },
): Applied {
  const gone = known(workbook, namedRangeId);
  return {
    workbook: { ...workbook, namedRanges: workbook.namedRanges.filter((one) => one !== gone) },
  };
}

function known(workbook: Workbook, namedRangeId: string): NamedRange {
  const found = workbook.namedRanges.find((one) => one.namedRangeId === namedRangeId);
  if (found === undefined) throw new Refusal(`No named range with id: ${namedRangeId}`);
  return found;
}

function isTaken(workbook: Workbook, name: string, own: string | undefined): boolean {
  return workbook.namedRanges.some(
    (one) => one.namedRangeId !== own && one.name?.toLowerCase() === name.toLowerCase(),
  );
}

function assertName(name: string): void {
  if (!NAME.test(name) || LOOKS_LIKE_A_CELL.test(name)) {
    throw new Refusal('The name given to this range is invalid.');
  }
}

function checkedRange(workbook: Workbook, { range }: NamedRange) {
  if (range === undefined) throw new Refusal('A named range must have a range.');
  boxOf(workbook, range);
  return echoedRange(range);
}

export const namedRangeRequests: RequestFamily = {
  addNamedRange: handler(addNamedRange),
  updateNamedRange: handler(updateNamedRange),
  deleteNamedRange: handler(deleteNamedRange),
};
