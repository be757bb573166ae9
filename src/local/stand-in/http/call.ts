import { serialOf } from '../conditions/condition-test.ts';
import { ANY_INPUT, type InputCheck, strictInput } from '../conditions/strict-input.ts';
import type { AnswerCheck } from '../contract/answer-check.ts';
import { toSnake } from '../contract/field-name.ts';
import { shapeError } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { valueThatCounts } from '../contract/system-parameters.ts';
import type { UploadSessions } from '../drive/upload-sessions.ts';
import type { Calculator } from '../formulas/calculator.ts';
import type { Account } from '../identity/accounts.ts';
import type { FormulaEvaluator } from '../model/formula.ts';
import type { FileStore } from '../storage/file-store.ts';

/** What every method may use. One per server. */
export interface Service {
  readonly store: FileStore;
  readonly now: () => Date;
  readonly newId: () => number;
  readonly newFileId: () => string;
  readonly evaluator: FormulaEvaluator;
  readonly calculator: Calculator;
  readonly accounts: readonly Account[];
  readonly defaults: { readonly locale: string; readonly timeZone: string };
  readonly validation: ValidationSwitch;
  readonly web: WebPlace;
  /** Uploads of several requests that are not at their end. */
  readonly uploads: UploadSessions;
  /** Every answer is held against the contract before it leaves; undefined where none is. */
  readonly checkAnswer: AnswerCheck | undefined;
}

/** Where people open in a browser what this server keeps: Google's own place unless somebody shows it elsewhere. */
export interface WebPlace {
  /** Without a slash at its end. */
  origin: string;
}

/** Whether strict validation rules refuse what is written through the API, as they refuse what is typed. */
export interface ValidationSwitch {
  strict: boolean;
}

/** How this call's input is looked at before it is taken. */
export function inputCheck({ validation, now }: Service): InputCheck {
  return validation.strict ? strictInput(serialOf(now())) : ANY_INPUT;
}

/** The day of the call as a serial number. */
export function todayOf({ service }: Call): number {
  return serialOf(service.now());
}

/** One request, routed, authenticated and checked by the contract. */
export interface Call {
  readonly service: Service;
  readonly methodId: string;
  readonly params: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: JsonObject;
  readonly caller: Account;
  readonly headers: ReadonlyMap<string, string>;
}

export type Answer =
  | {
      readonly kind: 'json';
      readonly body: JsonObject;
      readonly masked?: true;
    }
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Buffer; readonly ranged?: true }
  | { readonly kind: 'empty' };

export type Method = (call: Call) => Answer | Promise<Answer>;

export function json(body: JsonObject): Answer {
  return { kind: 'json', body };
}

export function param(call: Call, name: string): string {
  return call.params.get(name) ?? '';
}

/** A number in the path: what is none is refused as a body's would be. */
export function intParam(call: Call, name: string): number {
  const text = param(call, name);
  if (/^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31) return Number(text);
  const field = toSnake(name);
  throw shapeError([
    { field, description: `Invalid value at '${field}' (TYPE_INT32), ${JSON.stringify(text)}` },
  ]);
}

export function queryText(call: Call, name: string): string | undefined {
  return valueThatCounts(name, call.query.get(name) ?? []);
}

export function queryFlag(call: Call, name: string): boolean {
  return queryText(call, name) === 'true';
}
