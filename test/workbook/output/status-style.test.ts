import { expect, test } from 'vitest';
import type { CellStyle } from '../../../src/domain/cell-style.ts';
import { STYLES } from '../../../src/workbook/output/styles.ts';

test('the line that says whether figures stand runs on over the cells beside it, so it has no background and no light letters', () => {
  const styles: readonly CellStyle[] = [STYLES.current, STYLES.stale];
  for (const { background, foreground, wrap } of styles) {
    expect([background, wrap]).toEqual([undefined, undefined]);
    // Dark on white: no channel above three quarters.
    expect(foreground).toMatch(/^#(?:[0-9ab][0-9a-f]){3}$/);
  }
});
