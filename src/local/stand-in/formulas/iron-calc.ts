import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { columnNameFromNumber, initSync, Model } from '@ironcalc/wasm';
import type { Calculation, Computed, EngineFormula } from './calculation.ts';
import { joinedNumber, PART_COUNT, partFormulas } from './exact-number.ts';

/** What `getCellType` answers. */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

let isReady = false;

function load(): void {
  if (isReady) return;
  const path = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(path) });
  isReady = true;
}

/** The formulas computed by IronCalc, a spreadsheet engine in WebAssembly, each number to its last bit. */
export function computeWithIronCalc(calculation: Calculation): readonly Computed[] {
  load();
  const { sheetCount, cells, formulas, decimalComma, timeZone } = calculation;
  const model = newModel(decimalComma, timeZone);
  try {
    model.pauseEvaluation();
    for (let sheet = 1; sheet <= sheetCount; sheet += 1) {
      if (sheet > 1) model.newSheet();
      model.renameSheet(sheet - 1, `S${sheet}`);
    }
    model.newSheet();
    for (const { sheet, row, column, input } of cells) model.setUserInput(sheet, row + 1, column + 1, input);
    const isKnown = functionCheck(model, sheetCount);
    const isKept = formulas.map(({ input, known }) => known !== undefined && !isKnown(input));
    for (const [index, { sheet, row, column, input, known = '' }] of formulas.entries())
      model.setUserInput(sheet, row + 1, column + 1, isKept[index] === true ? known : input);
    setParts(model, calculation);
    model.resumeEvaluation();
    model.evaluate();
    return formulas.map((formula, index) =>
      isKept[index] === true ? { kind: 'kept' } : computedOf(model, formula, { sheetCount, line: index + 1 }),
    );
  } finally {
    model.free();
  }
}

/** Only some languages come with the engine; of these any with a decimal comma writes formulas as all of them do. */
function newModel(decimalComma: boolean, timeZone: string): Model {
  const locale = decimalComma ? 'de' : 'en';
  try {
    return new Model('calculation', locale, timeZone, 'en');
  } catch {
    return new Model('calculation', locale, 'UTC', 'en');
  }
}

/** The engine writes the name of a function that it knows in capitals and leaves others in small letters. */
function functionCheck(model: Model, scratch: number): (formula: string) => boolean {
  const known = new Map<string, boolean>();
  const isKnown = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    model.setUserInput(scratch, 1, 5, `=${name}()`);
    const result = model.getCellContent(scratch, 1, 5).startsWith(`=${name.toUpperCase()}(`);
    model.setUserInput(scratch, 1, 5, '');
    known.set(name, result);
    return result;
  };
  return (formula) => functionNames(formula).every(isKnown);
}

function functionNames(formula: string): readonly string[] {
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...withoutTexts.matchAll(/([A-Za-z_][A-Za-z0-9_.]*)\(/g)].map(([, name = '']) =>
    name.toUpperCase(),
  );
}

/** The parts of each number stand on the last sheet, a line for each formula. */
function setParts(model: Model, { formulas, sheetCount, decimalComma }: Calculation): void {
  for (const [index, { sheet, row, column }] of formulas.entries()) {
    const line = index + 1;
    const number = `S${sheet + 1}!${columnNameFromNumber(column + 1)}${row + 1}`;
    const names = { magnitude: `A${line}`, high: `B${line}` };
    for (const [at, part] of partFormulas(number, names, decimalComma ? ';' : ',').entries())
      model.setUserInput(sheetCount, line, at + 1, part);
  }
}

interface Parts {
  readonly sheetCount: number;
  readonly line: number;
}

function computedOf(model: Model, { sheet, row, column }: EngineFormula, parts: Parts): Computed {
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case NUMBER:
      return numberOf(model, parts);
    case BOOLEAN:
      return { kind: 'boolean', value: shown.toUpperCase() === 'TRUE' };
    case ERROR:
      return { kind: 'error', sign: shown };
    default:
      return { kind: 'text', value: shown };
  }
}

function numberOf(model: Model, { sheetCount, line }: Parts): Computed {
  const parts = Array.from({ length: PART_COUNT }, (_, at) =>
    Number(model.getFormattedCellValue(sheetCount, line, at + 1)),
  );
  const value = joinedNumber(parts);
  return value === undefined ? { kind: 'error', sign: '#ERROR!' } : { kind: 'number', value };
}
