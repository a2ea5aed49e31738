import type { CassetteModel } from '../../domain/cassette.ts';
import type { ExitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Ask } from '../../domain/request.ts';
import type { Run } from '../../domain/run.ts';
import type { Project } from '../open-project.ts';

/** A cassette in use by a run: it is recorded, or it is replayed. Models that answer by themselves have no part in it. */
export type Tape = {
  /** Answers in place of the model, which is then neither checked nor opened. */
  replay?(asked: CassetteModel): Ask;
  /** Stands around everything that asks the model, but for its fallbacks. */
  record?(ask: Ask, asked: CassetteModel): Ask;
  /** Aborted when the run has to end, as a request is not in the cassette. */
  stop: AbortSignal;
  /** To be called when the run has ended. */
  end(how: RunEnd): Promise<TapeEnd>;
  /** Gives everything free; without `end` before it nothing is written. */
  close(): void;
};

/** How the run ended: all that was planned is finished, and how many trials are not. */
export type RunEnd = { isWhole: boolean; missing: number };

/** What there is to say, and the exit code where the tape has to decide it. */
export type TapeEnd = { line?: string; problems: Problem[]; exitCode?: ExitCode };

/** What a tape is opened for. `redact` takes the secrets out of a text. */
export type TapeProject = {
  project: Pick<Project, 'root' | 'chosen' | 'plan'>;
  header: Pick<Run, 'id'>;
  /** Where a recording is kept for the meantime, from the root; in the run's folder when undefined. */
  side?: string;
  redact(text: string): string;
};
