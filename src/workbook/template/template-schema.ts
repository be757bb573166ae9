import * as z from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour as #rrggbb');
const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** How cells look; a number pattern may differ by language, as dates do. */
const styleSchema = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  fontSize: z.number().min(6).max(36).optional(),
  foreground: colour.optional(),
  background: colour.optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  wrap: z.boolean().optional(),
  borders: z.boolean().optional(),
  numberFormat: z.string().min(1).optional(),
});

const highlightStyleSchema = styleSchema.pick({ bold: true, foreground: true, background: true });

/** What may be typed into the cells of a column: words of the domain, codes that another tab lists, a number. */
const allowedSchema = z.union([
  z.strictObject({ words: z.string() }),
  z.strictObject({ codesOf: z.string() }),
  z.strictObject({ from: z.number(), to: z.number() }),
]);

const columnSchema = z.strictObject({
  /** In pixels. */
  width: z.int().min(30).max(900),
  /** The name of a style. */
  style: z.string(),
  /** Shown to whoever points at the header. */
  note: bilingual,
  allowed: allowedSchema.optional(),
});
export type ColumnTemplate = z.infer<typeof columnSchema>;

const shared = {
  tabColour: colour,
  page: z.enum(['portrait', 'landscape']),
  /** True for a tab that only some need: it is found under the hidden ones. */
  hidden: z.boolean().optional(),
  /** Empty rows below the entries, ready for more of them. */
  spareRows: z.int().min(0).max(2000),
};

/** A tab that is one table: a header row, and below it a row for each entry. */
const tableSchema = z.strictObject({
  ...shared,
  /** The whole tab is the office's, or only its header row. */
  protection: z.enum(['tab', 'header']),
  filter: z.boolean(),
  columns: z.record(z.string(), columnSchema),
});
export type TableTemplate = z.infer<typeof tableSchema>;

/** A matrix of marks: its columns are the criteria of a set, which are known once there is one. */
const matrixSchema = z.strictObject({
  ...shared,
  columns: z.strictObject({ unitId: columnSchema, unitName: columnSchema, progress: columnSchema }),
  /** In pixels. */
  markWidth: z.int().min(30).max(400),
  /** Letters of a name and of a rule above a column; all of it stands in the note of the column's header. */
  nameLetters: z.int().min(10).max(200),
  ruleLetters: z.int().min(10).max(400),
  styles: z.strictObject({
    points: z.string(),
    fact: z.string(),
    date: z.string(),
    choice: z.string(),
  }),
  highlights: z.strictObject({
    overMaximum: highlightStyleSchema,
    notApplicable: highlightStyleSchema,
    blank: highlightStyleSchema,
  }),
});
export type MatrixTemplate = z.infer<typeof matrixSchema>;

/** A page of text for people; nothing in it is ever read. */
const guideSchema = z.strictObject({
  tabColour: colour,
  page: z.enum(['portrait', 'landscape']),
  /** In pixels: the column of headings and steps, and that of what they say. */
  widths: z.tuple([z.int(), z.int()]),
  lines: z.array(
    z.union([
      z.strictObject({ title: bilingual }),
      z.strictObject({ heading: bilingual }),
      z.strictObject({ step: bilingual, text: bilingual, tab: z.string().optional() }),
    ]),
  ),
});
export type GuideTemplate = z.infer<typeof guideSchema>;

/** Looks, notes, drop-downs and protection of a control workbook: everything about its tabs but what they hold. */
export const templateSchema = z.strictObject({
  format: z.literal('par-index-template/1'),
  /** Kinds of tabs, in the order in which a new workbook has them; those in one list stay together, set by set. */
  order: z.array(z.union([z.string(), z.array(z.string())])),
  styles: z.record(z.string(), styleSchema),
  guide: guideSchema,
  matrix: matrixSchema,
  tables: z.record(z.string(), tableSchema),
});
export type WorkbookTemplate = z.infer<typeof templateSchema>;
