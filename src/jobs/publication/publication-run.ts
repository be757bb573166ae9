import type { PublishedFilePort, SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import type { TabChoice } from './choose-tabs.ts';
import type { DraftedRelease } from './draft-release.ts';
import type { InspectedResults } from './inspect-results.ts';
import type { PublishableControl } from './read-control.ts';

export interface PublicationDependencies {
  readonly control: SpreadsheetPort;
  readonly controlId: string;
  /** The results file, by its id. */
  readonly openResults: (resultsId: string) => PublishedFilePort;
  /** The account that fills the file and shares it. */
  readonly serviceAccount: string;
  readonly now: () => Date;
  readonly newRunId: () => string;
  /** The version of the product. */
  readonly product: string;
  readonly onPhase?: (phase: string) => void;
  /** What surely goes into one batch; a larger release is written while nobody can open the file. */
  readonly bytesPerBatch?: number;
}

/** The results file as it was found, and the way to it. */
export interface PreparedFile {
  readonly resultsId: string;
  readonly port: PublishedFilePort;
  readonly inspected: InspectedResults;
}

/** Everything that is known once the control workbook, and the results file if there is one, were read. */
export interface Prepared {
  readonly control: PublishableControl;
  readonly drafted: DraftedRelease;
  readonly choices: readonly TabChoice[];
  /** Absent before the first publication. */
  readonly file?: PreparedFile;
}
