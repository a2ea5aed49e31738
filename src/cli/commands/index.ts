import { catalog } from '../../domain/catalog.ts';
import { baseline } from './baseline.ts';
import { cache } from './cache.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { gate } from './gate.ts';
import { holdout } from './holdout.ts';
import { judge } from './judge.ts';
import { list } from './list.ts';
import { prompts } from './prompts.ts';
import { regrade } from './regrade.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';

/** The commands' shelf, in the order of the help page. */
export const commands = catalog('command', [
  run,
  gate,
  regrade,
  check,
  doctor,
  show,
  report,
  runs,
  baseline,
  holdout,
  judge,
  diff,
  cache,
  prompts,
  cases,
  list,
  schema,
]);
