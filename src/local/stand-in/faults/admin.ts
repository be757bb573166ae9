import * as z from 'zod';
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

interface AdminRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export function adminAnswer(
  { method, path, body }: AdminRequest,
  switches: { readonly faults: FaultSwitches; readonly quotas: Quotas },
): AdminAnswer {
  switch (`${method} ${path}`) {
    case 'GET /stand-in/faults':
      return answer(200, { faults: switches.faults.list() });
    case 'DELETE /stand-in/faults':
      switches.faults.clear();
      return answer(200, { faults: [] });
    case 'POST /stand-in/faults': {
      const parsed = FaultSchema.safeParse(body);
      if (!parsed.success) return answer(400, { message: z.prettifyError(parsed.error) });
      switches.faults.add(parsed.data);
      return answer(200, { faults: switches.faults.list() });
    }
    case 'PUT /stand-in/quotas': {
      const parsed = QuotaSchema.safeParse(body);
      if (!parsed.success) return answer(400, { message: 'quotas are "google" or "off"' });
      switches.quotas.set(parsed.data === 'google' ? GOOGLE_LIMITS : undefined);
      return answer(200, { quotas: parsed.data });
    }
    default:
      return answer(404, { message: `no such switch: ${method} ${path}` });
  }
}

function answer(status: number, body: unknown): AdminAnswer {
  return { status, type: 'application/json; charset=UTF-8', text: `${JSON.stringify(body)}\n` };
}
