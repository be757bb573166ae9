import { STAGES, type Stage } from '../domain/assessment.ts';
import type { Bilingual } from '../domain/language.ts';
import { MARKS_TITLES } from '../domain/messages/tab-messages.ts';
import type { Option } from './cell-option.ts';
import type { Columns } from './table.ts';

export type CaseColumn = 'name' | 'code' | 'stage' | 'entered' | 'expected';

export const CASE_COLUMNS: Columns<CaseColumn> = {
  name: { header: { vi: 'Tình huống', en: 'Case' }, need: 'required', asText: true },
  code: { header: { vi: 'Mã tiêu chí', en: 'Criterion code' }, need: 'required', asText: true },
  stage: { header: { vi: 'Nguồn', en: 'Stage' }, need: 'optional' },
  entered: { header: { vi: 'Giá trị nhập', en: 'Entered' }, need: 'required', asText: true },
  expected: { header: { vi: 'Điểm mong đợi', en: 'Expected' }, need: 'required', asText: true },
};

/** In place of a criterion's code: the row says what index must come out. */
export const INDEX_WORD: Bilingual = { vi: 'Chỉ số', en: 'Index' };

export const EXEMPT_WORD: Bilingual = { vi: 'Không áp dụng', en: 'Not applicable' };

export const STAGE_OPTIONS: readonly Option<Stage>[] = STAGES.map((value) => ({
  value,
  word: MARKS_TITLES[value],
}));
