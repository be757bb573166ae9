import type { Bilingual } from '../language.ts';

/** What the local workspace says in the terminal. */
export const WORKSPACE_WORDS = {
  help: {
    vi: `PAR Index: không gian làm việc trên máy này

Chạy một máy chủ nói giao thức Google Sheets và Drive, cùng các chức năng tính điểm; tạo hai bảng tính
mẫu, tính lại và in bảng xếp hạng.

  npm start                        chạy cho đến khi nhấn Ctrl+C
  npm start -- --once              tính một lần, in kết quả rồi kết thúc

Tùy chọn
  --once             kết thúc sau khi in kết quả
  --port SỐ          cổng của máy chủ bảng tính (mặc định 9098; cổng kế tiếp dành cho các chức năng; 0: cổng bất kỳ)
  --store THƯ_MỤC    nơi lưu bảng tính (mặc định .par-index)
  --sample THƯ_MỤC   dùng thư mục CSV này thay cho các mẫu có sẵn (có thể lặp lại)
  --language vi|en   ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help             in trang này`,
    en: `PAR Index: the workspace on this machine

Runs a server that speaks the Google Sheets and Drive protocol, and the scoring functions; makes two sample
workbooks, recomputes them and prints the rankings.

  npm start                        runs until Ctrl+C
  npm start -- --once              computes once, prints the results and ends

Options
  --once             end when the results are printed
  --port NUMBER      port of the spreadsheet server (default 9098; the next one is for the functions; 0: any)
  --store FOLDER     where the workbooks are kept (default .par-index)
  --sample FOLDER    use this folder of CSV files instead of the samples (may be repeated)
  --language vi|en   language in this window (default: from the variable LANG)
  --help             print this page`,
  },
  starting: { vi: 'Đang khởi động…', en: 'Starting…' },
  stop: { vi: 'Nhấn Ctrl+C để dừng.', en: 'Press Ctrl+C to stop.' },
  phases: {
    vi: { read: 'đọc', parse: 'kiểm tra', score: 'tính', render: 'lập bảng', write: 'ghi' },
    en: { read: 'read', parse: 'parse', score: 'score', render: 'render', write: 'write' },
  },
} as const;

/** The title of the workbook that is made from a sample. */
export function sampleTitle(province: string, period: string): Bilingual {
  const what = [province, period].filter((part) => part !== '').join(' ');
  return { vi: `Chỉ số CCHC – ${what} (mẫu)`, en: `PAR Index – ${what} (sample)` };
}

export function recomputing(title: string): Bilingual {
  return { vi: `Đang tính lại «${title}»…`, en: `Recomputing “${title}”…` };
}

export function meanLine(group: string, mean: string): Bilingual {
  return { vi: `Chỉ số trung bình của nhóm «${group}»: ${mean} %`, en: `Average of “${group}”: ${mean} %` };
}

export interface SpentFigures {
  readonly reads: number;
  readonly writes: number;
  readonly kilobytes: string;
  readonly phases: string;
}

export function costLine({ reads, writes, kilobytes, phases }: SpentFigures): Bilingual {
  return {
    vi: `Lượt gọi: ${reads} đọc, ${writes} ghi; ${kilobytes} KB. Thời gian (ms): ${phases}`,
    en: `Calls: ${reads} ${reads === 1 ? 'read' : 'reads'}, ${writes} ${writes === 1 ? 'write' : 'writes'}; ${kilobytes} KB. Time (ms): ${phases}`,
  };
}

export function addressLines(standIn: string, functions: string): Bilingual {
  return {
    vi: `Google Sheets và Drive trên máy này: ${standIn}\nChức năng tính lại: POST ${functions}recompute`,
    en: `Google Sheets and Drive on this machine: ${standIn}\nRecompute function: POST ${functions}recompute`,
  };
}

export function workbookLine(title: string, spreadsheetId: string): Bilingual {
  return { vi: `Bảng tính «${title}»: ${spreadsheetId}`, en: `Workbook “${title}”: ${spreadsheetId}` };
}

/** Why the workspace ends without having done its work: one sentence each. */
export const WORKSPACE_FAILURES = {
  badArgument: (detail: string): Bilingual => ({
    vi: `Tham số không hợp lệ: ${detail}. Xem npm start -- --help.`,
    en: `Bad argument: ${detail}. See npm start -- --help.`,
  }),
  portInUse: (port: number): Bilingual => ({
    vi: `Cổng ${port} đang được chương trình khác sử dụng; hãy chọn cổng khác bằng --port.`,
    en: `Port ${port} is in use by another program; choose another one with --port.`,
  }),
  noSample: (folder: string): Bilingual => ({
    vi: `Không đọc được thư mục mẫu ${folder}; hãy kiểm tra đường dẫn.`,
    en: `The sample folder ${folder} cannot be read; check the path.`,
  }),
  brokenSample: (folder: string, count: number, first: string): Bilingual => ({
    vi: `Thư mục mẫu ${folder} có ${count} lỗi; lỗi đầu tiên: ${first}`,
    en: `The sample folder ${folder} has ${count} ${count === 1 ? 'error' : 'errors'}; the first: ${first}`,
  }),
  refused: (title: string, detail: string): Bilingual => ({
    vi: `Không tính lại được «${title}»: ${detail}`,
    en: `“${title}” could not be recomputed: ${detail}`,
  }),
  unexpected: (detail: string): Bilingual => ({
    vi: `Gặp lỗi ngoài dự kiến: ${detail}. Hãy chạy lại; nếu vẫn lỗi, hãy dùng thư mục lưu trữ khác (--store).`,
    en: `Something unexpected happened: ${detail}. Run it again; if it fails again, use another store folder (--store).`,
  }),
  functionsEnded: (detail: string): Bilingual => ({
    vi: `Các chức năng không khởi động được: ${detail}`,
    en: `The functions did not start: ${detail}`,
  }),
} as const;
