import { assertNever } from '../../domain/assert-never.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import type { Ratio } from '../../domain/ratio.ts';

const figure = ({ numerator, denominator }: Ratio): string => `${numerator}/${denominator}`;

/** A text that is different for every different declared value. */
export function declaredKey(declared: DeclaredValue): string {
  switch (declared.kind) {
    case 'points':
      return `points ${declared.points}`;
    case 'yes-no':
      return `yes-no ${declared.yes}`;
    case 'label':
      return `label ${declared.label}`;
    case 'rate':
      return `rate ${figure(declared.rate)}`;
    case 'part-of-whole':
      return `part ${figure(declared.part)} of ${figure(declared.whole)}`;
    case 'number':
      return `number ${figure(declared.value)}`;
    case 'date':
      return `date ${declared.date}`;
    case 'not-done':
      return 'not-done';
    case 'counts':
      return `counts ${JSON.stringify(declared.counts.map(({ label, count }) => [label, figure(count)]))}`;
    case 'items':
      return `items ${declared.values.map(figure).join(' ')}`;
    default:
      return assertNever(declared);
  }
}
