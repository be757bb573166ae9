import type { Classification } from '../../../src/domain/classification.ts';
import { ratio } from '../../../src/domain/ratio.ts';

/** 90 and 80 are the province's; "Khá" from 70 and "Trung bình" from 50 are assumed, their names are real. */
export const CLASSES: Classification = {
  bands: [
    { grade: 'Xuất sắc', atLeast: ratio(90, 1) },
    { grade: 'Tốt', atLeast: ratio(80, 1) },
    { grade: 'Khá', atLeast: ratio(70, 1) },
    { grade: 'Trung bình', atLeast: ratio(50, 1) },
    { grade: 'Yếu', atLeast: ratio(0, 1) },
  ],
};
