/** Words of `npm run doctor`. */
export const DOCTOR_COMMAND = {
  help: {
    vi: `Cách dùng: npm run doctor -- [tùy chọn] LIÊN_KẾT_BẢNG_TÍNH

Kiểm tra một bảng tính và tài khoản sẽ tính lại bảng đó, trên một trang ẩn mà lệnh này xóa đi khi xong.
Đăng nhập bằng tài khoản Google mặc định của máy, hoặc bằng mã truy cập trong biến môi trường PAR_ACCESS_TOKEN.

  --account ĐỊA_CHỈ  tài khoản mà bảng tính cần được chia sẻ, ghi trong các câu hướng dẫn
  --language vi|en   ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help             in trang này

Mã kết thúc: 0 mọi điều đều đúng · 1 có điều không đúng · 2 sai cách dùng`,
    en: `usage: npm run doctor -- [options] SPREADSHEET_LINK

Examines a spreadsheet and the account that would recompute it, on a hidden tab that it removes.
Signs in with the machine's default Google credentials, or with the access token in the variable PAR_ACCESS_TOKEN.

  --account ADDRESS  the account with which the spreadsheet has to be shared, named in the remedies
  --language vi|en   language in this window (default: from the variable LANG)
  --help             print this page

Exit codes: 0 everything holds · 1 something does not hold · 2 usage`,
  },
  oneLink: {
    vi: 'cần đúng một liên kết bảng tính, dạng https://docs.google.com/spreadsheets/d/…',
    en: 'exactly one link of a spreadsheet is needed, such as https://docs.google.com/spreadsheets/d/…',
  },
} as const;
