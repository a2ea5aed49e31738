import { auditProblems } from './problems/audit-problems.ts';
import { baselineProblems } from './problems/baseline-problems.ts';
import { cacheProblems } from './problems/cache-problems.ts';
import { calibrationProblems } from './problems/calibration-problems.ts';
import { caseProblems } from './problems/case-problems.ts';
import { caseToolProblems } from './problems/case-tool-problems.ts';
import { cassetteProblems } from './problems/cassette-problems.ts';
import { diffProblems } from './problems/diff-problems.ts';
import { earlyProblems } from './problems/early-problems.ts';
import { evidenceProblems } from './problems/evidence-problems.ts';
import { fileProblems } from './problems/file-problems.ts';
import { holdoutCommandProblems } from './problems/holdout-command-problems.ts';
import { holdoutProblems } from './problems/holdout-problems.ts';
import { judgeProblems } from './problems/judge-problems.ts';
import { labelProblems } from './problems/label-problems.ts';
import { leakProblems } from './problems/leak-problems.ts';
import { logProblems } from './problems/log-problems.ts';
import { lookProblems } from './problems/look-problems.ts';
import { modelProblems } from './problems/model-problems.ts';
import { promptProblems } from './problems/prompt-problems.ts';
import { quarantineProblems } from './problems/quarantine-problems.ts';
import { reachProblems } from './problems/reach-problems.ts';
import { regradeProblems } from './problems/regrade-problems.ts';
import { resumeProblems } from './problems/resume-problems.ts';
import { runProblems } from './problems/run-problems.ts';
import { suiteProblems } from './problems/suite-problems.ts';

/**
 * Every sentence that a user reads when something is wrong with what they gave us, by subject.
 * Each entry makes one problem: a code (its name in kebab-case), a sentence, and what to do next.
 */
export const problems = {
  ...fileProblems,
  ...suiteProblems,
  ...caseProblems,
  ...caseToolProblems,
  ...logProblems,
  ...modelProblems,
  ...promptProblems,
  ...runProblems,
  ...cacheProblems,
  ...resumeProblems,
  ...regradeProblems,
  ...cassetteProblems,
  ...baselineProblems,
  ...diffProblems,
  ...reachProblems,
  ...evidenceProblems,
  ...earlyProblems,
  ...quarantineProblems,
  ...holdoutProblems,
  ...holdoutCommandProblems,
  ...leakProblems,
  ...lookProblems,
  ...judgeProblems,
  ...labelProblems,
  ...calibrationProblems,
  ...auditProblems,
};
