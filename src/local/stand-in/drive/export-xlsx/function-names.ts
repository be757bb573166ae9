/** Functions of Google's that no other program has, or that fill more cells than the one they stand in. */
const OWN = [
  'ADD ARRAYFORMULA ARRAY_CONSTRAIN AVERAGE.WEIGHTED BYCOL BYROW CHOOSECOLS CHOOSEROWS COUNTUNIQUE COUNTUNIQUEIFS',
  'DETECTLANGUAGE DIVIDE EPOCHTODATE EQ FILTER FLATTEN GOOGLEFINANCE GOOGLETRANSLATE GT GTE HSTACK IMAGE IMPORTDATA',
  'IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML ISBETWEEN ISDATE ISEMAIL ISURL JOIN LAMBDA LET LT LTE MAKEARRAY MAP',
  'MARGINOFERROR MINUS MULTIPLY NE POW QUERY RANDARRAY REDUCE REGEXEXTRACT REGEXMATCH REGEXREPLACE SCAN SEQUENCE SORT',
  'SORTN SPARKLINE SPLIT TOCOL TOROW TO_DATE TO_DOLLARS TO_PERCENT TO_PURE_NUMBER TO_TEXT UMINUS UNARY_PERCENT UNIQUE',
  'UPLUS VSTACK WRAPCOLS WRAPROWS',
].flatMap((line) => line.split(' '));

const GOOGLE_ONLY: ReadonlySet<string> = new Set(OWN);

/** Functions younger than the format, which carry a mark in the file; those with a point in their name do so as well. */
const LATER: ReadonlySet<string> = new Set(
  [
    'ACOT ACOTH ARABIC BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR COMBINA CONCAT COT COTH CSC CSCH DAYS DECIMAL',
    'FORMULATEXT GAMMA GAUSS IFNA IFS IMCOSH IMCOT IMCSC IMSEC IMSINH IMTAN ISFORMULA ISOWEEKNUM MAXIFS MINIFS MUNIT',
    'NUMBERVALUE PDURATION PERMUTATIONA PHI RRI SEC SECH SHEET SHEETS SWITCH TEXTJOIN UNICHAR UNICODE XLOOKUP XMATCH XOR',
  ].flatMap((line) => line.split(' ')),
);

const OLD_WITH_POINT: ReadonlySet<string> = new Set([
  'ERROR.TYPE',
  'ISO.CEILING',
  'NETWORKDAYS.INTL',
  'WORKDAY.INTL',
]);

export function isGoogleOnly(name: string): boolean {
  return GOOGLE_ONLY.has(name.toUpperCase());
}

/** The function as a file names it. */
export function functionInFile(name: string): string {
  const upper = name.toUpperCase();
  const isLater = LATER.has(upper) || (upper.includes('.') && !OLD_WITH_POINT.has(upper));
  return isLater ? `_xlfn.${upper}` : name;
}
