import { notFound } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, intParam, json, type Method } from '../http/call.ts';
import { type DataFilter, matchesFilter } from '../model/data-filter.ts';
import { gridFilters } from './data-filter-range.ts';
import { readWorkbook, refusedAsBadRequest } from './edit-workbook.ts';

function get(call: Call): Answer {
  const { workbook } = readWorkbook(call);
  const metadataId = intParam(call, 'metadataId');
  const entry = workbook.developerMetadata.find((one) => one.metadataId === metadataId);
  if (entry === undefined) throw notFound(`No developer metadata with ID [${metadataId}] was found.`);
  return json(entry as JsonObject);
}

/** One entry is listed once, with all the filters it answers to. */
function search(call: Call): Answer {
  const { workbook } = readWorkbook(call);
  const { dataFilters = [] } = call.body as { readonly dataFilters?: readonly DataFilter[] };
  const placed = refusedAsBadRequest(() => gridFilters(workbook, dataFilters));
  const matched = refusedAsBadRequest(() =>
    workbook.developerMetadata.flatMap((developerMetadata) => {
      const filters = dataFilters.filter((_, index) =>
        matchesFilter(workbook, developerMetadata, placed[index] ?? {}),
      );
      return filters.length === 0 ? [] : [{ developerMetadata, dataFilters: filters }];
    }),
  );
  return json(
    matched.length === 0 ? {} : { matchedDeveloperMetadata: matched as unknown as readonly JsonObject[] },
  );
}

export const metadataMethods: Readonly<Record<string, Method>> = {
  'sheets.spreadsheets.developerMetadata.get': get,
  'sheets.spreadsheets.developerMetadata.search': search,
};
