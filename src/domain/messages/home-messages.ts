import type { Bilingual } from '../language.ts';

/** The page that lists the workbooks. */
export const HOME_WORDS = {
  title: { vi: 'PAR Index trên máy này', en: 'PAR Index on this machine' },
  lead: {
    vi: 'Các bảng tính dưới đây nằm trên máy này, không gửi đi đâu. Mở một bảng, sửa điểm, rồi chọn PAR Index ▸ Tính lại.',
    en: 'These workbooks lie on this machine and are sent nowhere. Open one, change a score, then choose PAR Index ▸ Recompute.',
  },
  skip: { vi: 'Đến danh sách bảng tính', en: 'Skip to the workbooks' },
  workbooks: { vi: 'Bảng tính', en: 'Workbooks' },
  none: {
    vi: 'Chưa có bảng tính nào. Hãy tạo một bảng bên dưới.',
    en: 'There is no workbook yet. Make one below.',
  },
  period: { vi: 'Kỳ đánh giá', en: 'Period' },
  results: { vi: 'Kết quả', en: 'Results' },
  lastRun: { vi: 'Lần tính gần nhất', en: 'Last run' },
  never: { vi: 'Chưa tính lần nào', en: 'Never computed' },
  issues: { vi: 'Vấn đề', en: 'Issues' },
  published: { vi: 'Đã công bố', en: 'Published' },
  notPublished: { vi: 'Chưa công bố', en: 'Not published' },
  openPublished: { vi: 'Xem bản công bố', en: 'See what was published' },
  modified: { vi: 'Sửa lần cuối', en: 'Last changed' },
  kind: { vi: 'Loại', en: 'Kind' },
  other: { vi: 'Bảng tính khác', en: 'Another workbook' },
  openToAll: { vi: 'Trang xem cho mọi người', en: 'Page for everyone' },
  open: { vi: 'Mở', en: 'Open' },
  remove: { vi: 'Xóa', en: 'Delete' },
  restore: { vi: 'Khôi phục', en: 'Restore' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  trash: { vi: 'Đã xóa', en: 'Deleted' },
  create: { vi: 'Tạo bảng tính', en: 'New workbook' },
  from: { vi: 'Theo mẫu', en: 'From' },
  withMarks: { vi: 'Cả số liệu của mẫu', en: 'With the data of the sample' },
  frameOnly: {
    vi: 'Chỉ khung: bộ tiêu chí, nhóm và đơn vị, chưa có điểm',
    en: 'The frame only: criteria, groups and units, no scores',
  },
  howMuch: { vi: 'Lấy gì từ mẫu', en: 'What to take from it' },
  name: { vi: 'Tên bảng tính (để trống: theo mẫu)', en: 'Title (blank: as the sample)' },
  make: { vi: 'Tạo', en: 'Make it' },
  import: { vi: 'Nhập từ tệp .xlsx', en: 'Import an .xlsx file' },
  importLead: {
    vi: 'Bảng tính tải từ Google Sheets, Excel hoặc lưu ở đây trước đó.',
    en: 'A workbook saved from Google Sheets or Excel, or downloaded here before.',
  },
  file: { vi: 'Tệp .xlsx', en: 'The .xlsx file' },
  send: { vi: 'Nhập', en: 'Import' },
  needsScript: {
    vi: 'Việc nhập tệp cần bật JavaScript trong trình duyệt.',
    en: 'Importing needs JavaScript in the browser.',
  },
  sending: { vi: 'Đang nhập…', en: 'Importing…' },
  sendFailed: { vi: 'Không gửi được tệp. Hãy thử lại.', en: 'The file could not be sent. Try again.' },
  mayNotMake: {
    vi: 'Người xem không tạo hay nhập bảng tính. Hãy chọn vai khác ở góc trên.',
    en: 'A reader makes and imports no workbooks. Choose another role above.',
  },
} as const satisfies Record<string, Bilingual>;

/** What a workbook is that holds published results: of which control workbook, and whether they are open. */
export function resultsOf(title: string, isOpen: boolean): Bilingual {
  return isOpen
    ? { vi: `Kết quả đã công bố của «${title}»`, en: `Published results of “${title}”` }
    : {
        vi: `Tệp kết quả của «${title}», chưa mở cho mọi người`,
        en: `Results file of “${title}”, not open to everyone`,
      };
}

/** What the results of a workbook are worth. */
export const RESULT_STATES = {
  none: { vi: 'Chưa có', en: 'None yet' },
  current: { vi: 'Hiện hành', en: 'Current' },
  stale: { vi: 'Không còn hiện hành: cần tính lại', en: 'Not current: recompute' },
} as const satisfies Record<string, Bilingual>;

export function issueCount(errors: number, warnings: number): Bilingual {
  if (errors + warnings === 0) return { vi: 'Không có', en: 'None' };
  return {
    vi: `${errors} lỗi, ${warnings} cảnh báo`,
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  };
}

export function deletedLine(title: string): Bilingual {
  return { vi: `Đã xóa «${title}».`, en: `“${title}” was deleted.` };
}

export function restoredLine(title: string): Bilingual {
  return { vi: `Đã khôi phục «${title}».`, en: `“${title}” was restored.` };
}

/** Of a file whose entries have to be corrected: the workbook was made all the same. */
export function importedWithErrors(errors: number): Bilingual {
  return {
    vi: `Đã nhập, nhưng số liệu còn ${errors} lỗi. Hãy chọn PAR Index ▸ Kiểm tra số liệu nhập để xem từng ô.`,
    en: `Imported, but the entries have ${errors} ${errors === 1 ? 'error' : 'errors'}. Choose PAR Index ▸ Check entries to see each cell.`,
  };
}

/** What of a file was not taken over, each with what to do about it. */
export const IMPORT_REMARKS = {
  results: {
    vi: 'Các trang kết quả không được nhập: hãy mở bảng tính rồi chọn PAR Index ▸ Tính lại.',
    en: 'Results are not taken over: open the workbook and choose PAR Index ▸ Recompute.',
  },
  releases: {
    vi: 'Nhật ký công bố được giữ để tra cứu; bản đã công bố vẫn thuộc bảng tính cũ, còn bảng tính này chưa công bố gì.',
    en: 'The log of publications is kept to look things up; what was published still belongs to the workbook that the file came from, and this one has published nothing.',
  },
} as const satisfies Record<string, Bilingual>;

/** Lines of the file's log of publications that are none. */
export function unreadReleases(lines: number): Bilingual {
  return {
    vi: `${lines} dòng trong nhật ký công bố không đọc được nên không được nhập.`,
    en: `${lines} ${lines === 1 ? 'line' : 'lines'} of the log of publications could not be read and ${lines === 1 ? 'was' : 'were'} not taken over.`,
  };
}

/** Why something about a workbook was not done. */
export const HOME_REFUSALS = {
  notYours: {
    vi: 'Chỉ người tạo bảng tính mới xóa hoặc khôi phục được.',
    en: 'Only who made the workbook can delete or restore it.',
  },
} as const satisfies Record<string, Bilingual>;
