import { getLocale } from 'numfmt';

/** What of a locale decides how Sheets reads and shows values. */
export interface LocaleData {
  /** The name under which the number-format library knows the locale. */
  readonly name: string;
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly monthFirst: boolean;
  readonly date: string;
  readonly time: string;
  readonly currency: { readonly symbol: string; readonly pattern: string };
}

/** Patterns of a format type without a pattern, as the reference pages describe them; vi_VN is an assumption. */
const KNOWN: ReadonlyMap<string, LocaleData> = new Map<string, LocaleData>([
  [
    'en_US',
    {
      name: 'en_US',
      decimal: '.',
      group: ',',
      monthFirst: true,
      date: 'm/d/yyyy',
      time: 'h:mm:ss am/pm',
      currency: { symbol: '$', pattern: '"$"#,##0.00' },
    },
  ],
  [
    'en_GB',
    {
      name: 'en_GB',
      decimal: '.',
      group: ',',
      monthFirst: false,
      date: 'dd/mm/yyyy',
      time: 'hh:mm:ss',
      currency: { symbol: '£', pattern: '"£"#,##0.00' },
    },
  ],
  [
    'vi_VN',
    {
      name: 'vi_VN',
      decimal: ',',
      group: '.',
      monthFirst: false,
      date: 'dd/mm/yyyy',
      time: 'hh:mm:ss',
      currency: { symbol: '₫', pattern: '#,##0\\ "₫"' },
    },
  ],
]);

const POINT: LocaleData = {
  name: 'en_US',
  decimal: '.',
  group: ',',
  monthFirst: true,
  date: 'm/d/yyyy',
  time: 'h:mm:ss am/pm',
  currency: { symbol: '$', pattern: '"$"#,##0.00' },
};

/** Another locale is taken by its group (decimal comma or point) as the number-format library knows it. */
export function localeData(locale: string): LocaleData {
  const known = KNOWN.get(locale);
  if (known !== undefined) return known;
  const found = /^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale) ? getLocale(locale) : null;
  if (found === null) return POINT;
  return {
    name: locale,
    decimal: found.decimal === ',' ? ',' : '.',
    group: found.group,
    monthFirst: found.preferMDY === true,
    date: found.preferMDY === true ? 'm/d/yyyy' : 'dd/mm/yyyy',
    time: 'hh:mm:ss',
    currency: found.decimal === ',' ? { symbol: '€', pattern: '#,##0.00\\ "€"' } : POINT.currency,
  };
}
