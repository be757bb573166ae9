import { recompute } from '../../src/jobs/recompute.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';

/** A process of its own, as a function is, so that its memory is only that of the recompute. */
const [rootUrl = '', spreadsheetId = '', token = ''] = process.argv.slice(2);
const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
const spreadsheet = new GoogleSpreadsheet({ connection: connectGoogle({ auth, rootUrl }), spreadsheetId });

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const { outcome } = await recompute(
  {
    spreadsheet,
    now: () => new Date(),
    clock: () => performance.now(),
    newRunId: () => 'large',
    // For whoever looks for what takes the memory: the most so far, in MiB, as each phase begins.
    onPhase: (phase) => process.stderr.write(`${phase} ${peak()} MiB\n`),
  },
  'robot',
);
if (outcome.kind !== 'recomputed') throw new Error(`the recompute came to ${outcome.kind}`);
const { writes, retries } = spreadsheet.cost();
process.stdout.write(
  JSON.stringify({
    outcome: outcome.kind,
    entries: outcome.entries,
    ranked: outcome.scoreboard.groups.reduce((sum, { ranked }) => sum + ranked.length, 0),
    writes,
    retries,
    megabytes: peak(),
  }),
);
