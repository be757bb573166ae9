import type { CellStyle } from '../domain/cell-style.ts';

/** Plain text: what is typed stays as typed, so that the code 1.10 does not become the number 1.1. */
const TEXT_FORMAT = '@';

/** Two decimals, and up to six where an entry has more, so that nothing that was entered is hidden. */
const POINTS_FORMAT = '0.00####';

export const HEADER_STYLE: CellStyle = {
  bold: true,
  foreground: '#ffffff',
  background: '#1f4e79',
  align: 'center',
  wrap: true,
  numberFormat: TEXT_FORMAT,
  borders: true,
};

export const BODY_STYLE: CellStyle = { wrap: true, borders: true };

export const CODE_STYLE: CellStyle = { wrap: true, numberFormat: TEXT_FORMAT, borders: true };

export const POINTS_STYLE: CellStyle = { align: 'right', numberFormat: POINTS_FORMAT, borders: true };

/** The rows above a matrix that explain its columns. */
export const GUIDE_STYLE: CellStyle = {
  italic: true,
  background: '#eaf1f8',
  align: 'center',
  wrap: true,
  borders: true,
};

export const GUIDE_POINTS_STYLE: CellStyle = { ...GUIDE_STYLE, numberFormat: POINTS_FORMAT };
