import type { Bilingual } from '../../../src/domain/language.ts';
import {
  notALinkText,
  notAnAddressText,
  SETUP_MENU_WORDS,
} from '../../../src/domain/messages/setup-menu-words.ts';
import { isAddress } from './is-address.ts';

/** What is filled in in the dialog. */
export interface SetupForm {
  readonly period: string;
  readonly language: string;
  readonly last: string;
  readonly criteria: string;
  readonly province: string;
  readonly office: string;
}

/** The request for the function, as far as the form says it. */
export interface SetupWish {
  readonly period: string;
  readonly language: string;
  readonly from?: string;
  readonly criteria: readonly { readonly spreadsheetId: string; readonly set?: string }[];
  readonly province?: string;
  readonly office: readonly string[];
}

export type ReadForm =
  | { readonly ok: true; readonly wish: SetupWish }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The id in a spreadsheet's address, or an id by itself. */
function idIn(link: string): string | undefined {
  return (/\/d\/([A-Za-z0-9_-]{5,128})/.exec(link) ?? /^([A-Za-z0-9_-]{20,128})$/.exec(link))?.[1];
}

/** so = https://…: a code before the link names the set. */
function criteriaIn(line: string) {
  const [, set, link = line] = /^([^=:/]+?)\s*=\s*(.+)$/.exec(line) ?? [];
  const spreadsheetId = idIn(link);
  return spreadsheetId === undefined ? undefined : { spreadsheetId, ...(set === undefined ? {} : { set }) };
}

/** The form as a request, or everything that is wrong with it. */
export function readForm(form: SetupForm): ReadForm {
  const { language } = form;
  const [period, last, province] = [form.period.trim(), form.last.trim(), form.province.trim()];
  const from = idIn(last);
  const lines = linesOf(form.criteria);
  const criteria = lines.map(criteriaIn);
  const office = form.office.split(/[\s,;]+/).filter((address) => address !== '');
  const problems = [
    ...(period === '' ? [SETUP_MENU_WORDS.noPeriod] : []),
    ...(last === '' && lines.length === 0 ? [SETUP_MENU_WORDS.nothingChosen] : []),
    ...(last !== '' && from === undefined ? [notALinkText(last)] : []),
    ...lines.filter((_, index) => criteria[index] === undefined).map(notALinkText),
    ...office.filter((address) => !isAddress(address)).map(notAnAddressText),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const wish = {
    period,
    language,
    ...(from === undefined ? {} : { from }),
    criteria: criteria.flatMap((each) => (each === undefined ? [] : [each])),
    ...(province === '' ? {} : { province }),
    office,
  };
  return { ok: true, wish };
}
