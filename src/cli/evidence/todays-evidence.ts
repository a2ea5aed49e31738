import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../../domain/baseline.ts';
import type { NotedBaseline, Run } from '../../domain/run.ts';
import { git } from '../../load/git.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { readBaseline } from '../../store/read-baseline.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { sha256 } from '../../text/sha256.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { calibrationsOf } from './calibrations-of.ts';

/** A run's header that notes what the run is held against, and that itself. */
export type HeldAgainst = { header: Run; evidence: GrowingEvidence };

/**
 * Reads the baselines of the suites that are to be run, as they stand today. Nothing was asked by then: throws a
 * `Refusal` when one of them cannot be read.
 */
export async function todaysEvidence(root: string, header: Run, world: World): Promise<HeldAgainst> {
  const read = await Promise.all(header.suites.map(({ name }) => readBaseline(root, name)));
  const found = read.flatMap((one) => one.problems);
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
  await printProblems(found, world);
  const baselines = new Map<string, Baseline>();
  for (const { value } of read) if (value) baselines.set(value.suite, value);
  const suites = header.suites.map(async (suite) =>
    baselines.has(suite.name) ? { ...suite, baseline: await noted(root, suite.name) } : suite,
  );
  const calibrations = await calibrationsOf(root, header);
  return {
    header: { ...header, suites: await Promise.all(suites) },
    evidence: { baselines, ...(calibrations ? { calibrations } : {}), redraws: [], canary: [] },
  };
}

async function noted(root: string, suite: string): Promise<NotedBaseline> {
  const file = baselineFile(suite);
  const digest = sha256(await readFile(join(root, file), 'utf8'), 16);
  const last = await git(root, 'log', '-1', '--format=%H', '--', file);
  const commit = last.status === 'done' ? last.output.toString('utf8').trim() : '';
  return { file, digest, ...(commit ? { commit } : {}) };
}
