import type { CellStyle } from '../../../domain/cell-style.ts';
import { componentResultsOf } from '../../../domain/components-of-results.ts';
import type { ContentCell } from '../../../domain/content.ts';
import type { CriterionCode } from '../../../domain/criteria-set.ts';
import { CELL_SIGNS, signLegend } from '../../../domain/messages/cell-signs.ts';
import { fieldCodes, heatHeading, noHeatMap } from '../../../domain/messages/criteria-analysis-messages.ts';
import { OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import type { ComponentResult, ScoreSheet } from '../../../domain/scoreboard.ts';
import { shareAttained } from '../../../domain/share-attained.ts';
import { cell, line } from '../content-rows.ts';
import type { FigureCells } from '../figure-cells.ts';
import { criterionName, type GroupView } from '../group-view.ts';
import { type OutputContext, parentName, say } from '../output-context.ts';
import { rankCell } from '../rank-cell.ts';
import { type Entry, entriesOf, sheetsOf } from '../ranking/ranking-entry.ts';
import type { Block } from '../stack-blocks.ts';
import { SHARE_SCALE, STYLES } from '../styles.ts';
import { unitName } from '../unit-names.ts';
import { type HeatBand, heatBands } from './heat-bands.ts';

/** Beyond so many units nobody reads a cell for each unit and component, and the tab would be the largest of all. */
export const HEAT_MAP_UNITS = 200;

/** Rank, unit, where it belongs and its index stand before the components. */
const IDENTITY_COLUMNS = 4;
/** As many fields as a heading can name. */
const FIELDS_NAMED = 3;
/** Small, because each holds a whole name; the longer English words smaller still. */
const HEADERS = { vi: { ...STYLES.header, fontSize: 9 }, en: { ...STYLES.header, fontSize: 8 } } as const;
const SMALL: CellStyle = { fontSize: 9, align: 'center' };
const NOT_APPLICABLE = cell(CELL_SIGNS.notApplicable, { ...STYLES.notApplicable, ...SMALL });
const MISSING = cell(CELL_SIGNS.missing, { ...STYLES.missing, ...SMALL });

interface Frame {
  readonly view: GroupView;
  readonly figures: FigureCells;
  readonly context: OutputContext;
}

/** Why a component of a unit has no share of its own; undefined where it has one. */
function signOf(
  result: ComponentResult | undefined,
  { missing }: ScoreSheet,
): keyof typeof CELL_SIGNS | undefined {
  if (result === undefined || result.attainable === 0) return 'notApplicable';
  return missing.includes(result.code) ? 'missing' : undefined;
}

/** A share, or the sign of why there is none; a blank that counts as zero is a zero in italics. */
function heatCells(sheet: ScoreSheet, { components }: HeatBand, { figures }: Frame): readonly ContentCell[] {
  const results = new Map<CriterionCode, ComponentResult>(
    componentResultsOf(sheet.fields).map((result) => [result.code, result]),
  );
  return components.map(({ code }) => {
    const result = results.get(code);
    const sign = signOf(result, sheet);
    if (sign !== undefined) return sign === 'missing' ? MISSING : NOT_APPLICABLE;
    const { value, style } = figures.percent(result && shareAttained(result));
    const italic = sheet.countedAsZero?.includes(code) === true;
    return cell(value, { ...style, ...SMALL, ...(italic ? { italic } : {}) });
  });
}

function identityCells(entry: Entry, hasParents: boolean, frame: Frame): readonly ContentCell[] {
  const { sheet, index } = entry.unit;
  return [
    rankCell(entry),
    cell(unitName(sheet, frame.context.language), STYLES.wrapped),
    cell(hasParents ? parentName(sheet.unit, frame.context) : sheet.unit.id, STYLES.wrapped),
    frame.figures.percent(index, 'strong'),
  ];
}

function headersOf({ components }: HeatBand, hasParents: boolean, { context }: Frame): readonly string[] {
  const { rank, unit, parent, unitCode, index } = OUTPUT_HEADERS;
  return [
    ...[rank, unit, hasParents ? parent : unitCode, index].map((header) => say(context, header)),
    ...components.map((component) => `${component.code} ${criterionName(component, context.language)}`),
  ];
}

function fieldsOf({ fields }: HeatBand) {
  if (fields.length > FIELDS_NAMED) return fieldCodes(fields.map(({ code }) => code));
  const named = (language: 'vi' | 'en') =>
    fields.map((field) => `${field.code}. ${criterionName(field, language)}`).join('; ');
  return { vi: named('vi'), en: named('en') };
}

function bandBlock(band: HeatBand, place: { readonly number: number; readonly of: number }, frame: Frame) {
  const { view, context } = frame;
  const entries = entriesOf(view.result);
  const hasParents = sheetsOf(view.result).some(({ unit }) => unit.parent !== undefined);
  const area = {
    top: 1,
    left: IDENTITY_COLUMNS,
    height: entries.length,
    width: band.components.length,
  };
  const block: Block = {
    heading: say(context, heatHeading({ ...place, fields: fieldsOf(band) })),
    headers: headersOf(band, hasParents, frame),
    headerStyle: HEADERS[context.language],
    newPage: true,
    rows: entries.map((entry) => [
      ...identityCells(entry, hasParents, frame),
      ...heatCells(entry.unit.sheet, band, frame),
    ]),
    scales: [{ area, ...SHARE_SCALE }],
  };
  return block;
}

/** What the signs mean, of those that the group has. */
function legendBlock({ view, context }: Frame, width: number): readonly Block[] {
  const sheets = sheetsOf(view.result);
  const signs = sheets.flatMap((sheet) =>
    componentResultsOf(sheet.fields).map((result) => signOf(result, sheet)),
  );
  const parts = [
    ...(['notApplicable', 'missing'] as const).filter((sign) => signs.includes(sign)),
    ...(sheets.some(({ countedAsZero }) => countedAsZero !== undefined) ? (['countedAsZero'] as const) : []),
  ];
  if (parts.length === 0) return [];
  return [{ rows: [line(say(context, signLegend(parts)), STYLES.remark, width)] }];
}

/** Units × components in parts as wide as a page, shares in percent; a line that says so where there are too many units. */
export function heatMapBlocks(frame: Frame, width: number): readonly Block[] {
  const units = sheetsOf(frame.view.result).length;
  if (units === 0) return [];
  if (units > HEAT_MAP_UNITS) {
    const why = say(frame.context, noHeatMap(units, HEAT_MAP_UNITS));
    return [{ rows: [line(why, STYLES.subtitle, width)] }];
  }
  const bands = heatBands(frame.view.set);
  return [
    ...bands.map((band, place) => bandBlock(band, { number: place + 1, of: bands.length }, frame)),
    ...legendBlock(frame, width),
  ];
}
