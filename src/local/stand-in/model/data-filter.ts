import { Refusal } from '../refusal.ts';
import { boxOf, intersection, sheetOf, standingBox } from './box.ts';
import type { DeveloperMetadata, DimensionRange, GridRange, MetadataLocation } from './wire.ts';
import { columnCountOf, findSheet, isObjectSheet, rowCountOf, type Workbook } from './workbook.ts';

export type MetadataLookup = {
  readonly locationType?: string;
  readonly metadataLocation?: MetadataLocation;
  readonly locationMatchingStrategy?: string;
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
};

export type DataFilter = {
  readonly developerMetadataLookup?: MetadataLookup;
  readonly a1Range?: string;
  readonly gridRange?: GridRange;
};

const ONE_LINE = 'DimensionRange must represent a single row or column.';
const WHOLE_INTERSECTING =
  'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING.';

/** A location with its type spelled out, as Google returns it. */
export function normalizedLocation(location: MetadataLocation): MetadataLocation {
  if (location.dimensionRange !== undefined) {
    const { dimension, startIndex = 0, endIndex = startIndex + 1, sheetId } = location.dimensionRange;
    if (endIndex - startIndex !== 1 || (dimension !== 'ROWS' && dimension !== 'COLUMNS')) {
      throw new Refusal(ONE_LINE);
    }
    const dimensionRange: DimensionRange = {
      ...(sheetId === undefined || sheetId === 0 ? {} : { sheetId }),
      dimension,
      startIndex,
      endIndex,
    };
    return { locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange };
  }
  if (location.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (location.sheetId === undefined) {
    throw new Refusal('Developer metadata must always have a location specified.');
  }
  return { locationType: 'SHEET', sheetId: location.sheetId };
}

export function matchesFilter(workbook: Workbook, entry: DeveloperMetadata, filter: DataFilter): boolean {
  if (filter.developerMetadataLookup !== undefined) {
    return matchesLookup(workbook, entry, filter.developerMetadataLookup);
  }
  return filter.gridRange !== undefined && touches(workbook, entry.location ?? {}, filter.gridRange);
}

const EXACT_WITH_TYPE =
  'The locationMatchingStrategy was specified as EXACT_LOCATION, but a locationType was also specified: lookups cannot limit by a location type when matching an exact location.';
const NO_LOCATION =
  'A locationMatchingStrategy was specified, but no metadataLocation was specified: lookups must always specify a metadataLocation when specifying a locationMatchingStrategy.';

/** What a lookup cannot ask for, in Google's order (measured by others). */
export function assertLookup(workbook: Workbook, lookup: MetadataLookup): void {
  const { locationType, locationMatchingStrategy: strategy, metadataLocation: location = {} } = lookup;
  const member = (['spreadsheet', 'sheetId', 'dimensionRange'] as const).find(
    (name) => location[name] !== undefined,
  );
  const isWhole = location.spreadsheet === true;
  if (locationType === 'SPREADSHEET' && member !== undefined && !isWhole)
    throw new Refusal(`Cannot limit by location type of SPREADSHEET for the location ${member}`);
  if (strategy === 'EXACT_LOCATION' && locationType !== undefined) throw new Refusal(EXACT_WITH_TYPE);
  if (strategy !== undefined && member === undefined) throw new Refusal(NO_LOCATION);
  if (strategy === 'INTERSECTING_LOCATION' && isWhole) throw new Refusal(WHOLE_INTERSECTING);
  if (member === 'sheetId') sheetOf(workbook, location.sheetId);
  if (location.dimensionRange !== undefined) assertLine(workbook, location.dimensionRange);
}

function assertLine(workbook: Workbook, { sheetId, dimension, startIndex, endIndex }: DimensionRange): void {
  if (startIndex === undefined || endIndex === undefined)
    throw new Refusal('DimensionRange must specify both a startIndex and an endIndex.');
  if (endIndex - startIndex !== 1) throw new Refusal(ONE_LINE);
  if (startIndex < 0) throw new Refusal('DimensionRange indexes must be >= 0');
  const sheet = sheetOf(workbook, sheetId);
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new Refusal('No dimension specified');
  const size = dimension === 'ROWS' ? rowCountOf(sheet) : columnCountOf(sheet);
  if (startIndex >= size)
    throw new Refusal(
      `DimensionRange startIndex [${startIndex}] is after the last ${dimension} index [${size - 1}] of the sheet [${sheet.sheetId}].`,
    );
}

function matchesLookup(workbook: Workbook, entry: DeveloperMetadata, lookup: MetadataLookup): boolean {
  const location = entry.location ?? {};
  return (
    agrees(lookup.metadataId, entry.metadataId) &&
    agrees(lookup.metadataKey, entry.metadataKey) &&
    agrees(lookup.metadataValue, entry.metadataValue) &&
    agrees(lookup.visibility, entry.visibility) &&
    agrees(lookup.locationType, location.locationType) &&
    (lookup.metadataLocation === undefined || matchesPlace(workbook, location, lookup))
  );
}

function agrees<T>(wanted: T | undefined, actual: T | undefined): boolean {
  return wanted === undefined || wanted === actual;
}

function matchesPlace(workbook: Workbook, location: MetadataLocation, lookup: MetadataLookup): boolean {
  const wanted = normalizedLocation(lookup.metadataLocation ?? {});
  const intersecting = lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION';
  if (wanted.spreadsheet === true && intersecting) {
    throw new Refusal(WHOLE_INTERSECTING);
  }
  if (!intersecting) return samePlace(location, wanted);
  if (!isOnGrid(workbook, wanted)) return false;
  return location.spreadsheet !== true && touches(workbook, location, rangeOf(wanted));
}

function samePlace(a: MetadataLocation, b: MetadataLocation): boolean {
  if (a.locationType !== b.locationType) return false;
  if (a.locationType === 'SPREADSHEET') return true;
  if (a.locationType === 'SHEET') return a.sheetId === b.sheetId;
  const one = a.dimensionRange;
  const other = b.dimensionRange;
  return (one?.sheetId ?? 0) === (other?.sheetId ?? 0) && one?.startIndex === other?.startIndex;
}

function rangeOf(location: MetadataLocation): GridRange {
  const { dimensionRange } = location;
  if (dimensionRange === undefined) return { sheetId: location.sheetId ?? 0 };
  const { startIndex = 0, endIndex = startIndex + 1, sheetId = 0 } = dimensionRange;
  return dimensionRange.dimension === 'ROWS'
    ? { sheetId, startRowIndex: startIndex, endRowIndex: endIndex }
    : { sheetId, startColumnIndex: startIndex, endColumnIndex: endIndex };
}

function touches(workbook: Workbook, location: MetadataLocation, range: GridRange): boolean {
  if (location.spreadsheet === true) return false;
  const place = rangeOf(location);
  const sheet = findSheet(workbook, place.sheetId ?? 0);
  if (sheet === undefined || isObjectSheet(sheet)) return false;
  if ((place.sheetId ?? 0) !== (range.sheetId ?? 0)) return false;
  return intersection(standingBox(workbook, place), boxOf(workbook, range)) !== undefined;
}

/** A line beyond the grid touches nothing: asking for it is no error. */
function isOnGrid(workbook: Workbook, { dimensionRange, sheetId }: MetadataLocation): boolean {
  const sheet = findSheet(workbook, dimensionRange?.sheetId ?? sheetId ?? 0);
  if (sheet === undefined) return false;
  const size = dimensionRange?.dimension === 'COLUMNS' ? columnCountOf(sheet) : rowCountOf(sheet);
  return dimensionRange === undefined || (dimensionRange.startIndex ?? 0) < size;
}

/** A new entry hangs on a place that is there. */
export function assertPlaceThere(workbook: Workbook, location: MetadataLocation): void {
  if (location.spreadsheet === true) return;
  const { dimensionRange } = location;
  const sheet = sheetOf(workbook, location.sheetId ?? dimensionRange?.sheetId);
  if (dimensionRange !== undefined) boxOf(workbook, { ...rangeOf(location), sheetId: sheet.sheetId });
}

/** The cells that a row's or column's or sheet's metadata stands for. */
export function metadataRange(entry: DeveloperMetadata): GridRange | undefined {
  return entry.location?.spreadsheet === true ? undefined : rangeOf(entry.location ?? {});
}
