import type { Sentence } from './sentence.ts';

/** Why a journal cannot be read. */
export const DAMAGE = {
  line: (line: number): Sentence => ({ vi: `dòng ${line} bị hỏng`, en: `line ${line} is damaged` }),
  empty: { vi: 'tệp trống', en: 'it is empty' },
  other: (detail: string): Sentence => ({
    vi: `nội dung không đúng (${detail})`,
    en: `its content is wrong (${detail})`,
  }),
} as const;

/** What was found wrong in the store, and what became of it: nothing is ever destroyed. */
export const STORE_SENTENCES = {
  setAside: (name: string, reason: Sentence, target: string): Sentence => ({
    vi: `Không đọc được ${name} (${reason.vi}); tệp đã được chuyển nguyên vẹn sang ${target}, các bảng tính khác vẫn dùng bình thường.`,
    en: `${name} cannot be read (${reason.en}); it was set aside whole as ${target}, the other spreadsheets are served.`,
  }),
  tailCut: (name: string, bytes: number, target: string): Sentence => ({
    vi: `${name} kết thúc bằng một lần ghi dở dang ${bytes} byte, chưa từng được xác nhận; phần này được giữ lại trong ${target}.`,
    en: `${name} ended in an unfinished write of ${bytes} bytes that was never acknowledged; it was set aside as ${target}.`,
  }),
  rewriteFailed: (id: string, detail: string): Sentence => ({
    vi: `Không thu gọn được nhật ký của ${id}: ${detail}. Dữ liệu không mất; lần ghi sau sẽ thử lại.`,
    en: `The journal of ${id} could not be made shorter: ${detail}. Nothing is lost; the next write tries again.`,
  }),
  inUse: (directory: string, holder: string): Sentence => ({
    vi: `Nơi lưu ${directory} đang được tiến trình ${holder} sử dụng.`,
    en: `The store ${directory} is in use by process ${holder}.`,
  }),
  justTaken: (directory: string): Sentence => ({
    vi: `Nơi lưu ${directory} vừa bị một tiến trình khác chiếm.`,
    en: `The store ${directory} has just been taken by another process.`,
  }),
} as const;

/** What became of formulas that could not be computed. */
export const CALCULATION_SENTENCES = {
  notComputed: (spreadsheetId: string, count: number): Sentence => ({
    vi: `Không tính được ${count} công thức của ${spreadsheetId} (quá lâu, quá nhiều ô hoặc bộ tính gặp lỗi); các ô đó hiện Loading...`,
    en: `${count} formulas of ${spreadsheetId} could not be computed (too slow, too many cells, or the engine broke); their cells show Loading...`,
  }),
  noEngine: {
    vi: 'Không chạy được bộ tính công thức; công thức chỉ hiện giá trị được gán sẵn.',
    en: 'The formula engine does not run here; formulas show the values they are given.',
  },
} as const;

/** A bug of the server: told with all that helps to find it. */
export const SERVER_SENTENCES = {
  unexpected: (request: string, detail: string): Sentence => ({
    vi: `${request} gặp lỗi ngoài dự kiến: ${detail}`,
    en: `${request} ended in an unexpected error: ${detail}`,
  }),
  unanswered: (request: string, detail: string): Sentence => ({
    vi: `Không trả lời được ${request}: ${detail}`,
    en: `${request} could not be answered: ${detail}`,
  }),
} as const;
