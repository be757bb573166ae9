import type { Bilingual } from '../language.ts';

const COMMON: Bilingual = {
  vi: `Tùy chọn chung
  --json             in kết quả dạng JSON
  --language vi|en   ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help             in trang này

Mã kết thúc: 0 tốt · 1 số liệu còn lỗi, hoặc compare, verify thấy khác nhau · 2 sai cách dùng · 3 không đọc hoặc ghi được tệp · 70 lỗi ngoài dự kiến`,
  en: `Common options
  --json             print the answer as JSON
  --language vi|en   language in this window (default: from the variable LANG)
  --help             print this page

Exit codes: 0 fine · 1 entries have errors, or compare or verify found a difference · 2 usage · 3 a file cannot be read or written · 70 unexpected`,
};

const PAGES = {
  all: {
    vi: `par-index: tính Chỉ số cải cách hành chính từ tệp, không cần mạng

  par-index recompute ĐẦU_VÀO [--out ĐẦU_RA]   tính, xếp hạng, in bảng; ghi bảng tính và result.json
  par-index check ĐẦU_VÀO                      liệt kê mọi ô cần sửa, không ghi gì
  par-index explain ĐẦU_VÀO --unit MÃ          giải thích kết quả của một đơn vị đến từng tiêu chí
  par-index compare A B                        hai bảng tính hoặc hai result.json khác nhau ở đâu
  par-index verify NGUỒN KẾT_QUẢ               kết quả đã công bố có đúng như tính lại không
  par-index sample TÊN [--out THƯ_MỤC]         tạo một bảng tính mẫu
  par-index criteria check TỆP [--against TRƯỚC] kiểm tra bộ tiêu chí, so với kỳ trước
  par-index new TỆP.xlsx --period KỲ           tạo bảng tính chấm điểm cho kỳ mới

ĐẦU_VÀO là một tệp .xlsx (từ Google Trang tính, Excel, LibreOffice) hoặc một thư mục CSV: settings.csv, groups.csv,
units.csv, criteria.MÃ_BỘ.csv, marks.appraisal.MÃ_BỘ.csv, marks.survey.MÃ_BỘ.csv … (mẫu từng tệp: docs/offline.md).`,
    en: `par-index: the PAR Index from files, without a network

  par-index recompute INPUT [--out OUTPUT]   score, rank and print; write the workbook and result.json
  par-index check INPUT                      list every cell to be corrected; writes nothing
  par-index explain INPUT --unit CODE        explain one unit's result down to each criterion
  par-index compare A B                      where two workbooks or two result.json differ
  par-index verify CONTROL RESULTS           whether published results are what the entries give
  par-index sample NAME [--out FOLDER]       make a sample workbook
  par-index criteria check FILE [--against LAST]  check a criteria set, against last year's
  par-index new FILE.xlsx --period PERIOD    make the control workbook of a new year

INPUT is an .xlsx file (from Google Sheets, Excel, LibreOffice) or a folder of CSV files: settings.csv, groups.csv,
units.csv, criteria.SET.csv, marks.appraisal.SET.csv, marks.survey.SET.csv … (each shown in docs/offline.md).`,
  },
  recompute: {
    vi: `par-index recompute ĐẦU_VÀO [--out ĐẦU_RA] [--by TÊN]

Tính chỉ số, xếp hạng và in bảng. Không có --out thì không ghi gì. ĐẦU_RA cùng dạng với ĐẦU_VÀO: một tệp .xlsx
(kèm ĐẦU_RA.result.json) hoặc một thư mục (kèm result.json). Chỉ ghi đè ĐẦU_VÀO khi --out nêu đúng nó.
  --by TÊN           người thực hiện, ghi trong nhật ký`,
    en: `par-index recompute INPUT [--out OUTPUT] [--by NAME]

Scores, ranks and prints. Without --out nothing is written. OUTPUT has the shape of INPUT: an .xlsx file (with
OUTPUT.result.json beside it) or a folder (with result.json in it). INPUT is overwritten only if --out names it.
  --by NAME          who runs it, for the run log`,
  },
  check: {
    vi: `par-index check ĐẦU_VÀO

Liệt kê mọi vấn đề trong một lần: trang, ô, hiện trạng, cách sửa. Không ghi gì.`,
    en: `par-index check INPUT

Lists every issue in one run: tab, cell, what is there, what would be right. Writes nothing.`,
  },
  explain: {
    vi: `par-index explain ĐẦU_VÀO --unit MÃ

In cây tiêu chí của một đơn vị: điểm, nguồn điểm, cách tính, phần không áp dụng, chỉ số, hạng và lý do.`,
    en: `par-index explain INPUT --unit CODE

Prints a unit's tree of criteria: marks, whose they are, how points came about, what did not apply, index, rank and why.`,
  },
  compare: {
    vi: `par-index compare A B

A, B là bảng tính (.xlsx, thư mục CSV) hoặc result.json. Nêu điểm nào khác, đơn vị nào đổi hạng, chỉ số, xếp loại và vì sao.
Hai bảng tính của hai kỳ: nêu thay đổi điểm, chỉ số, hạng theo kết quả kỳ trước như đã công bố, theo số liệu kỳ trước tính lại, và trên
những tiêu chí mà hai kỳ cùng có; ba cách so được giữ riêng.`,
    en: `par-index compare A B

A and B are workbooks (.xlsx, CSV folder) or result.json files. Tells which marks differ, and which ranks, indexes and classes moved, and why.
Workbooks of two periods: the change of points, index and rank against the earlier results as published, against the earlier
entries scored again, and on the criteria that both share; kept apart.`,
  },
  verify: {
    vi: `par-index verify NGUỒN KẾT_QUẢ

Tính lại từ bảng tính nguồn và so với tệp kết quả đã công bố: từng ô, từng mã, chuỗi các lần công bố. In «GIỐNG HỆT»
hoặc mọi chỗ khác nhau. Cả hai là tệp .xlsx tải về từ Google (hoặc thư mục CSV). Không ghi gì.`,
    en: `par-index verify CONTROL RESULTS

Computes everything again from the control workbook and compares it with the published results file: every cell,
every hash, the chain of releases. Prints “IDENTICAL” or every difference. Both are .xlsx files downloaded from
Google (or folders of CSV files). Writes nothing.`,
  },
  sample: {
    vi: `par-index sample [TÊN] [--out ĐÍCH] [--xlsx]

Tạo một bảng tính mẫu thành thư mục CSV, hoặc tệp .xlsx với --xlsx. Không có TÊN thì liệt kê các mẫu.`,
    en: `par-index sample [NAME] [--out TARGET] [--xlsx]

Makes a sample workbook as a folder of CSV files, or as an .xlsx file with --xlsx. Without NAME it lists the samples.`,
  },
  criteria: {
    vi: `par-index criteria check TỆP [--against KỲ_TRƯỚC] [--set MÃ] [--set-version PHIÊN_BẢN]

Kiểm tra bộ tiêu chí trong tệp CSV, TSV hoặc .xlsx: mã trùng, mã cha không có, tổng không khớp, cách chấm viết sai (nêu vị trí),
tiêu chí chưa có cách chấm. TỆP cũng có thể là một bảng tính chấm điểm; khi đó kiểm tra mọi bộ tiêu chí trong bảng tính. Không ghi gì.
  --against KỲ_TRƯỚC   bảng tính hoặc tệp tiêu chí của kỳ trước: nêu từng điểm khác, điểm tối đa đã đổi, từ chối phiên bản không mới hơn
  --set MÃ             mã bộ tiêu chí (mặc định theo tên tệp: criteria.so.csv là bộ so)
  --set-version PB     phiên bản (mặc định: dòng “Phiên bản bộ tiêu chí” phía trên bảng, hoặc trang Cài đặt)`,
    en: `par-index criteria check FILE [--against LAST_YEAR] [--set CODE] [--set-version VERSION]

Checks a criteria set in a CSV, TSV or .xlsx file: doubled codes, parents that are not there, sums that differ, rules that cannot be
read (with the place), criteria without a rule. FILE may also be a control workbook; then all its sets are checked. Writes nothing.
  --against LAST_YEAR  last year's workbook or criteria file: tells each difference and changed maximum, refuses a version that is not newer
  --set CODE           the code of the set (default: by the file's name, criteria.so.csv is the set so)
  --set-version V      the version (default: a line “Set version” above the table, or the Settings tab)`,
  },
  new: {
    vi: `par-index new TỆP.xlsx --period KỲ [--province TÊN] [--from SỔ_KỲ_TRƯỚC] [--criteria [MÃ=]TỆP]…

Tạo bảng tính chấm điểm cho kỳ mới, kèm trang Hướng dẫn. --language cũng là ngôn ngữ của bảng tính.
  --from TỆP           bảng tính chấm điểm kỳ trước (.xlsx hoặc thư mục CSV): giữ cài đặt, nhóm, đơn vị, bộ tiêu chí; kết quả của kỳ đó vào
                       trang Kết quả các kỳ trước
  --criteria [MÃ=]TỆP  bộ tiêu chí mới (CSV, TSV, .xlsx), được kiểm tra trước; ghi nhiều lần nếu có nhiều bộ`,
    en: `par-index new FILE.xlsx --period PERIOD [--province NAME] [--from LAST_YEAR] [--criteria [CODE=]FILE]…

Makes the control workbook of a new year, with a guide. --language is the language of the workbook as well.
  --from LAST_YEAR     last year's control workbook (.xlsx or CSV folder): settings, groups, units and criteria sets go on; its results
                       go to the Past results tab
  --criteria [CODE=]FILE  a new criteria set (CSV, TSV, .xlsx), checked first; give it again for each further set`,
  },
} as const satisfies Record<string, Bilingual>;

export type HelpPage = keyof typeof PAGES;

export function helpPage(page: HelpPage): Bilingual {
  return { vi: `${PAGES[page].vi}\n\n${COMMON.vi}`, en: `${PAGES[page].en}\n\n${COMMON.en}` };
}
