import type { Bilingual } from '../language.ts';

/** Words of `npm run menu`, which clicks an entry of the menu in a local workbook. */
export const MENU_COMMAND = {
  help: {
    vi: `Cách dùng: npm run menu -- MỤC [tùy chọn]

Bấm một mục của trình đơn PAR Index trong một bảng tính trên máy này và in ra những gì người dùng thấy.
Các địa chỉ in ra mở được khi npm start đang chạy ở cổng mặc định; nếu npm start chạy với --port SỐ khác, hãy thay
9202 trong địa chỉ bằng SỐ + 2.

  MỤC               recompute, preview, check, publish, withdraw, verify, setup, status, language hoặc help
  --as ĐỊA_CHỈ      editor@par-index.test (mặc định), publisher@par-index.test hoặc reader@par-index.test
  --sample THƯ_MỤC  bảng tính của mẫu nào (mặc định: mẫu đầu tiên trong sheets-templates/samples)
  --store THƯ_MỤC   nơi lưu các bảng tính (mặc định: .par-index); hãy dừng npm start trước
  --language vi|en  ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help            in trang này

Với recompute:
  --later           như trong bảng tính mà lần tính trước lâu hơn một lần bấm: qua hàng chờ

Với publish và withdraw, những gì điền trong hộp thoại:
  --readers AI      anyone (mọi người có liên kết), một tên miền như province.test, hoặc các địa chỉ cách nhau bằng dấu phẩy
  --tabs TRANG      các trang kết quả cần công bố, cách nhau bằng dấu phẩy, ví dụ summary (mặc định: như lần công bố trước, hoặc tất cả)
  --copying         cho người xem sao chép, tải xuống và in
  --provisional     công bố kết quả tạm tính
  --who CHỮ         bên công bố, ghi công khai
  --why CHỮ         lý do, ghi công khai
  --confirm         công bố bản nháp vừa xem, hoặc rút công bố; thiếu tùy chọn này thì không có gì thay đổi

Với setup (bảng tính của mẫu là của kỳ trước):
  --period CHỮ      kỳ mới
  --workbook-language vi|en  ngôn ngữ của bảng tính mới (mặc định: vi)
  --criteria LIÊN_KẾT  các bảng tính chứa bộ tiêu chí mới, cách nhau bằng dấu phẩy
  --office ĐỊA_CHỈ  đồng nghiệp được sửa tiêu chí và cài đặt, cách nhau bằng dấu phẩy
  --confirm         tạo bảng tính vừa xem

Mã kết thúc: 0 đã làm xong · 1 bị từ chối hoặc không làm được (lý do được in ra)`,
    en: `usage: npm run menu -- ENTRY [options]

Clicks an entry of the PAR Index menu in a workbook on this machine and prints what the person sees.
Addresses that it prints open while npm start runs at its usual ports; where that has --port NUMBER, put NUMBER + 2
in place of the 9202 in the address.

  ENTRY             recompute, preview, check, publish, withdraw, verify, setup, status, language or help
  --as ADDRESS      editor@par-index.test (usual), publisher@par-index.test or reader@par-index.test
  --sample FOLDER   whose workbook (usual: the first in sheets-templates/samples)
  --store FOLDER    where the workbooks are kept (usual: .par-index); stop npm start first
  --language vi|en  language in this window (default: from the variable LANG)
  --help            print this page

For recompute:
  --later           as in a workbook whose last recompute took longer than a click can wait: through the queue

For publish and withdraw, what is filled in in the dialog:
  --readers WHO     anyone, a domain such as province.test, or addresses with commas between
  --tabs KEYS       the results to publish, with commas between, such as summary (usual: those of the last release, or all)
  --copying         readers may copy, download and print
  --provisional     publish provisional results
  --who TEXT        who publishes, in public words
  --why TEXT        the reason, in public words
  --confirm         publish the draft that was shown, or withdraw; without it nothing is changed

For setup (the workbook of the sample is last year’s):
  --period TEXT     the new period
  --workbook-language vi|en  of the new workbook (usual: vi)
  --criteria LINKS  spreadsheets with new criteria sets, with commas between
  --office ADDRESSES  colleagues who may change criteria and settings, with commas between
  --confirm         make the workbook that was shown

Exit codes: 0 done · 1 refused or not possible (the reason is printed)`,
  },
  whichEntry: { vi: 'cần tên một mục của trình đơn', en: 'the name of an entry of the menu is needed' },
  noEntry: (name: string): Bilingual => ({
    vi: `trình đơn không có mục ${name}`,
    en: `the menu has no entry ${name}`,
  }),
  workbookLanguage: (text: string): Bilingual => ({
    vi: `--workbook-language ${text} phải là vi hoặc en`,
    en: `--workbook-language ${text} must be vi or en`,
  }),
  noSample: { vi: 'cần --sample THƯ_MỤC', en: '--sample FOLDER is needed' },
  nobody: (address: string, known: readonly string[]): Bilingual => ({
    vi: `ở đây không có ai tên ${address}; có ${known.join(', ')}`,
    en: `nobody here is ${address}; there are ${known.join(', ')}`,
  }),
  /** Said where --confirm is missing: what was not done. */
  notConfirmed: {
    publish: {
      vi: 'Đây mới là bản nháp, chưa công bố gì. Thêm --confirm để công bố.',
      en: 'This is a draft; nothing is published yet. Add --confirm to publish it.',
    },
    withdraw: {
      vi: 'Chưa rút công bố, chưa có gì thay đổi. Thêm --confirm để rút.',
      en: 'Nothing is withdrawn yet and nothing was changed. Add --confirm to withdraw.',
    },
    setup: {
      vi: 'Chưa tạo bảng tính nào. Thêm --confirm để tạo bảng tính vừa xem.',
      en: 'No workbook is made yet. Add --confirm to make the one that was shown.',
    },
  },
  menu: { vi: 'trình đơn', en: 'menu' },
  toast: { vi: 'thông báo', en: 'toast' },
  alert: { vi: 'hộp thông báo', en: 'alert' },
  sidebar: { vi: 'thanh bên', en: 'sidebar' },
  dialog: { vi: 'hộp thoại', en: 'dialog' },
} as const;
