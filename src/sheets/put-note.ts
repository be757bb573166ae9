import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Metadata } from '../domain/spreadsheet.ts';

/**
 * The requests that put a note on a spreadsheet in the place of the one with its id, in one batch: taking away
 * what is not there is no error, so they may be repeated freely and leave one note behind.
 */
export function putNote({ id, key, value }: Metadata): readonly sheets_v4.Schema$Request[] {
  const developerMetadataLookup = { metadataId: id, metadataKey: key };
  const developerMetadata = {
    metadataId: id,
    metadataKey: key,
    metadataValue: value,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  return [
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } },
    { createDeveloperMetadata: { developerMetadata } },
  ];
}
