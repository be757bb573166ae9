import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Anchor, Change, Dimension, Line } from '../domain/change.ts';

type Request = sheets_v4.Schema$Request;
type HoldLine = Extract<Change, { readonly kind: 'hold-line' }>;

/** Key of the notes on rows and columns by which their moves are noticed. */
const ANCHOR_KEY = 'par.anchor';

export const GOOGLE_DIMENSIONS = {
  rows: 'ROWS',
  columns: 'COLUMNS',
} as const satisfies Record<Dimension, string>;

function locationOf({ sheetId, dimension, index }: Line): sheets_v4.Schema$DeveloperMetadataLocation {
  return {
    dimensionRange: {
      sheetId,
      dimension: GOOGLE_DIMENSIONS[dimension],
      startIndex: index,
      endIndex: index + 1,
    },
  };
}

export function createAnchor({ anchorId, line }: Anchor): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: anchorId,
        metadataKey: ANCHOR_KEY,
        location: locationOf(line),
        visibility: 'DOCUMENT',
      },
    },
  };
}

/** Takes an anchor away, at the given line only when there is one: an anchor that has moved then stays. */
function deleteAnchor({ anchorId, from }: HoldLine): Request {
  const place =
    from === undefined
      ? {}
      : { metadataLocation: locationOf(from), locationMatchingStrategy: 'EXACT_LOCATION' as const };
  const developerMetadataLookup = { metadataId: anchorId, metadataKey: ANCHOR_KEY, ...place };
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } };
}

function isHold(change: Change): change is HoldLine {
  return change.kind === 'hold-line';
}

/**
 * The requests at the beginning of a batch that take the anchors from where they were read. One that has moved is
 * not found there; it then meets itself when it is made again, and Google refuses the whole batch (docs/adr/0025).
 */
export function liftAnchors(changes: readonly Change[]): readonly Request[] {
  return changes
    .filter(isHold)
    .filter(({ from, to }) => from !== undefined || to === undefined)
    .map(deleteAnchor);
}

/** The requests at the end of a batch that put the anchors where the commit leaves their lines. */
export function dropAnchors(changes: readonly Change[]): readonly Request[] {
  return changes
    .filter(isHold)
    .flatMap(({ anchorId, to }) => (to === undefined ? [] : [createAnchor({ anchorId, line: to })]));
}
