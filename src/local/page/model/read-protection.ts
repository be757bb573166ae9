import type { GridRange, ProtectedRange } from '../../stand-in/model/wire.ts';
import { boxOfRange } from './box.ts';
import type { Protection } from './page-workbook.ts';

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

interface Frame {
  readonly reader: { readonly email: string; readonly owns: boolean };
  readonly rangeOfName: (namedRangeId: string) => GridRange | undefined;
}

/** Who may edit protected cells: the owner, the named editors, and anyone where it is only a warning. */
export function protectionOf(
  protection: ProtectedRange,
  size: Size,
  { reader, rangeOfName }: Frame,
): Protection {
  const { range, namedRangeId, unprotectedRanges = [], description = '', editors, warningOnly } = protection;
  const named = namedRangeId === undefined ? undefined : rangeOfName(namedRangeId);
  const users = (editors?.users ?? []).map((user) => user.toLowerCase());
  return {
    box: boxOfRange(range ?? named ?? {}, size),
    open: unprotectedRanges.map((open) => boxOfRange(open, size)),
    description,
    allowed: warningOnly === true || reader.owns || users.includes(reader.email.toLowerCase()),
  };
}
