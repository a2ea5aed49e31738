import { catalog } from '../../domain/catalog.ts';
import { check } from './check.ts';
import { list } from './list.ts';
import { prompts } from './prompts.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';

/** The commands' shelf, in the order of the help page. */
export const commands = catalog('command', [run, check, show, report, runs, prompts, list, schema]);
