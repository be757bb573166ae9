import { recompute } from '../../src/jobs/recompute.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';

/** A process of its own, as a function is: its memory is only that of the recompute. */
const [rootUrl = '', spreadsheetId = '', token = ''] = process.argv.slice(2);
const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
const spreadsheet = new GoogleSpreadsheet({ connection: connectGoogle({ auth, rootUrl }), spreadsheetId });

/** The most memory so far, in MiB, by the phase that began then. */
const peaks: Record<string, number> = {};
const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const { outcome, phases } = await recompute(
  {
    spreadsheet,
    now: () => new Date(),
    clock: () => performance.now(),
    newRunId: () => 'large',
    onPhase: (phase) => {
      peaks[`${phase} ${Object.keys(peaks).length}`] = peak();
    },
  },
  'robot',
);
process.stdout.write(
  JSON.stringify({
    outcome: outcome.kind,
    ...('entries' in outcome && { entries: outcome.entries }),
    ...('resultsHash' in outcome && { resultsHash: outcome.resultsHash, entriesHash: outcome.entriesHash }),
    ...spreadsheet.cost(),
    phases,
    peaks,
    megabytes: peak(),
  }),
);
