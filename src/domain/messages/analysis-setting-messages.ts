import type { AnalysisOptions } from '../analysis-options.ts';
import type { SettingMessage } from './setting-messages.ts';

/** The settings that decide what an analysis points out; no figure of a result depends on them. */
export const ANALYSIS_SETTING_MESSAGES: Readonly<Record<keyof AnalysisOptions, SettingMessage>> = {
  lowBelow: {
    name: { vi: 'Ngưỡng tiêu chí đạt thấp', en: 'Low criteria below' },
    meaning: {
      vi: 'Tiêu chí mà các đơn vị chỉ đạt dưới tỷ lệ này so với điểm tối đa thì được nêu là đạt thấp. Mặc định: 60%.',
      en: 'A criterion of which units attained less than this share is pointed out as low. Default: 60%.',
    },
  },
  divisiveFrom: {
    name: { vi: 'Ngưỡng tiêu chí chênh lệch', en: 'Divisive criteria from' },
    meaning: {
      vi: 'Tiêu chí có độ lệch chuẩn của tỷ lệ điểm giữa các đơn vị từ mức này trở lên thì được nêu là chênh lệch lớn. Mặc định: 20%.',
      en: 'A criterion whose shares differ between units with a standard deviation of at least this is pointed out as divisive. Default: 20%.',
    },
  },
  topPlaces: {
    name: { vi: 'Số đơn vị dẫn đầu', en: 'Leading places' },
    meaning: {
      vi: 'Số hạng đầu bảng được xét chung, ví dụ 10 đơn vị dẫn đầu thuộc huyện nào. Mặc định: 10.',
      en: 'How many places at the head of a ranking are looked at together, such as the districts of the top ten. Default: 10.',
    },
  },
  commendedPlaces: {
    name: { vi: 'Số hạng đề nghị khen thưởng', en: 'Places proposed for commendation' },
    meaning: {
      vi: 'Số hạng đầu của mỗi nhóm được nêu trong thông báo để xem xét khen thưởng; 0: không nêu. Mặc định: 3.',
      en: 'How many places of each group the announcement names for commendation; 0: none. Default: 3.',
    },
  },
  commendedShare: {
    name: { vi: 'Tỷ lệ tối đa đề nghị khen thưởng', en: 'Share proposed for commendation' },
    meaning: {
      vi: 'Số đơn vị được nêu để xem xét khen thưởng không quá tỷ lệ này của nhóm, phần lẻ tính là một đơn vị. Mặc định: 30%.',
      en: 'No more than this share of a group is named for commendation; a part of a unit counts as one. Default: 30%.',
    },
  },
  commendedClass: {
    name: { vi: 'Xếp loại tối thiểu để khen thưởng', en: 'Lowest class for commendation' },
    meaning: {
      vi: 'Đơn vị xếp loại thấp hơn mức này không được nêu để xem xét khen thưởng, dù ở hạng đầu. Mặc định: nửa trên của các mức xếp loại, ví dụ từ Tốt trở lên khi có năm mức.',
      en: 'A unit below this class is not named for commendation, whatever its place. Default: the upper half of the classes, such as Good and above where there are five.',
    },
  },
};
