import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { addRatios, multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { ComponentResult, NodeResult, RankedUnit } from '../../domain/scoreboard.ts';
import type { NotApplicablePolicy } from '../../domain/settings.ts';
import { branchDeductions } from '../earned-by-block.ts';
import { type IndexWeights, indexWeights } from '../index-weights.ts';

export interface ComponentPart {
  readonly result: ComponentResult;
  readonly share: Ratio;
}

/** The index of a unit cut into parts that add up to it exactly, in percentage points. */
export interface IndexParts {
  readonly components: ReadonlyMap<CriterionCode, ComponentPart>;
  /** What penalties on fields and criteria take away; negative. */
  readonly penalties: ReadonlyMap<CriterionCode, Ratio>;
  /** Bonuses and penalties on the total, after the floor at zero. */
  readonly adjustment: Ratio;
}

const NOTHING: Ratio = ratio(0, 1);

export function indexParts({ sheet, index }: RankedUnit, policy: NotApplicablePolicy): IndexParts {
  const weights = indexWeights(sheet, policy);
  const components = new Map(
    componentResultsOf(sheet.fields).map((result) => [
      result.code,
      { result, share: multiplyRatios(ratio(result.earned, 1), weightOf(result, weights)) },
    ]),
  );
  const penalties = penaltyParts(sheet.fields, weights);
  const ofCriteria = [...[...components.values()].map(({ share }) => share), ...penalties.values()];
  return {
    components,
    penalties,
    adjustment:
      sheet.adjustment === undefined ? NOTHING : subtractRatios(index, ofCriteria.reduce(addRatios, NOTHING)),
  };
}

function weightOf(result: ComponentResult, weights: IndexWeights): Ratio {
  return result.source === 'survey' ? weights.survey : weights.appraisal;
}

function penaltyParts(
  fields: readonly NodeResult[],
  weights: IndexWeights,
): ReadonlyMap<CriterionCode, Ratio> {
  return new Map(
    branchDeductions(fields).map(({ code, appraisal, survey }) => [
      code,
      addRatios(
        multiplyRatios(ratio(-appraisal, 1), weights.appraisal),
        multiplyRatios(ratio(-survey, 1), weights.survey),
      ),
    ]),
  );
}
