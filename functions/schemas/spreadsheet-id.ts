import * as z from 'zod';

/** As it stands in the workbook's address: letters, digits, hyphens and underscores. */
export const spreadsheetId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{5,128}$/)
  .describe('The id in the workbook’s address');
