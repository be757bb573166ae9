import * as z from 'zod';
import { isMethodId } from '../contract/contract-table.ts';
import type { Service } from '../http/call.ts';
import type { Issuer, TokenClaims } from '../identity/issuer.ts';
import { FormulaValuesSchema, seedFormulaValues } from '../sheets/seed-formula-values.ts';
import { FaultSchema } from './fault.ts';
import type { FaultSwitches } from './fault-switches.ts';
import { GOOGLE_LIMITS, type Quotas } from './quotas.ts';

export interface AdminAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export const ADMIN_PREFIX = '/stand-in/';
/** A browser cannot send this header to another origin without asking first, so no web page can throw the switches. */
export const ADMIN_HEADER = 'x-stand-in-admin';

const QuotaSchema = z.union([z.literal('google'), z.literal('off')]);

const ValidationSchema = z.union([z.literal('on'), z.literal('off')]);

const TokenSchema = z.strictObject({
  email: z.string(),
  audience: z.string(),
  lifetimeSeconds: z.int().optional(),
});

interface AdminRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Switches {
  readonly faults: FaultSwitches;
  readonly quotas: Quotas;
  readonly issuer: Issuer;
  readonly service: Pick<Service, 'store' | 'accounts' | 'now' | 'validation' | 'calculator'>;
}

type Action = (body: unknown, switches: Switches) => AdminAnswer | Promise<AdminAnswer>;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['GET /stand-in/faults', (_body, { faults }) => answer(200, { faults: faults.list() })],
  ['DELETE /stand-in/faults', (_body, { faults }) => disarm(faults)],
  ['POST /stand-in/faults', arm],
  ['PUT /stand-in/quotas', setQuotas],
  ['PUT /stand-in/strict-validation', setValidation],
  ['PUT /stand-in/formula-values', setFormulaValues],
  ['POST /stand-in/identity-token', mintToken],
]);

export async function adminAnswer(
  { method, path, body }: AdminRequest,
  switches: Switches,
): Promise<AdminAnswer> {
  const action = ACTIONS.get(`${method} ${path}`);
  return action === undefined
    ? answer(404, { message: `no such switch: ${method} ${path}` })
    : await action(body, switches);
}

function disarm(faults: FaultSwitches): AdminAnswer {
  faults.clear();
  return answer(200, { faults: [] });
}

function arm(body: unknown, { faults }: Switches): AdminAnswer {
  const parsed = FaultSchema.safeParse(body);
  if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
  const unknown = parsed.data.methods?.find((id) => !isMethodId(id));
  if (unknown !== undefined) return answer(400, { message: `no such method: ${unknown}` });
  faults.add(parsed.data);
  return answer(200, { faults: faults.list() });
}

function setQuotas(body: unknown, switches: Switches): AdminAnswer {
  const parsed = QuotaSchema.safeParse(body);
  if (!parsed.success) return answer(400, { message: 'quotas are "google" or "off"' });
  switches.quotas.set(parsed.data === 'google' ? GOOGLE_LIMITS : undefined);
  return answer(200, { quotas: parsed.data });
}

function setValidation(body: unknown, { service }: Switches): AdminAnswer {
  const parsed = ValidationSchema.safeParse(body);
  if (!parsed.success) return answer(400, { message: 'strict validation is "on" or "off"' });
  service.validation.strict = parsed.data === 'on';
  return answer(200, { strictValidation: parsed.data });
}

async function setFormulaValues(body: unknown, { service }: Switches): Promise<AdminAnswer> {
  const parsed = FormulaValuesSchema.safeParse(body);
  if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
  const seeded = await seedFormulaValues(service, parsed.data);
  return seeded === undefined
    ? answer(400, { message: 'no such sheet, or one of the cells holds no formula' })
    : answer(200, { seeded });
}

function mintToken(body: unknown, { issuer, service }: Switches): AdminAnswer {
  const parsed = TokenSchema.safeParse(body);
  if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
  const { email, audience, lifetimeSeconds } = parsed.data;
  const account = service.accounts.find((one) => one.email === email);
  if (account === undefined) return answer(400, { message: `no such account: ${email}` });
  const lifetime = lifetimeSeconds === undefined ? {} : lifetimeOf(lifetimeSeconds, service.now());
  return answer(200, {
    token: issuer.sign({ email, aud: audience, name: account.displayName, ...lifetime }),
  });
}

/** A negative lifetime makes a token that has expired, for tests of what refuses it: it was issued an hour before its end. */
function lifetimeOf(seconds: number, now: Date): Pick<TokenClaims, 'iat' | 'exp'> {
  const exp = Math.floor(now.getTime() / 1000) + seconds;
  return { iat: exp - Math.max(seconds, 3600), exp };
}

function answer(status: number, body: unknown): AdminAnswer {
  return { status, type: 'application/json; charset=UTF-8', text: `${JSON.stringify(body)}\n` };
}
