import * as z from 'zod';

/**
 * A code as staff type it: text without space at either end, in NFC, at most 64 characters.
 * `1.10` and `1.1` are different codes, which is why a code is never a number.
 */
export const codeSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1).max(64));
