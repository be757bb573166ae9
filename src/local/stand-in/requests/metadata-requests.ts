import type { JsonObject } from '../contract/json.ts';
import {
  assertPlaceThere,
  type DataFilter,
  matchesFilter,
  normalizedLocation,
} from '../model/data-filter.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import type { DeveloperMetadata, MetadataLocation } from '../model/wire.ts';
import type { Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { gridFilters } from '../sheets/data-filter-range.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

/** Google's limit on the text of developer metadata (by others' reports: docs/stand-in.md). */
const MAX_METADATA_TEXT = 30_000;

function createDeveloperMetadata(
  workbook: Workbook,
  { developerMetadata = {} }: { readonly developerMetadata?: DeveloperMetadata },
  context: BatchContext,
): Applied {
  const metadataId = developerMetadata.metadataId ?? freshId(workbook, context);
  if (metadataId <= 0) throw new Refusal('Developer metadata ID must be positive.');
  // The wording on which the guard of a publication rests (docs/unverified.md row 1).
  if (workbook.developerMetadata.some((known) => known.metadataId === metadataId)) {
    throw new Refusal(
      `Cannot add developer metadata with ID [${metadataId}] because developer metadata with that ID already exists.`,
    );
  }
  const entry = checked(workbook, { ...developerMetadata, metadataId });
  return {
    workbook: { ...workbook, developerMetadata: [...workbook.developerMetadata, entry] },
    reply: { developerMetadata: entry as JsonObject },
  };
}

function freshId(workbook: Workbook, context: BatchContext): number {
  const id = context.newId();
  return workbook.developerMetadata.some((known) => known.metadataId === id)
    ? freshId(workbook, context)
    : id;
}

function checked(workbook: Workbook, entry: DeveloperMetadata): DeveloperMetadata {
  const { metadataId, metadataKey, metadataValue, visibility } = entry;
  if (!metadataKey) throw new Refusal('Developer metadata must always have a key specified.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') {
    throw new Refusal('Developer metadata must always have a visibility specified.');
  }
  if (metadataKey.length + (metadataValue ?? '').length > MAX_METADATA_TEXT) {
    throw new Refusal(`Developer metadata may hold at most ${MAX_METADATA_TEXT} characters.`);
  }
  return {
    ...(metadataId === undefined ? {} : { metadataId }),
    metadataKey,
    ...(metadataValue === undefined ? {} : { metadataValue }),
    location: checkedLocation(workbook, entry),
    visibility,
  };
}

function checkedLocation(workbook: Workbook, entry: DeveloperMetadata): MetadataLocation {
  if (entry.location === undefined)
    throw new Refusal('Developer metadata must always have a location specified.');
  const location = normalizedLocation(entry.location);
  assertPlaceThere(workbook, location);
  return location;
}

interface UpdateDeveloperMetadata {
  readonly dataFilters?: readonly DataFilter[];
  readonly developerMetadata?: DeveloperMetadata;
  readonly fields?: string;
}

function updateDeveloperMetadata(workbook: Workbook, request: UpdateDeveloperMetadata): Applied {
  const { dataFilters = [], developerMetadata: offered = {}, fields } = request;
  const paths = maskOf('DeveloperMetadata', fields);
  const filters = gridFilters(workbook, dataFilters);
  const changed: DeveloperMetadata[] = [];
  const entries = workbook.developerMetadata.map((entry) => {
    if (!filters.some((filter) => matchesFilter(workbook, entry, filter))) return entry;
    const merged = mergeByMask(entry, offered, paths) as DeveloperMetadata;
    const kept = checked(workbook, {
      ...merged,
      ...(entry.metadataId ? { metadataId: entry.metadataId } : {}),
    });
    changed.push(kept);
    return kept;
  });
  return {
    workbook: { ...workbook, developerMetadata: entries },
    reply: changed.length === 0 ? {} : { developerMetadata: changed as readonly JsonObject[] },
  };
}

/** A filter that matches nothing deletes nothing and is no error (docs/unverified.md row 22). */
function deleteDeveloperMetadata(
  workbook: Workbook,
  { dataFilter = {} }: { readonly dataFilter?: DataFilter },
): Applied {
  const filters = gridFilters(workbook, [dataFilter]);
  const gone = workbook.developerMetadata.filter((entry) =>
    filters.some((filter) => matchesFilter(workbook, entry, filter)),
  );
  return {
    workbook: {
      ...workbook,
      developerMetadata: workbook.developerMetadata.filter((entry) => !gone.includes(entry)),
    },
    reply: gone.length === 0 ? {} : { deletedDeveloperMetadata: gone as readonly JsonObject[] },
  };
}

export const metadataRequests: RequestFamily = {
  createDeveloperMetadata: handler(createDeveloperMetadata),
  updateDeveloperMetadata: handler(updateDeveloperMetadata),
  deleteDeveloperMetadata: handler(deleteDeveloperMetadata),
};
