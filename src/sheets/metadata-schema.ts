import * as z from 'zod';
import type { Metadata } from '../domain/spreadsheet.ts';

export const METADATA_FIELDS = 'developerMetadata(metadataId,metadataKey,metadataValue)';

/** A note of developer metadata; Google leaves out what is zero, false or empty (as recorded: docs/stand-in.md). */
export const metadataSchema = z
  .object({ metadataId: z.int(), metadataKey: z.string(), metadataValue: z.string().default('') })
  .transform(
    ({ metadataId, metadataKey, metadataValue }): Metadata => ({
      id: metadataId,
      key: metadataKey,
      value: metadataValue,
    }),
  );
