import { driveRateLimited } from '../contract/drive-error.ts';
import { type GoogleError, quotaExceeded } from '../contract/google-error.ts';

/** Requests a minute, refilled each minute; batch calls count once, by Google's page on usage limits. */
export interface QuotaLimits {
  readonly readsPerUser: number;
  readonly writesPerUser: number;
  readonly readsPerProject: number;
  readonly writesPerProject: number;
  /** Drive counts differently; one limit stands for all of it. */
  readonly drivePerUser: number;
}

export const GOOGLE_LIMITS: QuotaLimits = {
  readsPerUser: 60,
  writesPerUser: 60,
  readsPerProject: 300,
  writesPerProject: 300,
  drivePerUser: 12_000,
};

interface Use {
  readonly api: 'sheets' | 'drive';
  readonly kind: 'read' | 'write';
  readonly email: string;
}

export interface Quotas {
  /** Off while undefined. */
  set(limits: QuotaLimits | undefined): void;
  /** Counts the call or throws Google's 429. */
  spend(use: Use): void;
}

const PROJECT_NUMBER = '1';
const MINUTE = 60_000;

interface Allowance {
  readonly key: string;
  readonly limit: number;
  readonly refusal: () => GoogleError;
}

function allowances({ api, kind, email }: Use, limits: QuotaLimits): readonly Allowance[] {
  if (api === 'drive') {
    const refusal = (): GoogleError => driveRateLimited('userRateLimitExceeded');
    return [{ key: `drive ${email}`, limit: limits.drivePerUser, refusal }];
  }
  const [user, project] =
    kind === 'read'
      ? [limits.readsPerUser, limits.readsPerProject]
      : [limits.writesPerUser, limits.writesPerProject];
  const refused = (per: 'user' | 'project') => (): GoogleError =>
    quotaExceeded({ kind, per, projectNumber: PROJECT_NUMBER });
  return [
    { key: `${kind} ${email}`, limit: user, refusal: refused('user') },
    { key: kind, limit: project, refusal: refused('project') },
  ];
}

export function quotas(now: () => Date, initial?: QuotaLimits): Quotas {
  let limits = initial;
  let minute = -1;
  let spent = new Map<string, number>();
  const spend = (use: Use): void => {
    if (limits === undefined) return;
    const current = Math.floor(now().getTime() / MINUTE);
    if (current !== minute) spent = new Map();
    minute = current;
    for (const { key, limit, refusal } of allowances(use, limits)) {
      const used = spent.get(key) ?? 0;
      if (used >= limit) throw refusal();
      spent.set(key, used + 1);
    }
  };
  const set = (next: QuotaLimits | undefined): void => {
    limits = next;
    spent = new Map();
  };
  return { set, spend };
}
