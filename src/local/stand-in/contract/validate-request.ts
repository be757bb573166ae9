import { type Api, methodOf } from './contract-table.ts';
import { driveShapeError } from './drive-error.ts';
import { type GoogleError, shapeError } from './google-error.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { ShapeReport } from './shape-report.ts';
import { checkBody } from './validate-body.ts';
import { checkQuery } from './validate-query.ts';

interface RequestToCheck {
  readonly api: Api;
  /** As in the discovery document, e.g. `sheets.spreadsheets.values.update`. */
  readonly methodId: string;
  readonly query: URLSearchParams;
  /** The parsed JSON body; `undefined` where there is none. */
  readonly body: unknown;
}

type CheckedRequest =
  | {
      readonly ok: true;
      /** Under lowerCamelCase names; repeated parameters keep their order. */
      readonly query: ReadonlyMap<string, readonly string[]>;
      readonly body: JsonObject;
    }
  | { readonly ok: false; readonly error: GoogleError };

/** The request field the HTTP body binds to (google.api.http `body`); the discovery document does not carry it. */
const BODY_FIELDS: ReadonlyMap<string, string> = new Map([
  ['sheets.spreadsheets.create', 'spreadsheet'],
  ['sheets.spreadsheets.values.update', 'data'],
  ['sheets.spreadsheets.values.append', 'data'],
]);

/** The shape of a request judged by Google's discovery documents (docs/stand-in.md), before anything of its meaning. */
export function validateRequest({ api, methodId, query, body }: RequestToCheck): CheckedRequest {
  const report = new ShapeReport();
  const checkedQuery = checkQuery({ api, methodId, query }, report);
  const schema = methodOf(api, methodId).request;
  const field = BODY_FIELDS.get(methodId);
  const json = (body ?? {}) as JsonValue;
  const checkedBody = schema === undefined ? {} : checkBody({ api, schema, field, body: json }, report);
  const [first] = report.violations;
  if (first === undefined) return { ok: true, query: checkedQuery, body: checkedBody };
  return {
    ok: false,
    error: api === 'drive' ? driveShapeError(report.violations) : shapeError(report.violations),
  };
}
