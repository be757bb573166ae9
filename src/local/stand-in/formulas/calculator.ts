import type { Sentence } from '../messages/sentence.ts';
import { CALCULATION_SENTENCES } from '../messages/store-sentences.ts';
import { withCells } from '../model/edit-cells.ts';
import type { CellData, ExtendedValue } from '../model/wire.ts';
import { columnCountOf, rowCountOf, type Sheet, titleOf, type Workbook } from '../model/workbook.ts';
import type { Computed } from './calculation.ts';
import {
  calculationOf,
  isVolatile,
  type Place,
  type Prepared,
  placesToCompute,
  preparedFormulas,
} from './calculation-input.ts';
import { type EngineOutcome, engineProcess } from './engine-process.ts';
import { touchesTargets } from './named-cells.ts';

/** Gives formulas the values that they show. */
export interface Calculator {
  /** The workbook with every formula computed anew, where anything has changed that one could look at. */
  recalculated(before: Workbook | undefined, after: Workbook): Promise<Workbook>;
  close(): void;
}

/** Formulas keep the value they have, computed or given. */
export const NO_CALCULATOR: Calculator = {
  recalculated: (_before, after) => Promise.resolve(after),
  close: () => undefined,
};

const TOO_LARGE: EngineOutcome = { kind: 'broken' };

export function ironCalculator(report: (sentence: Sentence) => void): Calculator {
  const engine = engineProcess();
  let isTold = false;
  const withOutcome = (workbook: Workbook, places: readonly Place[], outcome: EngineOutcome): Workbook => {
    if (outcome.kind === 'computed') return withComputed(workbook, places, outcome.computed);
    if (outcome.kind === 'broken') {
      report(CALCULATION_SENTENCES.notComputed(workbook.spreadsheetId, places.length));
      return withComputed(workbook, places, undefined);
    }
    if (!isTold) report(CALCULATION_SENTENCES.noEngine);
    isTold = true;
    return workbook;
  };
  const recalculated = async (before: Workbook | undefined, after: Workbook): Promise<Workbook> => {
    const work = workFor(before, after);
    if (work === undefined) return after;
    const { places, prepared } = work;
    const calculation = calculationOf(after, prepared);
    const outcome = calculation === undefined ? TOO_LARGE : await engine.compute(calculation);
    return withOutcome(after, places, outcome);
  };
  return { recalculated, close: engine.close };
}

interface Work {
  readonly places: readonly Place[];
  readonly prepared: Prepared;
}

/** The formulas to compute; undefined where there are none, or nothing has changed that they could see. */
function workFor(before: Workbook | undefined, after: Workbook): Work | undefined {
  if (before !== undefined && hasSameCells(before, after)) return undefined;
  const places = placesToCompute(after);
  if (places.length === 0) return undefined;
  const prepared = preparedFormulas(after, places);
  return before === undefined || concerns(before, after, places, prepared) ? { places, prepared } : undefined;
}

function hasSameCells(before: Workbook, after: Workbook): boolean {
  return (
    hasSameNames(before, after) &&
    before.sheets.every((sheet, index) => sheet.rows === after.sheets[index]?.rows)
  );
}

/** The same tabs, named ranges and locale: what a formula's words mean has not changed. */
function hasSameNames(before: Workbook, after: Workbook): boolean {
  return (
    before.namedRanges === after.namedRanges &&
    before.properties['locale'] === after.properties['locale'] &&
    before.sheets.length === after.sheets.length &&
    before.sheets.every((sheet, index) => isSameTab(sheet, after.sheets[index]))
  );
}

function isSameTab(before: Sheet, after: Sheet | undefined): boolean {
  return (
    after !== undefined &&
    titleOf(before) === titleOf(after) &&
    rowCountOf(before) === rowCountOf(after) &&
    columnCountOf(before) === columnCountOf(after)
  );
}

/** Whether the change is one that a formula could see. */
function concerns(
  before: Workbook,
  after: Workbook,
  places: readonly Place[],
  { targets }: Prepared,
): boolean {
  return places.some(isVolatile) || !hasSameNames(before, after) || touchesTargets(before, after, targets);
}

function withComputed(
  workbook: Workbook,
  places: readonly Place[],
  computed: readonly Computed[] | undefined,
): Workbook {
  const edits = new Map<number, [number, number, CellData][]>();
  for (const [index, { sheet, row, column, cell }] of places.entries()) {
    const effectiveValue = shownOf(computed?.[index], cell.effectiveValue);
    if (isSame(effectiveValue, cell.effectiveValue)) continue;
    const list = edits.get(sheet) ?? [];
    edits.set(sheet, list);
    list.push([row, column, { ...cell, effectiveValue }]);
  }
  if (edits.size === 0) return workbook;
  const sheets = workbook.sheets.map((sheet, index) => {
    const cells = edits.get(index);
    return cells === undefined ? sheet : withCells(sheet, cells);
  });
  return { ...workbook, sheets };
}

function isSame(a: ExtendedValue, b: ExtendedValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Better no value than an old one that may be wrong. */
const NOT_COMPUTED: ExtendedValue = {
  errorValue: { type: 'LOADING', message: 'The formula could not be computed here.' },
};

const ERROR_TYPES: ReadonlyMap<string, string> = new Map([
  ['#NULL!', 'NULL_VALUE'],
  ['#DIV/0!', 'DIVIDE_BY_ZERO'],
  ['#VALUE!', 'VALUE'],
  ['#REF!', 'REF'],
  ['#CIRC!', 'REF'],
  ['#SPILL!', 'REF'],
  ['#NAME?', 'NAME'],
  ['#NUM!', 'NUM'],
  ['#N/A', 'N_A'],
]);

function shownOf(computed: Computed | undefined, known: ExtendedValue | undefined): ExtendedValue {
  switch (computed?.kind) {
    case 'number':
      return { numberValue: computed.value };
    case 'text':
      return { stringValue: computed.value };
    case 'boolean':
      return { boolValue: computed.value };
    case 'error':
      return { errorValue: { type: ERROR_TYPES.get(computed.sign) ?? 'ERROR', message: computed.sign } };
    case 'kept':
      return known ?? NOT_COMPUTED;
    default:
      return NOT_COMPUTED;
  }
}
