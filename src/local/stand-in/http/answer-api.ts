import { setTimeout as delay } from 'node:timers/promises';
import { type Api, contractOf } from '../contract/contract-table.ts';
import { driveBackendError, driveRateLimited } from '../contract/drive-error.ts';
import {
  anonymous,
  badRequest,
  type GoogleError,
  internal,
  notImplemented,
  quotaExceeded,
  unauthenticated,
  unavailable,
} from '../contract/google-error.ts';
import { systemRefusal } from '../contract/system-parameters.ts';
import { validateRequest } from '../contract/validate-request.ts';
import { beginUpload, continueUpload, findUpload } from '../drive/resumable-upload.ts';
import { upload } from '../drive/upload.ts';
import { matchUpload, uploadAddress, uploadMethod } from '../drive/upload-route.ts';
import type { Fault } from '../faults/fault.ts';
import type { FaultSwitches } from '../faults/fault-switches.ts';
import type { Quotas } from '../faults/quotas.ts';
import { type Account, findCaller, type UnknownTokens } from '../identity/accounts.ts';
import type { FileStore } from '../storage/file-store.ts';
import { type Call, queryText, type Service } from './call.ts';
import { answerPayload, handleCall } from './handle-call.ts';
import type { HeldRequest } from './in-flight.ts';
import { BODY_LIMITS, parseJsonBody, readBody } from './read-body.ts';
import { headersOf } from './request-parts.ts';
import { matchRoute, type Route } from './routes.ts';
import type { Payload } from './send-answer.ts';

export interface ApiOptions {
  readonly service: Service;
  readonly unknownTokens: UnknownTokens;
  readonly faults: FaultSwitches;
  readonly quotas: Quotas;
}

/** What goes back: an answer, a connection cut without one, or nothing because no such address exists. */
export type Outcome =
  | { readonly kind: 'answer'; readonly payload: Payload }
  | { readonly kind: 'cut' }
  | { readonly kind: 'unknown-address' };

interface Target {
  readonly api: Api;
  readonly methodId: string;
  readonly httpMethod: string;
  readonly kind: CallKind;
  /** Known beforehand where the address itself says who goes on with what she began. */
  readonly caller?: Account;
  readonly run: (call: CallBase, body: Buffer) => Promise<Payload>;
}

type CallKind = 'read' | 'write';

type CallBase = Omit<Call, 'methodId' | 'params' | 'query' | 'body'>;

interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

export async function answerApi(
  options: ApiOptions,
  { request, held }: HeldRequest,
  address: Address,
): Promise<Outcome> {
  const target = targetOf(options.service, request.method ?? 'GET', address);
  if (target === undefined) return { kind: 'unknown-address' };
  const refused = systemRefusal(target.api, target.methodId, address.query);
  if (refused !== undefined) throw refused;
  const headers = headersOf(request);
  const caller = target.caller ?? callerOf(options, target, headers, address);
  const body = await readBody(request, BODY_LIMITS, held);
  options.quotas.spend({ api: target.api, kind: target.kind, email: caller.email });
  return underFaults(options, target, (service) => target.run({ service, caller, headers }, body));
}

/** The token stands in the header or, as a parameter of every method, in the address. */
function callerOf(
  { service, unknownTokens }: ApiOptions,
  { api, httpMethod }: Target,
  headers: Call['headers'],
  { query }: Address,
): Account {
  const inAddress = query.get('access_token') ?? undefined;
  const given = headers.get('authorization') ?? (inAddress === undefined ? undefined : `Bearer ${inAddress}`);
  if (given === undefined) throw anonymous({ api, httpMethod });
  const caller = findCaller(service.accounts, unknownTokens, given);
  if (caller === undefined) throw unauthenticated(api);
  return caller;
}

export function apiOf(method: string, path: string): Api {
  const route = matchRoute(method, path);
  return route !== undefined && route !== 'undecodable' ? route.api : /drive/.test(path) ? 'drive' : 'sheets';
}

/** Reads by POST are reads for the quota as well. */
const READS = /(get|batchGet|list|search|getByDataFilter|batchGetByDataFilter|export|getStartPageToken)$/;

function kindOf(methodId: string, method: string): CallKind {
  return method === 'GET' || READS.test(methodId) ? 'read' : 'write';
}

function targetOf(service: Service, method: string, address: Address): Target | undefined {
  const { path, query } = address;
  const uploading = continuedUpload(service, method, address) ?? newUpload(method, address);
  if (uploading !== undefined) return uploading;
  const route = matchRoute(method, path);
  if (route === undefined) return undefined;
  if (route === 'undecodable') throw badRequest('Request path could not be decoded.');
  return {
    api: route.api,
    methodId: route.methodId,
    httpMethod: method,
    kind: kindOf(route.methodId, method),
    run: (base, body) => runMethod(base, route, query, body),
  };
}

function newUpload(method: string, { path, query }: Address): Target | undefined {
  const route = matchUpload(method, path);
  if (route === undefined) return undefined;
  const { api, methodId } = uploadMethod(route);
  const run = async (base: CallBase, body: Buffer): Promise<Payload> => {
    const call: Call = { ...base, methodId, params: new Map(), query: queryMap(query), body: {} };
    return queryText(call, 'uploadType') === 'resumable'
      ? beginUpload(call, route, path, body)
      : answerPayload(api, call, await upload(call, route, body));
  };
  return { api: 'drive', methodId, httpMethod: method, kind: 'write', run };
}

const CONTINUES = new Set(['PUT', 'POST', 'DELETE']);

function continuedUpload(service: Service, method: string, { path, query }: Address): Target | undefined {
  const id = query.get('upload_id');
  if (id === null || !CONTINUES.has(method) || uploadAddress(path) === undefined) return undefined;
  const { caller, route } = findUpload(service, id);
  const { methodId } = uploadMethod(route);
  const run = (base: CallBase, body: Buffer): Promise<Payload> =>
    continueUpload(base.service, id, { method, headers: base.headers, body });
  return { api: 'drive', methodId, httpMethod: method, kind: 'write', caller, run };
}

async function runMethod(
  base: CallBase,
  route: Route,
  query: URLSearchParams,
  bytes: Buffer,
): Promise<Payload> {
  const { api, methodId, params } = route;
  if (!contractOf(api).methods.has(methodId)) throw notImplemented(`method ${methodId}`);
  const checked = validateRequest({ api, methodId, query, body: parseJsonBody(bytes, BODY_LIMITS) });
  if (!checked.ok) throw checked.error;
  return handleCall(api, { ...base, methodId, params, query: checked.query, body: checked.body });
}

function queryMap(query: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  return new Map([...query.keys()].map((name) => [name, query.getAll(name)]));
}

async function underFaults(
  options: ApiOptions,
  { api, methodId, kind }: Target,
  run: (service: Service) => Promise<Payload>,
): Promise<Outcome> {
  const faults = options.faults.strike(methodId);
  const has = (name: Fault['kind']): boolean => faults.some((fault) => fault.kind === name);
  for (const fault of faults) {
    // biome-ignore lint/performance/noAwaitInLoops: two slow faults add up
    if (fault.kind === 'slow') await delay(fault.milliseconds);
    if (fault.kind === 'refuse') throw refusal(api, kind, fault.status);
  }
  if (has('cut-before-commit')) return { kind: 'cut' };
  const { service } = options;
  const payload = await run(has('stale-read') ? { ...service, store: staleStore(service.store) } : service);
  if (has('cut-after-commit')) return { kind: 'cut' };
  const lost = faults.find((fault) => fault.kind === 'refuse-after-commit');
  if (lost?.kind === 'refuse-after-commit') throw refusal(api, kind, lost.status);
  return { kind: 'answer', payload };
}

function refusal(api: Api, kind: CallKind, status: 429 | 500 | 503): GoogleError {
  if (status === 429) {
    return api === 'drive'
      ? driveRateLimited('userRateLimitExceeded')
      : quotaExceeded({ kind, per: 'user', projectNumber: '1' });
  }
  if (api === 'drive') return driveBackendError(status);
  return status === 503 ? unavailable() : internal();
}

function staleStore(store: FileStore): FileStore {
  return { ...store, get: (id) => store.previous(id) ?? store.get(id) };
}
