import type { JsonObject } from '../contract/json.ts';
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
  readonly accounts: readonly Account[];
  readonly defaults: { readonly locale: string; readonly timeZone: string };
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
  | { readonly kind: 'json'; readonly body: JsonObject; readonly masked?: true }
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'empty' };

export type Method = (call: Call) => Answer | Promise<Answer>;

export function json(body: JsonObject): Answer {
  return { kind: 'json', body };
}

export function param(call: Call, name: string): string {
  return call.params.get(name) ?? '';
}

export function queryText(call: Call, name: string): string | undefined {
  return call.query.get(name)?.at(-1);
}

export function queryFlag(call: Call, name: string): boolean {
  return /^(true|1)$/i.test(queryText(call, name) ?? '');
}
