import { type IssueMessages, quotedList } from './issue-message.ts';
import { REFERENTS } from './issue-phrases.ts';
import { lookAlikeRemedy } from './look-alike.ts';

const MISSING_TAB = {
  vi: {
    problem: 'Không tìm thấy trang tính này trong bảng tính.',
    remedy: 'Tạo lại trang tính với đúng tên này, hoặc đổi tên trang đã có về tên này.',
  },
  en: {
    problem: 'The workbook has no such tab.',
    remedy: 'Add the tab again under this title, or give the existing tab this title.',
  },
};

const missingFile = (file: string) => ({
  vi: {
    problem: `Thư mục không có tệp ${file}.`,
    remedy: `Tạo tệp ${file}, hoặc đổi tên tệp đã có thành ${file} (mẫu của từng tệp: docs/offline.md).`,
  },
  en: {
    problem: `The folder has no file ${file}.`,
    remedy: `Make the file ${file}, or rename the existing one to ${file} (docs/offline.md has an example of each file).`,
  },
});

/** Issues of tabs, headers, rows and codes. */
export const STRUCTURE_ISSUE_MESSAGES = {
  'missing-tab': ({ file }) => (file === undefined ? MISSING_TAB : missingFile(file)),
  'ambiguous-tab': ({ titles }) => ({
    vi: {
      problem: `Có ${titles.length} trang tính cùng được nhận là một trang: ${quotedList(titles)}.`,
      remedy: 'Chỉ giữ lại một trang; xóa bản sao hoặc chuyển bản sao sang bảng tính khác.',
    },
    en: {
      problem: `${titles.length} tabs are recognised as one and the same: ${quotedList(titles)}.`,
      remedy: 'Keep one of them; delete the copy or move it to another workbook.',
    },
  }),
  'unused-criteria': ({ given }) => ({
    vi: {
      problem: `Trang này trông như bộ tiêu chí “${given}”, nhưng không nhóm nào trong trang Nhóm xếp hạng dùng bộ tiêu chí đó nên trang không được đọc.`,
      remedy: `Nếu cần dùng, ghi “${given}” vào cột Bộ tiêu chí của một nhóm; nếu chỉ là bản nháp, hãy đặt tên trang khác đi.`,
    },
    en: {
      problem: `This tab looks like the criteria set “${given}”, but no group in the Groups tab is scored by it, so the tab was not read.`,
      remedy: `If it is meant, name “${given}” in the Criteria set column of a group; if it is a draft, give the tab another title.`,
    },
  }),
  'missing-header': ({ header }) => ({
    vi: {
      problem: `Không tìm thấy cột “${header}”.`,
      remedy: `Thêm tiêu đề “${header}” (kiểu văn bản) vào dòng tiêu đề, trong 20 dòng đầu của trang.`,
    },
    en: {
      problem: `There is no column “${header}”.`,
      remedy: `Add the header “${header}” (as text) to the header row, within the first 20 rows of the tab.`,
    },
  }),
  'misplaced-cell': ({ given }) => ({
    vi: {
      problem: `“${given}” nằm ngoài bảng: dòng này có nhiều ô hơn dòng tiêu đề.`,
      remedy:
        'Đặt số hoặc tên có dấu phẩy trong ngoặc kép ("47,45"), hoặc dùng dấu ; để ngăn cách các ô; cột ghi chú riêng thì thêm tiêu đề.',
    },
    en: {
      problem: `“${given}” stands outside the table: this row has more cells than the header row.`,
      remedy:
        'Put a number or name with a comma in quotation marks ("47,45"), or part the cells with semicolons; give a column of notes a header.',
    },
  }),
  'duplicate-header': ({ header, otherCell }) => ({
    vi: {
      problem: `Tiêu đề “${header}” đã có ở ô ${otherCell}.`,
      remedy: 'Chỉ giữ một cột mang tiêu đề này; đổi tên cột còn lại.',
    },
    en: {
      problem: `The header “${header}” already stands in cell ${otherCell}.`,
      remedy: 'Keep one column with this header; rename the other.',
    },
  }),
  'missing-value': ({ header }) => ({
    vi: {
      problem: `Ô “${header}” đang để trống.`,
      remedy: `Điền “${header}” cho dòng này, hoặc xóa cả dòng.`,
    },
    en: {
      problem: `“${header}” is empty.`,
      remedy: `Fill in “${header}” for this row, or delete the whole row.`,
    },
  }),
  'no-rows': () => ({
    vi: {
      problem: 'Trang này chưa có dòng dữ liệu nào.',
      remedy: 'Nhập ít nhất một dòng dưới dòng tiêu đề.',
    },
    en: { problem: 'The tab has no rows yet.', remedy: 'Enter at least one row below the header row.' },
  }),
  'not-text': ({ given }) => ({
    vi: {
      problem: `Ô đang chứa “${given}”, không phải văn bản, nên có thể không còn đúng như đã gõ (ví dụ 1.10 thành 1.1).`,
      remedy: 'Định dạng ô là Văn bản thuần túy (Định dạng ▸ Số), rồi gõ lại.',
    },
    en: {
      problem: `The cell holds “${given}”, which is not text, so it may differ from what was typed (1.10 becomes 1.1).`,
      remedy: 'Format the cell as plain text (Format ▸ Number), then type it again.',
    },
  }),
  'too-long': ({ given, limit }) => ({
    vi: { problem: `“${given}” quá dài.`, remedy: `Rút gọn còn tối đa ${limit} ký tự.` },
    en: { problem: `“${given}” is too long.`, remedy: `Shorten it to at most ${limit} characters.` },
  }),
  'duplicate-code': ({ given, otherCell }) => ({
    vi: {
      problem: `“${given}” đã có ở ô ${otherCell}.`,
      remedy: 'Mỗi mã chỉ được khai một lần: sửa mã hoặc xóa dòng thừa.',
    },
    en: {
      problem: `“${given}” already stands in cell ${otherCell}.`,
      remedy: 'State each code once: correct the code or delete the surplus row.',
    },
  }),
  'unknown-code': ({ given, referent, file }) => ({
    vi: {
      problem: `“${given}” không phải là mã của ${REFERENTS[referent].noun.vi}.`,
      remedy: `Sửa lại mã, hoặc ${file === undefined ? `bổ sung mã này vào ${REFERENTS[referent].home.vi}` : `tạo tệp ${file}`}.${lookAlikeRemedy(given).vi}`,
    },
    en: {
      problem: `“${given}” is not the code of ${REFERENTS[referent].noun.en}.`,
      remedy: `Correct the code, or ${file === undefined ? `add it to ${REFERENTS[referent].home.en}` : `make the file ${file}`}.${lookAlikeRemedy(given).en}`,
    },
  }),
  'unknown-setting': ({ given }) => ({
    vi: {
      problem: `Không có mục cài đặt nào tên là “${given}”; dòng này bị bỏ qua.`,
      remedy: 'Sửa lại tên mục như trong mẫu, hoặc xóa dòng này.',
    },
    en: {
      problem: `There is no setting called “${given}”; the row is ignored.`,
      remedy: 'Correct the name as in the template, or delete the row.',
    },
  }),
  'scope-not-allowed': ({ given }) => ({
    vi: {
      problem: `Phạm vi áp dụng đang ghi “${given}”, nhưng mục này áp dụng cho toàn bộ.`,
      remedy: 'Để trống ô Phạm vi của mục này.',
    },
    en: {
      problem: `The scope says “${given}”, but this setting applies to everything.`,
      remedy: 'Leave “Applies to” empty for this setting.',
    },
  }),
  'group-without-units': ({ given }) => ({
    vi: {
      problem: `Nhóm “${given}” chưa có đơn vị nào, nên sẽ không có bảng xếp hạng.`,
      remedy: 'Ghi mã nhóm này cho các đơn vị trong trang Đơn vị, hoặc xóa dòng nhóm.',
    },
    en: {
      problem: `No unit belongs to group “${given}”, so its ranking will be empty.`,
      remedy: 'Give units this group code in the Units tab, or delete the group’s row.',
    },
  }),
} satisfies Partial<IssueMessages>;
