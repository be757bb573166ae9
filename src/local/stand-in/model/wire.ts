import type { JsonObject } from '../contract/json.ts';

/**
 * Typed views of the API's messages, for the fields this server reads. A body is looked at through them only after it has
 * passed the contract (contract/validate-request.ts); what no view names travels on untouched.
 */
export type ExtendedValue = {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
};

export type GridRange = {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
};

export type GridCoordinate = {
  readonly sheetId?: number;
  readonly rowIndex?: number;
  readonly columnIndex?: number;
};

export type Dimension = 'ROWS' | 'COLUMNS';

export type DimensionRange = {
  readonly sheetId?: number;
  readonly dimension?: Dimension;
  readonly startIndex?: number;
  readonly endIndex?: number;
};

export type NumberFormat = { readonly type?: string; readonly pattern?: string };

export type CellData = {
  readonly userEnteredValue?: ExtendedValue;
  /** Kept for formulas only: everything else is its own effective value. */
  readonly effectiveValue?: ExtendedValue;
  /** The effective value was given by somebody and stands for as long as the formula does. Never shown. */
  readonly isSeeded?: true;
  readonly userEnteredFormat?: JsonObject;
  readonly note?: string;
  readonly dataValidation?: JsonObject;
};

export type GridProperties = {
  readonly rowCount?: number;
  readonly columnCount?: number;
  readonly frozenRowCount?: number;
  readonly frozenColumnCount?: number;
};

export type SheetProperties = {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly sheetType?: string;
  readonly gridProperties?: GridProperties;
  readonly hidden?: boolean;
};

export type NamedRange = {
  readonly namedRangeId?: string;
  readonly name?: string;
  readonly range?: GridRange;
};

export type Editors = {
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
  readonly domainUsersCanEdit?: boolean;
};

export type ProtectedRange = {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly namedRangeId?: string;
  readonly tableId?: string;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly unprotectedRanges?: readonly GridRange[];
  readonly editors?: Editors;
};

export type MetadataLocation = {
  readonly locationType?: string;
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRange;
};

export type DeveloperMetadata = {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly location?: MetadataLocation;
  readonly visibility?: string;
};

export type DimensionGroup = {
  readonly range?: DimensionRange;
  readonly depth?: number;
  readonly collapsed?: boolean;
};
