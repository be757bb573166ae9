import type { Grid } from '../../../src/domain/grid.ts';
import { LATE_UNIT } from './decisions.ts';
import { UNITS } from './units.ts';

/** Title of the tab of notes: none of the product's, and the first that is seen. */
export const ABOUT_TITLE = 'Ghi chú dữ liệu mẫu – About this sample';

/** Stands in the head of every result. */
export const NOTICE = 'SỐ LIỆU MINH HỌA / DEMONSTRATION DATA';

type Line = readonly [vi: string, en: string];

const REAL: readonly Line[] = [
  [
    'Tên, mã và địa bàn trực thuộc của 9 đơn vị cấp huyện, 91 xã, phường, thị trấn (danh mục của Tổng cục Thống kê, 01/10/2022); tên 18 sở, ban, ngành.',
    'Names, codes and parents of the 9 districts and 91 communes (list of the statistics office, 1 October 2022); names of 18 departments.',
  ],
  [
    'Sở, ban, ngành: trung bình 84,31%; Sở Văn hóa, Thể thao và Du lịch thứ nhất với 92,57%; tiếp theo là Xây dựng, Nông nghiệp và Phát triển nông thôn, Tư pháp, Y tế.',
    'Departments: average 84.31%; Culture, Sports and Tourism first with 92.57%; then Construction, Agriculture and Rural Development, Justice, Health.',
  ],
  [
    'Cấp huyện: trung bình 87,89%; Thủ Dầu Một 96,89%, năm thứ sáu liên tiếp đứng đầu; Tân Uyên vươn lên thứ hai với 91,60%; thứ tự của cả 9 đơn vị.',
    'Districts: average 87.89%; Thủ Dầu Một 96.89%, first for the sixth year in a row; Tân Uyên up to second with 91.60%; the order of all nine.',
  ],
  [
    'Cấp xã: trung bình 89,64%; phường Hòa Phú thứ nhất với 97,67%; thứ tự 8 đơn vị dẫn đầu; 10 đơn vị dẫn đầu đều thuộc Thủ Dầu Một.',
    'Communes: average 89.64%; Hòa Phú first with 97.67%; the order of the first eight; the whole top ten in Thủ Dầu Một.',
  ],
  [
    'Kết quả trước đây: bảng cấp huyện 2017; hạng nhất của Thủ Dầu Một 2018–2020; phường Chánh Nghĩa 2016 và 2017; trung bình 83,55% của các sở năm 2021.',
    'Earlier results: the table of districts 2017; first place of Thủ Dầu Một 2018–2020; Chánh Nghĩa ward 2016 and 2017; the departments’ average of 83.55% in 2021.',
  ],
];

const ASSUMED: readonly Line[] = [
  [
    'Xếp loại: mốc 90 (Xuất sắc) và 80 (Tốt) là của tỉnh; mốc 70 (Khá) và 50 (Trung bình) là giả định.',
    'Classes: the bounds 90 (Xuất sắc) and 80 (Tốt) are the province’s; 70 (Khá) and 50 (Trung bình) are assumed.',
  ],
  [
    'Ban Quản lý các Khu công nghiệp là sở, ban, ngành thứ 19: suy ra từ tổng số 19 đơn vị.',
    'The Industrial Parks Authority is the 19th department: inferred from the number of 19.',
  ],
];

const MADE_UP: readonly Line[] = [
  [
    'Ba bộ tiêu chí (mã có chữ “minh-hoa”): soạn để minh họa, không phải văn bản của cơ quan nào.',
    'The three criteria sets (their codes say “minh-hoa”): written as a demonstration, the text of no authority.',
  ],
  [
    'Mọi số liệu nhập: tự đánh giá, thẩm định, phiếu điều tra. Chúng được tạo bằng máy sao cho các kết quả đã công bố ở trên đúng đến từng phần trăm điểm.',
    'Every entry: self-assessment, appraisal, survey answers. A program made them so that the published results above come out to the hundredth.',
  ],
  [
    'Chỉ số, thứ hạng và xếp loại của các đơn vị không nêu ở phần “Có thật”; mọi điểm theo lĩnh vực và tiêu chí.',
    'Index, place and class of every unit that “Real” does not name; all points by field and criterion.',
  ],
  [
    'Tiêu chí không áp dụng, quyết định của Hội đồng, điểm phạt và lý do của chúng.',
    'What does not apply, the council’s decisions, the penalties, and their reasons.',
  ],
  [
    'Kết quả năm 2021 (cột Phiên bản bộ tiêu chí ghi “giả định”), trừ hạng nhất của Thủ Dầu Một và trung bình của các sở.',
    'The results of 2021 (their set version says “giả định”), but for first place of Thủ Dầu Một and the departments’ average.',
  ],
];

function blemishes(): readonly Line[] {
  const late = UNITS.find(({ id }) => id === LATE_UNIT);
  return [
    [
      `Có chủ ý: nhiều đơn vị tự chấm cao hơn thẩm định, vài ô tự đánh giá để trống vì thiếu tài liệu kiểm chứng, ${late?.name ?? ''} nộp chậm nên không có dòng tự đánh giá, một ô tự đánh giá ghi phần lớn hơn tổng.`,
      `On purpose: many units claim more than the appraisers find, some rows of the self-assessment are empty for want of evidence, ${late?.nameEn ?? ''} was late and has no self-assessment, one entry states a part larger than its whole.`,
    ],
  ];
}

function section(vi: string, en: string, lines: readonly Line[]): Grid {
  return lines.map(([first, second], place) => [place === 0 ? `${vi} / ${en}` : null, first, second]);
}

/** The notes: what is real and from where, what is assumed, what is made up. */
export function aboutGrid(): Grid {
  return [
    [NOTICE, 'Tiếng Việt', 'English'],
    ...section('CÓ THẬT', 'REAL', REAL),
    ...section('GIẢ ĐỊNH CÓ CĂN CỨ', 'ASSUMED', ASSUMED),
    ...section('BỊA RA ĐỂ MINH HỌA', 'MADE UP', MADE_UP),
    ...section('CHỖ CHƯA TỐT', 'BLEMISHES', blemishes()),
    ...section('NGUỒN', 'SOURCES', [
      [
        'Báo Bình Dương 18/5/2023; eng.binhduong.gov.vn (ID 5674), 27/4/2024; các nguồn khác trong SOURCE.md.',
        'Báo Bình Dương, 18 May 2023; eng.binhduong.gov.vn (ID 5674), 27 April 2024; the others in SOURCE.md.',
      ],
    ]),
  ];
}
