import type { Sentence } from './sentence.ts';

export const USAGE: Sentence = {
  vi: `Cách dùng: npm run stand-in -- [--port SỐ] [--store THƯ_MỤC] [--strict] [--quotas]
                               [--strict-validation] [--locale L] [--time-zone Z]
                               [--language vi|en]

Google Sheets v4 và Drive v3 chạy trên 127.0.0.1. Trỏ rootUrl của máy khách vào đây.

  --port SỐ            cổng lắng nghe (mặc định 9099; 0: cổng trống bất kỳ)
  --store THƯ_MỤC      nơi lưu bảng tính (mặc định ./stand-in-store)
  --strict             từ chối mã truy cập không thuộc tài khoản có sẵn; nếu không
                       có tùy chọn này, mã lạ là một tài khoản riêng
  --quotas             từ chối bằng 429 khi vượt hạn mức của Google (60 lần đọc và
                       60 lần ghi mỗi phút mỗi người, 300 mỗi dự án)
  --strict-validation  quy tắc kiểm tra dữ liệu ở mức từ chối cũng từ chối giá trị
                       ghi qua API
  --locale L, --time-zone Z
                       của bảng tính mới khi không nêu (mặc định en_US và Etc/GMT)
  --language vi|en     ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help               hiện hướng dẫn này
`,
  en: `usage: npm run stand-in -- [--port N] [--store DIR] [--strict] [--quotas]
                            [--strict-validation] [--locale L] [--time-zone Z]
                            [--language vi|en]

A local Google Sheets v4 and Drive v3 on 127.0.0.1. Point a client's rootUrl here.

  --port N             port to listen on (default 9099; 0 takes a free one)
  --store DIR          where the spreadsheets are kept (default ./stand-in-store)
  --strict             refuse tokens that belong to no seeded account; without it
                       an unknown token stands for an account of its own
  --quotas             refuse with 429 beyond Google's limits (60 reads and 60
                       writes a minute and person, 300 a project)
  --strict-validation  validation rules that reject input also refuse what is
                       written through the API
  --locale L, --time-zone Z
                       what a new spreadsheet has when nobody says
                       (default en_US and Etc/GMT)
  --language vi|en     language in this window (default: from the variable LANG)
  --help               this text
`,
};

export const COMMAND_SENTENCES = {
  ready: (url: string, store: string): Sentence => ({
    vi: `Máy chủ Sheets và Drive mô phỏng sẵn sàng tại ${url} (nơi lưu: ${store})`,
    en: `Sheets and Drive stand-in ready at ${url} (store: ${store})`,
  }),
  unknownOption: (option: string): Sentence => ({
    vi: `Không có tùy chọn ${option}. Xem --help.`,
    en: `There is no option ${option}. See --help.`,
  }),
  notAnOption: (word: string): Sentence => ({
    vi: `Không hiểu «${word}»: lệnh này chỉ nhận tùy chọn. Xem --help.`,
    en: `“${word}” is not understood: this command takes options alone. See --help.`,
  }),
  badValue: (option: string): Sentence => ({
    vi: `Tùy chọn ${option} thiếu giá trị hoặc không nhận giá trị. Xem --help.`,
    en: `Option ${option} lacks a value, or takes none. See --help.`,
  }),
  badPort: (port: string): Sentence => ({
    vi: `--port ${port} không phải số cổng (0 đến 65535).`,
    en: `--port ${port} is not a port number (0 to 65535).`,
  }),
  badLanguage: (language: string): Sentence => ({
    vi: `--language ${language}: chỉ có vi và en.`,
    en: `--language ${language}: there are vi and en.`,
  }),
  badLocale: (locale: string): Sentence => ({
    vi: `--locale ${locale} không phải mã ngôn ngữ và vùng như vi_VN.`,
    en: `--locale ${locale} is not a locale such as vi_VN.`,
  }),
  badTimeZone: (timeZone: string): Sentence => ({
    vi: `--time-zone ${timeZone} không phải múi giờ như Asia/Ho_Chi_Minh.`,
    en: `--time-zone ${timeZone} is not a time zone such as Asia/Ho_Chi_Minh.`,
  }),
  portInUse: (port: number): Sentence => ({
    vi: `Cổng ${port} đang được sử dụng; hãy chọn cổng khác bằng --port.`,
    en: `Port ${port} is already in use; choose another with --port.`,
  }),
  notAllowed: (detail: string): Sentence => ({
    vi: `Không được phép: ${detail}.`,
    en: `Not allowed: ${detail}.`,
  }),
  notStarted: (detail: string): Sentence => ({
    vi: `Không khởi động được: ${detail}.`,
    en: `The stand-in could not start: ${detail}.`,
  }),
} as const;
