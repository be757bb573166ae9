import type { Bilingual } from '../language.ts';

/** What the local workspace says in the terminal. */
export const WORKSPACE_WORDS = {
  help: {
    vi: `PAR Index: không gian làm việc trên máy này

Chạy một máy chủ mô phỏng Google Sheets và Drive, cùng các chức năng tính điểm; tạo các bảng tính
mẫu, tính lại, in bảng xếp hạng và mở trang làm việc trong trình duyệt.

  npm start                        chạy cho đến khi nhấn Ctrl+C
  npm start -- --once              tính một lần, in kết quả rồi kết thúc

Tùy chọn
  --once             kết thúc sau khi in kết quả
  --port SỐ          cổng của máy chủ bảng tính (mặc định 9200; hai cổng kế tiếp dành cho các chức năng và trang web; 0: cổng bất kỳ)
  --store THƯ_MỤC    nơi lưu bảng tính (mặc định .par-index)
  --sample THƯ_MỤC   dùng thư mục CSV này thay cho các mẫu có sẵn (có thể lặp lại)
  --language vi|en   ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --host ĐỊA_CHỈ     cho máy khác mở trang web ở địa chỉ này; cần mật khẩu trong biến PAR_PASS_PHRASE
  --help             hiện hướng dẫn này`,
    en: `PAR Index: the workspace on this machine

Runs a server that speaks the Google Sheets and Drive protocol, and the scoring functions; makes the sample
workbooks, recomputes them, prints the rankings and serves a page to work in with a browser.

  npm start                        runs until Ctrl+C
  npm start -- --once              computes once, prints the results and ends

Options
  --once             end when the results are printed
  --port NUMBER      port of the spreadsheet server (default 9200; the next two are for the functions and the page; 0: any)
  --store FOLDER     where the workbooks are kept (default .par-index)
  --sample FOLDER    use this folder of CSV files instead of the samples (may be repeated)
  --language vi|en   language in this window (default: from the variable LANG)
  --host ADDRESS     let other machines open the page at this address; needs a pass phrase in PAR_PASS_PHRASE
  --help             print this page`,
  },
  starting: { vi: 'Đang khởi động…', en: 'Starting…' },
  building: {
    vi: 'Đang chuẩn bị trang web (chỉ lần đầu, hoặc khi mã nguồn thay đổi)…',
    en: 'Preparing the page (the first time, or when its sources changed)…',
  },
  stop: { vi: 'Nhấn Ctrl+C để dừng.', en: 'Press Ctrl+C to stop.' },
  phases: {
    vi: { read: 'đọc', parse: 'kiểm tra', score: 'tính', render: 'lập bảng', write: 'ghi' },
    en: { read: 'read', parse: 'parse', score: 'score', render: 'render', write: 'write' },
  },
} as const;

/** The title of the workbook that is made from a sample folder. */
export function sampleTitle(province: string, period: string, folder: string): Bilingual {
  const what = [province, period].filter((part) => part !== '').join(' ');
  const dash = what === '' ? '' : ` – ${what}`;
  return { vi: `Chỉ số CCHC${dash} (mẫu ${folder})`, en: `PAR Index${dash} (sample ${folder})` };
}

export function recomputing(title: string): Bilingual {
  return { vi: `Đang tính lại «${title}»…`, en: `Recomputing “${title}”…` };
}

/** Said of a workbook that stood in the store: the folder it was once made from is not read again. */
export const KEPT_WORKBOOK: Bilingual = {
  vi: 'Bảng tính này đã có trong nơi lưu, giữ nguyên các chỉnh sửa; muốn tạo lại từ thư mục mẫu, dùng --store khác.',
  en: 'This workbook stood in the store already, with its edits; to make it again from the folder, use another --store.',
};

/** Below the first places of a long ranking: how many units there are yet, and where. */
export function moreUnits(units: number, tab: string): Bilingual {
  return {
    vi: `… còn ${units} đơn vị nữa trong trang «${tab}»`,
    en: `… ${units} more ${units === 1 ? 'unit' : 'units'} in the tab “${tab}”`,
  };
}

export function meanLine(group: string, mean: string): Bilingual {
  return { vi: `Chỉ số trung bình của nhóm «${group}»: ${mean} %`, en: `Average of “${group}”: ${mean} %` };
}

export interface SpentFigures {
  readonly reads: number;
  readonly writes: number;
  /** Of the calls that Google gives one account in a minute. */
  readonly left: { readonly reads: number; readonly writes: number };
  readonly kilobytes: string;
  readonly phases: string;
}

function english(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function costLine({ reads, writes, left, kilobytes, phases }: SpentFigures): Bilingual {
  const enLeft = `${english(left.reads, 'read')} and ${english(left.writes, 'write')}`;
  return {
    vi: `Lượt gọi: ${reads} đọc, ${writes} ghi; ở Google, hạn mức của phút này còn ${left.reads} lượt đọc, ${left.writes} lượt ghi; ${kilobytes} KB. Thời gian (ms): ${phases}`,
    en: `Calls: ${english(reads, 'read')}, ${english(writes, 'write')}; at Google, ${enLeft} would be left of this minute; ${kilobytes} KB. Time (ms): ${phases}`,
  };
}

/** Of use only while they listen. */
export function addressLines(standIn: string, functions: string): Bilingual {
  return {
    vi: `Google Sheets và Drive trên máy này: ${standIn}\nChức năng tính lại: POST ${functions}recompute`,
    en: `Google Sheets and Drive on this machine: ${standIn}\nRecompute function: POST ${functions}recompute`,
  };
}

export function builtLine(seconds: string): Bilingual {
  return { vi: `Đã chuẩn bị trang web trong ${seconds} giây.`, en: `The page is ready, after ${seconds} s.` };
}

/** Stands last, where the eye falls: what to open. */
export function pageLine(address: string): Bilingual {
  return { vi: `Mở trong trình duyệt: ${address}`, en: `Open in a browser: ${address}` };
}

export function workbookLine(title: string, spreadsheetId: string): Bilingual {
  return { vi: `Bảng tính «${title}»: ${spreadsheetId}`, en: `Workbook “${title}”: ${spreadsheetId}` };
}

/** Why the workspace ends without having done its work: one sentence each. */
export const WORKSPACE_FAILURES = {
  portInUse: (port: number): Bilingual => ({
    vi: `Cổng ${port} đang được chương trình khác sử dụng; hãy chọn cổng khác, ví dụ npm start -- --port 9300.`,
    en: `Port ${port} is in use by another program; choose another one, such as npm start -- --port 9300.`,
  }),
  portForbidden: (port: number): Bilingual => ({
    vi: `Không được phép dùng cổng ${port}; hãy chọn cổng từ 1024 trở lên, ví dụ npm start -- --port 9300.`,
    en: `Port ${port} may not be used; choose one from 1024 up, such as npm start -- --port 9300.`,
  }),
  storeInUse: (folder: string): Bilingual => ({
    vi: `Một không gian làm việc khác đang dùng nơi lưu ${folder}; hãy dừng nó, hoặc dùng nơi lưu khác bằng --store.`,
    en: `Another workspace is using the store ${folder}; stop it, or use another one with --store.`,
  }),
  storeUnusable: (folder: string, why: Bilingual): Bilingual => ({
    vi: `Không dùng được nơi lưu ${folder}: ${why.vi}; hãy chọn thư mục khác bằng --store.`,
    en: `The store ${folder} cannot be used: ${why.en}; choose another folder with --store.`,
  }),
  noSample: (folder: string, why: Bilingual): Bilingual => ({
    vi: `Không đọc được thư mục mẫu ${folder}; hãy kiểm tra đường dẫn.\n${why.vi}`,
    en: `The sample folder ${folder} cannot be read; check the path.\n${why.en}`,
  }),
  brokenSample: (folder: string, count: number, shown: number, lines: Bilingual): Bilingual => {
    const more = count - shown;
    const command = `npx par-index check "${folder}"`;
    return {
      vi: `Thư mục mẫu ${folder} có ${count} lỗi:\n${lines.vi}${more > 0 ? `\n… và ${more} lỗi nữa; xem tất cả: ${command}` : ''}`,
      en: `The sample folder ${folder} has ${count} ${count === 1 ? 'error' : 'errors'}:\n${lines.en}${more > 0 ? `\n… and ${more} more; to list all: ${command}` : ''}`,
    };
  },
  refused: (title: string, detail: string): Bilingual => ({
    vi: `Không tính lại được «${title}»: ${detail}`,
    en: `“${title}” could not be recomputed: ${detail}`,
  }),
  unexpected: (detail: string): Bilingual => ({
    vi: `Gặp lỗi ngoài dự kiến: ${detail}. Hãy chạy lại; nếu vẫn lỗi, hãy dùng thư mục lưu trữ khác (--store).`,
    en: `Something unexpected happened: ${detail}. Run it again; if it fails again, use another store folder (--store).`,
  }),
  functionsLost: {
    vi: 'Các chức năng tính điểm đã dừng đột ngột; bảng tính vẫn nguyên vẹn. Hãy chạy lại npm start.',
    en: 'The functions have ended unexpectedly; the workbooks are intact. Run npm start again.',
  },
  functionsEnded: (detail: string): Bilingual => ({
    vi: `Các chức năng không khởi động được: ${detail}`,
    en: `The functions did not start: ${detail}`,
  }),
} as const;

/** Why the system would not let the store be used, by its error code. */
export const STORE_TROUBLE: ReadonlyMap<string, Bilingual> = new Map([
  ['ENOTDIR', { vi: 'đó không phải là thư mục', en: 'it is not a folder' }],
  ['EEXIST', { vi: 'đó không phải là thư mục', en: 'it is not a folder' }],
  ['EACCES', { vi: 'không có quyền ghi', en: 'it may not be written' }],
  ['EPERM', { vi: 'không có quyền ghi', en: 'it may not be written' }],
  ['EROFS', { vi: 'ổ đĩa chỉ cho đọc', en: 'the disk is read-only' }],
  ['ENOSPC', { vi: 'ổ đĩa đã đầy', en: 'the disk is full' }],
]);

/** What is wrong with an argument of the command. */
export const WORKSPACE_ARGUMENTS = {
  port: (text: string): Bilingual => ({
    vi: `--port ${text} phải là số từ 0 đến 65533`,
    en: `--port ${text} must be a number from 0 to 65533`,
  }),
  host: (text: string): Bilingual => ({
    vi: `--host ${text} phải là một địa chỉ IP của máy này, hoặc 0.0.0.0`,
    en: `--host ${text} must be an IP address of this machine, or 0.0.0.0`,
  }),
  noPhrase: (variable: string, shortest: number): Bilingual => ({
    vi: `--host cần mật khẩu: hãy đặt biến môi trường ${variable} (ít nhất ${shortest} ký tự), vì máy khác sẽ mở được trang này`,
    en: `--host needs a pass phrase: set the environment variable ${variable} (${shortest} characters or more), because other machines will reach this page`,
  }),
  phraseTooShort: (variable: string, shortest: number): Bilingual => ({
    vi: `mật khẩu trong biến ${variable} cần ít nhất ${shortest} ký tự`,
    en: `the pass phrase in ${variable} needs ${shortest} characters or more`,
  }),
} as const;

interface Example {
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  readonly spreadsheetId: string;
  readonly accessToken: string;
  readonly identityToken: string;
  /** A mark and the number that was typed there; absent where the workbook has none. */
  readonly mark: { readonly cell: string; readonly points: number } | undefined;
}

/** For an address that stands between the single quotes of a shell. */
function quotable(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}

/**
 * Lines to paste: list the tabs, type a mark as the editor, recompute as the menu does. The mark is the one that stands
 * there, so that the lines change nothing as they are printed.
 */
export function exampleLines(example: Example): Bilingual {
  const { sheetsUrl, functionsUrl, spreadsheetId, accessToken, identityToken, mark } = example;
  const workbook = `${sheetsUrl}v4/spreadsheets/${spreadsheetId}`;
  const json = `-H 'Content-Type: application/json'`;
  const read = `curl -H 'Authorization: Bearer ${accessToken}' '${workbook}?fields=sheets.properties.title'`;
  const recompute = `curl -H 'Authorization: Bearer ${identityToken}' ${json} '${functionsUrl}recompute' -d '{"spreadsheetId":"${spreadsheetId}"}'`;
  const type = (cell: string, points: number) =>
    `curl -X PUT -H 'Authorization: Bearer ${accessToken}' ${json} '${workbook}/values/${quotable(cell)}?valueInputOption=USER_ENTERED' -d '{"values":[[${points}]]}'`;
  const typing: Bilingual =
    mark === undefined
      ? { vi: '', en: '' }
      : {
          vi: `Nhập điểm vào ô ${mark.cell} (${mark.points} là điểm đang có; thay bằng điểm khác để thấy kết quả thay đổi):\n${type(mark.cell, mark.points)}\n`,
          en: `Type a mark into ${mark.cell} (${mark.points} is what stands there; put another one in its place to see the results change):\n${type(mark.cell, mark.points)}\n`,
        };
  return {
    vi: `\nXem các trang tính:\n${read}\n${typing.vi}Tính lại (mã dùng được một giờ):\n${recompute}\n`,
    en: `\nSee the tabs:\n${read}\n${typing.en}Recompute (the token is good for an hour):\n${recompute}\n`,
  };
}
