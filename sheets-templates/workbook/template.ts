import { templateSchema, type WorkbookTemplate } from '../../src/workbook/template/template-schema.ts';
import adjustments from './adjustments.json' with { type: 'json' };
import cases from './cases.json' with { type: 'json' };
import criteria from './criteria.json' with { type: 'json' };
import groups from './groups.json' with { type: 'json' };
import guide from './guide.json' with { type: 'json' };
import matrix from './matrix.json' with { type: 'json' };
import notApplicable from './not-applicable.json' with { type: 'json' };
import overrides from './overrides.json' with { type: 'json' };
import pastResults from './past-results.json' with { type: 'json' };
import predecessors from './predecessors.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import units from './units.json' with { type: 'json' };
import workbook from './workbook.json' with { type: 'json' };

const TABLES = {
  settings,
  groups,
  units,
  criteria,
  cases,
  'not-applicable': notApplicable,
  adjustments,
  overrides,
  'past-results': pastResults,
  predecessors,
};

let parsed: WorkbookTemplate | undefined;

/** How a control workbook looks, as the JSON files beside this one say; composition roots hand it to pure code. */
export function workbookTemplate(): WorkbookTemplate {
  parsed ??= templateSchema.parse({ ...workbook, guide, matrix, tables: TABLES });
  return parsed;
}
