import type { Bilingual } from '../language.ts';

/** What the par-index command says in the terminal. */
export const OFFLINE_WORDS = {
  sound: { vi: 'Số liệu không có vấn đề nào.', en: 'The entries have no issues.' },
  notWritten: {
    vi: 'Chưa ghi tệp nào; thêm --out ĐẦU_RA để ghi bảng tính và result.json.',
    en: 'Nothing was written; add --out OUTPUT to write the workbook and result.json.',
  },
  notScored: {
    vi: 'Số liệu còn lỗi nên chưa tính; chưa ghi gì.',
    en: 'The entries have errors and were not scored; nothing was written.',
  },
  sameResults: { vi: 'Hai bên có cùng kết quả.', en: 'Both have the same results.' },
  otherResults: { vi: 'Kết quả của hai bên khác nhau.', en: 'The results differ.' },
  sameEntries: { vi: 'Hai bên có cùng số liệu nhập.', en: 'Both have the same entries.' },
  otherEntries: { vi: 'Số liệu nhập của hai bên khác nhau.', en: 'The entries differ.' },
  noEntryDecides: {
    vi: 'Không có điểm, điểm thưởng hay điểm phạt nào quyết định kết quả khác nhau; khác biệt nằm ở tên gọi, điểm tự đánh giá hoặc cài đặt.',
    en: 'No mark, bonus or penalty that decides results differs; the difference is in names, self-assessment or settings.',
  },
  differingMarks: { vi: 'Điểm khác nhau', en: 'Marks that differ' },
  movedUnits: {
    vi: 'Đơn vị có hạng, chỉ số hoặc xếp loại thay đổi',
    en: 'Units whose rank, index or class moved',
  },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  change: { vi: 'Thay đổi', en: 'Change' },
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  mark: { vi: 'Điểm', en: 'Mark' },
  source: { vi: 'Nguồn điểm', en: 'Source' },
  earned: { vi: 'Điểm đạt', en: 'Earned' },
  max: { vi: 'Áp dụng / tối đa', en: 'Applies / maximum' },
  how: { vi: 'Cách tính', en: 'How' },
  blank: { vi: 'trống', en: 'blank' },
  notApplicable: { vi: 'không áp dụng', en: 'not applicable' },
  absent: { vi: 'không có', en: 'absent' },
  why: { vi: 'Vì sao', en: 'Why' },
  removed: { vi: 'Không áp dụng', en: 'Not applicable' },
  missing: { vi: 'Chưa có điểm', en: 'No mark yet' },
  council: { vi: 'theo quyết định của hội đồng', en: 'by decision of the council' },
  deducted: { vi: 'bị trừ', en: 'deducted' },
  adjustment: { vi: 'điểm thưởng, điểm phạt trên tổng', en: 'bonus and penalty on the total' },
  penalty: { vi: 'điểm phạt', en: 'penalty' },
  bonus: { vi: 'điểm thưởng', en: 'bonus' },
  kind: { vi: 'Loại', en: 'Kind' },
  onTotal: { vi: 'trên tổng', en: 'on the total' },
  differingAdjustments: { vi: 'Điểm thưởng, điểm phạt khác nhau', en: 'Bonuses and penalties that differ' },
  phases: {
    vi: {
      read: 'Đang đọc…',
      parse: 'Đang kiểm tra…',
      score: 'Đang tính…',
      render: 'Đang lập bảng…',
      write: 'Đang ghi…',
    },
    en: { read: 'Reading…', parse: 'Checking…', score: 'Scoring…', render: 'Rendering…', write: 'Writing…' },
  },
} as const;

export const SOURCE_WORDS = {
  'self-assessment': { vi: 'tự đánh giá', en: 'self-assessment' },
  appraisal: { vi: 'thẩm định', en: 'appraisal' },
  survey: { vi: 'điều tra', en: 'survey' },
} as const satisfies Record<string, Bilingual>;

export function hashLines(entries: string, results: string): Bilingual {
  return {
    vi: `Mã số liệu nhập (SHA-256): ${entries}\nMã kết quả (SHA-256):      ${results}`,
    en: `Entries hash (SHA-256): ${entries}\nResults hash (SHA-256): ${results}`,
  };
}

/** Entries with errors, written: the workbook with the list of its issues, and old results where it had any. */
export function refusedLine(workbook: string, hasResults: boolean): Bilingual {
  const old: Bilingual = hasResults
    ? {
        vi: '; kết quả cũ được giữ nguyên và đánh dấu là không còn hiện hành',
        en: '; old results were kept and marked as not current',
      }
    : { vi: '', en: '' };
  return {
    vi: `Số liệu còn lỗi nên chưa tính. Đã ghi ${workbook} với các lỗi trong trang «Vấn đề»${old.vi}. Hãy sửa rồi chạy lại.`,
    en: `The entries have errors and were not scored. Written: ${workbook}, with the errors in its tab “Issues”${old.en}. Correct them, then run it again.`,
  };
}

export function writtenLine(paths: readonly string[]): Bilingual {
  return { vi: `Đã ghi: ${paths.join(', ')}`, en: `Written: ${paths.join(', ')}` };
}

export function unreadLine(files: readonly string[]): Bilingual {
  const names = files.join(', ');
  return {
    vi: `Không được đọc vì tên không phải là tên của một trang: ${names}`,
    en: `Not read, because their names are not those of a tab: ${names}`,
  };
}

export function issuesLine(errors: number, warnings: number): Bilingual {
  return {
    vi: `${errors} lỗi, ${warnings} cảnh báo`,
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  };
}

export function placeLine(rank: number, of: number, index: string): Bilingual {
  return {
    vi: `Hạng ${rank} trong ${of} đơn vị · Chỉ số ${index} %`,
    en: `Rank ${rank} of ${of} · Index ${index} %`,
  };
}

export function unrankedLine(index: string | undefined): Bilingual {
  const shown = index === undefined ? '' : ` · ${index} %`;
  return { vi: `Không xếp hạng${shown}`, en: `Not ranked${shown}` };
}

export function exactLine(exact: string): Bilingual {
  return { vi: `Chỉ số chính xác: ${exact} %`, en: `Exact index: ${exact} %` };
}

export function pointsLine(earned: string, attainable: string, full: string): Bilingual {
  return {
    vi: `Điểm đạt ${earned} trên ${attainable} điểm áp dụng (thang đầy đủ ${full})`,
    en: `${earned} points of ${attainable} that apply (full scale ${full})`,
  };
}

/** What one criterion did to a unit's index: a change with its sign, in percentage points. */
export function reasonPart(what: string, change: string): Bilingual {
  return { vi: `${what} ${change} điểm %`, en: `${what} ${change} pp` };
}

export function movedLine(unit: string, passed: string, passedBy: string): Bilingual {
  const vi = [passed === '' ? '' : `vượt ${passed}`, passedBy === '' ? '' : `bị ${passedBy} vượt`];
  const en = [passed === '' ? '' : `passed ${passed}`, passedBy === '' ? '' : `was passed by ${passedBy}`];
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('; ');
  return { vi: `${unit}: ${joined(vi)}`, en: `${unit}: ${joined(en)}` };
}

/** A place that moved although the same units stand before: they share places otherwise, or the rank style changed. */
export function placesSharedLine(unit: string, before: number, after: number): Bilingual {
  return {
    vi: `${unit}: hạng ${before} → ${after}; vẫn các đơn vị ấy đứng trên, nhưng số hạng mà các đơn vị ấy chiếm đã thay đổi`,
    en: `${unit}: place ${before} → ${after}; the same units stand ahead, but the number of places they take changed`,
  };
}

/** A criteria set in one line: its code, its version, how many rows are scored, the total maximum. */
export function setLine(
  id: string,
  version: string | undefined,
  components: number,
  maximum: Bilingual,
): Bilingual {
  return {
    vi: `Bộ tiêu chí ${id} · ${version === undefined ? 'không ghi phiên bản' : `phiên bản ${version}`} · ${components} tiêu chí được chấm · tổng điểm tối đa ${maximum.vi}`,
    en: `Criteria set ${id} · ${version === undefined ? 'no version' : `version ${version}`} · ${components} scored criteria · total maximum ${maximum.en}`,
  };
}

/** What a new workbook holds, in one line. */
export function newYearLine(
  path: string,
  counts: {
    readonly sets: number;
    readonly groups: number;
    readonly units: number;
    readonly results: number;
  },
): Bilingual {
  const { sets, groups, units, results } = counts;
  return {
    vi: `Đã tạo ${path}: ${sets} bộ tiêu chí, ${groups} nhóm, ${units} đơn vị, ${results} kết quả các kỳ trước.`,
    en: `${path} was made: ${sets} criteria ${sets === 1 ? 'set' : 'sets'}, ${groups} ${groups === 1 ? 'group' : 'groups'}, ${units} ${units === 1 ? 'unit' : 'units'}, ${results} past results.`,
  };
}

export function sampleLine(name: string, folder: string): Bilingual {
  return { vi: `Đã tạo mẫu ${name}: ${folder}`, en: `Sample ${name} was made: ${folder}` };
}
