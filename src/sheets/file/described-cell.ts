import * as z from 'zod';
import type { DescribedCell } from '../../domain/file-description.ts';
import type { Cell } from '../../domain/grid.ts';

const valueSchema = z.object({
  numberValue: z.number().optional(),
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
  errorValue: z.unknown().optional(),
});

const linkSchema = z.object({ uri: z.string().optional() });

/** Everything of a cell but its look, of which only the number pattern changes what is read. What is not named here is not asked for either. */
const cellSchema = z.object({
  userEnteredValue: valueSchema.optional(),
  effectiveValue: valueSchema.optional(),
  note: z.string().optional(),
  hyperlink: z.string().optional(),
  userEnteredFormat: z
    .object({
      numberFormat: z.object({ pattern: z.string().optional() }).optional(),
      textFormat: z.object({ link: linkSchema.optional() }).optional(),
    })
    .optional(),
  textFormatRuns: z
    .array(z.object({ format: z.object({ link: linkSchema.optional() }).optional() }))
    .default([]),
  chipRuns: z.array(z.unknown()).default([]),
  dataValidation: z.unknown().optional(),
  pivotTable: z.unknown().optional(),
  dataSourceTable: z.unknown().optional(),
  dataSourceFormula: z.unknown().optional(),
});

export const CELL_FIELDS = [
  'userEnteredValue',
  'effectiveValue',
  'note',
  'hyperlink',
  'userEnteredFormat(numberFormat(pattern),textFormat(link))',
  'textFormatRuns(format(link))',
  'chipRuns',
  'dataValidation',
  'pivotTable',
  'dataSourceTable',
  'dataSourceFormula',
].join(',');

function plainValue(value: z.infer<typeof valueSchema> | undefined): Cell {
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}

/** What a cell holds that is more than a cell: by Google's names. */
function objectsIn(read: z.infer<typeof cellSchema>): readonly string[] {
  return (['pivotTable', 'dataSourceTable', 'dataSourceFormula'] as const).filter(
    (name) => read[name] !== undefined,
  );
}

export interface ReadCell {
  /** Absent for a cell that holds nothing but a look. */
  readonly cell?: DescribedCell;
  readonly objects: readonly string[];
}

/** One cell of Google's answer as it is described. */
export function readCell(answer: unknown, row: number, column: number): ReadCell {
  const read = cellSchema.parse(answer);
  const { userEnteredValue: entered, effectiveValue, note, hyperlink } = read;
  const formula = entered?.formulaValue;
  const value = plainValue(formula === undefined ? entered : effectiveValue);
  const links = [
    hyperlink,
    read.userEnteredFormat?.textFormat?.link?.uri,
    ...read.textFormatRuns.map(({ format }) => format?.link?.uri),
    ...read.chipRuns.map((run) => (JSON.stringify(run).length > 2 ? 'chip' : undefined)),
  ].filter((link) => link !== undefined);
  const hasValidation = read.dataValidation !== undefined;
  const objects = objectsIn(read);
  const isBare = value === null && formula === undefined && note === undefined && links.length === 0;
  if (isBare && !hasValidation) return { objects };
  const pattern = read.userEnteredFormat?.numberFormat?.pattern;
  const behind = {
    ...(pattern === undefined ? {} : { numberFormat: pattern }),
    ...(formula === undefined ? {} : { formula }),
    ...(note === undefined ? {} : { note }),
  };
  return { cell: { row, column, value, ...behind, links, hasValidation }, objects };
}
