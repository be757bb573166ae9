import type { ContentCell } from '../../domain/content.ts';
import { cell } from './content-rows.ts';
import type { Entry } from './ranking/ranking-entry.ts';
import { rankStyle, STYLES } from './styles.ts';

/** The place of a unit, empty for one without. */
export function rankCell(entry: Entry): ContentCell {
  if (entry.kind === 'unranked') return cell(null, STYLES.rank);
  const { rank, tied } = entry.unit.standing;
  return cell(rank, rankStyle(rank, tied));
}
