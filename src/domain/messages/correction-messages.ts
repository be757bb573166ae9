import type { Bilingual } from '../language.ts';

export const FIRST_RELEASE: Bilingual = { vi: 'Công bố lần đầu', en: 'First publication' };

/** What the corrections log says where it tells no figure. */
export const CORRECTION_WORDS = {
  /** In the column of the figure's name; how many follows in the column after. */
  more: { vi: 'Số liệu khác đã thay đổi, không liệt kê', en: 'Other changed figures, not listed' },
  withheld: { vi: '(không nêu lại)', en: '(not repeated)' },
  added: { vi: 'Công bố thêm trang này', en: 'This tab is published for the first time' },
  dropped: { vi: 'Không còn công bố trang này', en: 'This tab is no longer published' },
} as const satisfies Record<string, Bilingual>;

/** The first line of a release in the corrections log: units whose rank, index or class changed, and other cells. */
export function correctionsLine(units: number, figures: number): Bilingual {
  if (units + figures === 0)
    return { vi: 'Công bố lại, không số liệu nào thay đổi', en: 'Published again, no figure changed' };
  return {
    vi: `Công bố lại: ${units} đơn vị đổi hạng, chỉ số hoặc xếp loại; ${figures} số liệu khác thay đổi`,
    en: `Published again: rank, index or class of ${units} ${units === 1 ? 'unit' : 'units'} changed, and ${figures} other ${figures === 1 ? 'figure' : 'figures'}`,
  };
}

/** By the hash whoever has both files can prove which figures are meant. */
export function moreFiguresLine(hash: string): Bilingual {
  return { vi: `Mã của toàn bộ danh sách: ${hash}`, en: `Hash of the whole list: ${hash}` };
}

/** What became of a published tab; the hash is that of its cells as they were published. */
export function droppedTabLine(cells: number, hash: string): Bilingual {
  return {
    vi: `${CORRECTION_WORDS.dropped.vi} (${cells} ô, mã nội dung ${hash})`,
    en: `${CORRECTION_WORDS.dropped.en} (${cells} ${cells === 1 ? 'cell' : 'cells'}, content hash ${hash})`,
  };
}

/** Why a correction states no old figures. */
export function unprovenLine(number: number): Bilingual {
  return {
    vi: `Tệp đã bị sửa tay sau lần công bố ${number}: số trong tệp không còn khớp mã nội dung của lần đó, nên không nêu là số cũ được`,
    en: `The file was changed by hand after release ${number}: its figures no longer have the content hash of that release, so they cannot be stated as the old ones`,
  };
}

/**
 * What a later release says of lines that it no longer tells in full: how many cells, and the hash of the lines as
 * they stand since, by which they can still be proved.
 */
export function restatedLine(number: number, cells: number, hash: string): Bilingual {
  return {
    vi: `Các dòng của lần công bố ${number} nay có ${cells} ô không nêu lại; mã của các dòng như đang hiện: ${hash}`,
    en: `The lines of release ${number} now have ${cells} ${cells === 1 ? 'cell' : 'cells'} not repeated; hash of the lines as they stand: ${hash}`,
  };
}
