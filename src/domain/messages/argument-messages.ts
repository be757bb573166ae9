import type { Bilingual } from '../language.ts';

/** What may be wrong with any command line. */
export const ARGUMENT_MESSAGES = {
  unknown: (option: string): Bilingual => ({
    vi: `không có tùy chọn ${option}`,
    en: `there is no option ${option}`,
  }),
  noCommand: (name: string): Bilingual => ({
    vi: `không có lệnh ${name}`,
    en: `there is no command ${name}`,
  }),
  notAnOption: (text: string): Bilingual => ({ vi: `thừa «${text}»`, en: `“${text}” is too much` }),
  noValue: (option: string): Bilingual => ({ vi: `${option} thiếu giá trị`, en: `${option} lacks a value` }),
  language: (text: string): Bilingual => ({
    vi: `--language ${text} phải là vi hoặc en`,
    en: `--language ${text} must be vi or en`,
  }),
  missing: (option: string): Bilingual => ({ vi: `cần thêm ${option}`, en: `${option} is needed` }),
  foreign: (command: string, option: string): Bilingual => ({
    vi: `${command} không dùng ${option}`,
    en: `${command} does not take ${option}`,
  }),
  unreadable: { vi: 'không đọc được dòng lệnh', en: 'the command line cannot be read' },
} as const;

/** A command line that is refused, as one sentence; `command` is what was typed before its arguments. */
export function badArgument(command: string, { vi, en }: Bilingual): Bilingual {
  return {
    vi: `Tham số không hợp lệ: ${vi}. Xem ${command} --help.`,
    en: `Bad argument: ${en}. See ${command} --help.`,
  };
}
