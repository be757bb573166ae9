import { driveError } from '../contract/drive-error.ts';

/** A page has a greatest size; the words are measured by others, spacing and all. */
export function assertedPageSize(size: number, most: number): number {
  if (size >= 1 && size <= most) return size;
  throw driveError({
    code: 400,
    reason: 'invalidParameter',
    message: `Invalid value '${size}'. Values must be within the range: [value: 1\n, value: ${most}\n]`,
    location: 'page_size',
  });
}
