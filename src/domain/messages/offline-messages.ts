import type { Bilingual } from '../language.ts';

/** Why the par-index command ends without having done its work: one sentence each, with what to do. */
export const OFFLINE_FAILURES = {
  missingOperand: (command: string): Bilingual => ({
    vi: `Lệnh ${command} còn thiếu tên tệp hoặc thư mục; xem par-index ${command} --help.`,
    en: `The command ${command} lacks the name of a file or folder; see par-index ${command} --help.`,
  }),
  notFound: (path: string): Bilingual => ({
    vi: `Không tìm thấy ${path}; hãy kiểm tra đường dẫn.`,
    en: `${path} was not found; check the path.`,
  }),
  notReadable: (path: string, code: string): Bilingual => ({
    vi: `Không đọc được ${path} (${code}); hãy kiểm tra quyền truy cập, hoặc đóng chương trình đang mở tệp này.`,
    en: `${path} cannot be read (${code}); check its permissions, or close the program that has it open.`,
  }),
  notWritable: (path: string, code: string): Bilingual => ({
    vi: `Không ghi được ${path} (${code}); hãy kiểm tra quyền truy cập và dung lượng đĩa, hoặc đóng chương trình đang mở tệp này.`,
    en: `${path} cannot be written (${code}); check its permissions and the free space, or close the program that has it open.`,
  }),
  notWorkbook: (path: string): Bilingual => ({
    vi: `${path} không phải là tệp .xlsx. Trong Google Trang tính hãy chọn Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx).`,
    en: `${path} is not an .xlsx file. In Google Sheets choose File ▸ Download ▸ Microsoft Excel (.xlsx).`,
  }),
  singleCsv: (path: string): Bilingual => ({
    vi: `${path} chỉ là một trang của bảng tính; hãy đưa vào thư mục chứa mọi tệp CSV của bảng tính đó.`,
    en: `${path} is one tab of a workbook only; give the folder that holds all CSV files of it.`,
  }),
  protectedOrOld: (path: string): Bilingual => ({
    vi: `${path} được đặt mật khẩu hoặc ở định dạng .xls cũ; hãy bỏ mật khẩu và lưu lại dưới dạng .xlsx.`,
    en: `${path} has a password or is an old .xls file; remove the password and save it as .xlsx.`,
  }),
  brokenWorkbook: (path: string): Bilingual => ({
    vi: `${path} bị hỏng; hãy mở bằng chương trình bảng tính, lưu lại dưới dạng .xlsx, hoặc tải xuống lần nữa.`,
    en: `${path} is damaged; open it in a spreadsheet program and save it as .xlsx again, or download it once more.`,
  }),
  startsIn1904: (path: string): Bilingual => ({
    vi: `${path} đếm ngày từ năm 1904; hãy bỏ chọn «Sử dụng hệ thống ngày 1904» trong tùy chọn của Excel rồi lưu lại.`,
    en: `${path} counts dates from 1904; clear “Use 1904 date system” in Excel’s options and save it again.`,
  }),
  tooLarge: (path: string): Bilingual => ({
    vi: `${path} quá lớn đối với một bảng tính; hãy kiểm tra xem có đúng tệp cần dùng không.`,
    en: `${path} is too large for a workbook; check that it is the right file.`,
  }),
  noTables: (folder: string, workbooks: readonly string[]): Bilingual => {
    const meant = workbooks.join(', ');
    return meant === ''
      ? {
          vi: `Trong thư mục ${folder} không có tệp CSV nào của một bảng tính chấm điểm (settings.csv, groups.csv, units.csv …); hãy kiểm tra đường dẫn. docs/offline.md có mẫu từng tệp.`,
          en: `The folder ${folder} holds no CSV file of a control workbook (settings.csv, groups.csv, units.csv …); check the path. docs/offline.md shows each file.`,
        }
      : {
          vi: `Trong thư mục ${folder} không có tệp CSV nào của một bảng tính chấm điểm, nhưng có tệp .xlsx; có phải ý bạn là ${meant}?`,
          en: `The folder ${folder} holds no CSV file of a control workbook, but there is an .xlsx file; did you mean ${meant}?`,
        };
  },
  brokenFiles: (folder: string, count: number): Bilingual => ({
    vi: `${count} tệp trong ${folder} không đọc được.`,
    en: `${count} ${count === 1 ? 'file' : 'files'} in ${folder} cannot be read.`,
  }),
  occupied: (folder: string): Bilingual => ({
    vi: `Thư mục ${folder} đã có các bảng của một bảng tính khác; hãy chọn một thư mục mới cho --out.`,
    en: `The folder ${folder} already holds tables of another workbook; choose a new folder for --out.`,
  }),
  otherShape: (path: string): Bilingual => ({
    vi: `--out ${path}: đầu vào là thư mục CSV nên kết quả cũng phải là một thư mục.`,
    en: `--out ${path}: the input is a folder of CSV files, so the output has to be a folder too.`,
  }),
  busy: (path: string): Bilingual => ({
    vi: `Một lần chạy khác đang ghi ${path}; hãy đợi rồi chạy lại.`,
    en: `Another run is writing ${path}; wait and run it again.`,
  }),
  changedMeanwhile: (path: string): Bilingual => ({
    vi: `${path} bị thay đổi trong khi đang tính; chưa ghi gì cả, hãy chạy lại.`,
    en: `${path} changed while it was being computed; nothing was written, run it again.`,
  }),
  noSuchUnit: (code: string, known: string): Bilingual => ({
    vi: `Không có đơn vị nào mang mã ${code}. Các mã hiện có: ${known}`,
    en: `No unit has the code ${code}. The codes are: ${known}`,
  }),
  entriesHaveErrors: (path: string, count: number): Bilingual => ({
    vi: `Số liệu trong ${path} còn ${count} lỗi nên chưa tính được; hãy chạy par-index check ${path} để xem từng lỗi.`,
    en: `The entries in ${path} have ${count} ${count === 1 ? 'error' : 'errors'} and cannot be scored; run par-index check ${path} to see each one.`,
  }),
  noSample: (name: string, known: string): Bilingual => ({
    vi: `Không có mẫu ${name}. Các mẫu hiện có: ${known}`,
    en: `There is no sample ${name}. The samples are: ${known}`,
  }),
  noCriteria: (path: string): Bilingual => ({
    vi: `Không tìm thấy bảng tiêu chí nào trong ${path}; bảng cần có các cột Mã, Mã cha, Tên, Điểm tối đa, Nguồn điểm.`,
    en: `No table of criteria was found in ${path}; it needs the columns Code, Parent code, Name, Maximum, Basis.`,
  }),
  noSetCode: (text: string): Bilingual => ({
    vi: `“${text}” không dùng được làm mã bộ tiêu chí; hãy ghi mã bằng --set, ví dụ --set so.`,
    en: `“${text}” cannot be the code of a criteria set; state one with --set, such as --set departments.`,
  }),
  samePeriod: (period: string): Bilingual => ({
    vi: `Kỳ đánh giá ${period} đã có kết quả trong bảng tính kỳ trước; hãy ghi kỳ khác bằng --period.`,
    en: `Period ${period} has results in last year’s workbook already; state another one with --period.`,
  }),
  notNewXlsx: (path: string): Bilingual => ({
    vi: `${path}: bảng tính mới được tạo thành tệp .xlsx; hãy ghi tên tệp có đuôi .xlsx.`,
    en: `${path}: a new workbook is made as an .xlsx file; give a name that ends in .xlsx.`,
  }),
  exists: (path: string): Bilingual => ({
    vi: `${path} đã tồn tại; hãy chọn tên khác.`,
    en: `${path} already exists; choose another name.`,
  }),
  notResult: (path: string, detail: string): Bilingual => ({
    vi: `${path} không phải là tệp kết quả của par-index, hoặc do phiên bản khác ghi (${detail}).`,
    en: `${path} is not a result of par-index, or was written by another version (${detail}).`,
  }),
  notPublished: (path: string): Bilingual => ({
    vi: `${path} không phải là tệp kết quả đã công bố: không có chuỗi công bố trong trang «Cách kiểm tra». Hãy mở đường liên kết đã công bố, chọn Tệp ▸ Tải xuống ▸ Microsoft Excel (.xlsx) rồi đưa tệp đó vào; nếu chưa công bố, hãy chọn PAR Index ▸ Công bố kết quả… trước.`,
    en: `${path} is not a published results file: there is no chain of releases in a tab “How to check”. Open the link that was published, choose File ▸ Download ▸ Microsoft Excel (.xlsx) and give that file; if nothing was published yet, choose PAR Index ▸ Publish results… first.`,
  }),
  publishedFirst: (control: string, results: string): Bilingual => ({
    vi: `${control} là tệp kết quả đã công bố, không phải bảng tính chấm điểm; có lẽ hai tệp bị đổi chỗ. Bảng tính chấm điểm đứng trước: par-index verify ${results} ${control}`,
    en: `${control} is a published results file and no control workbook; perhaps the two are in the wrong order. The control workbook comes first: par-index verify ${results} ${control}`,
  }),
  alteredResult: (path: string): Bilingual => ({
    vi: `Số liệu trong ${path} không khớp với mã kết quả ghi trong đó: tệp đã bị sửa.`,
    en: `The figures in ${path} do not have the results hash that it states: the file was altered.`,
  }),
  unexpected: (detail: string): Bilingual => ({
    vi: `Gặp lỗi ngoài dự kiến: ${detail}. Không có kết quả nào bị ghi dở dang; hãy báo lỗi này.`,
    en: `Something unexpected happened: ${detail}. No results were left half written; please report this.`,
  }),
} as const;

/** What is wrong with one file, and what would be right. */
export const FILE_PROBLEMS = {
  'not-utf8': {
    vi: ['Tệp không ở dạng UTF-8.', 'Lưu lại dưới dạng «CSV UTF-8».'],
    en: ['The file is not UTF-8 text.', 'Save it as “CSV UTF-8”.'],
  },
  'broken-quotes': {
    vi: [
      'Dấu ngoặc kép mở ra mà không đóng lại, hoặc đứng sai chỗ.',
      'Sửa dấu ngoặc kép hoặc lưu lại tệp từ chương trình bảng tính.',
    ],
    en: [
      'A quotation mark is not closed, or stands in the wrong place.',
      'Correct it, or save the file again from a spreadsheet program.',
    ],
  },
  'other-separator': {
    vi: [
      'Các ô được ngăn cách bằng dấu |.',
      'Lưu lại với dấu phẩy, dấu chấm phẩy hoặc tab: chỉ ba dấu này được đọc.',
    ],
    en: [
      'The cells are parted by the sign |.',
      'Save the file with commas, semicolons or tabs: only these three are read.',
    ],
  },
  'not-a-file': {
    vi: ['Đây là một thư mục, không phải tệp.', 'Đổi tên thư mục, hoặc đặt tệp CSV vào chỗ đó.'],
    en: ['This is a folder, not a file.', 'Rename the folder, or put the CSV file in its place.'],
  },
  unreadable: {
    vi: ['Không đọc được tệp.', 'Kiểm tra quyền truy cập, hoặc đóng chương trình đang mở tệp.'],
    en: ['The file cannot be read.', 'Check its permissions, or close the program that has it open.'],
  },
  'too-large': {
    vi: ['Tệp quá lớn đối với một bảng.', 'Kiểm tra xem có đúng tệp cần dùng không.'],
    en: ['The file is too large for a table.', 'Check that it is the right file.'],
  },
} as const;
