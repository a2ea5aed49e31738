import type { Case } from '../../domain/case.ts';
import type { HoldoutText } from '../../domain/holdout.ts';
import type { Place } from '../../domain/problem.ts';
import type { Suite } from '../../domain/suite.ts';
import { graders } from '../../graders/index.ts';
import { load } from '../../load/load.ts';
import { importModule } from '../../providers/import-module.mjs';
import { providers } from '../../providers/index.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';

/** A suite with all of its cases in memory, and where each is written. */
export type LoadedCases = { suite: Suite; cases: Case[]; places: Place[] };

/**
 * Loads a suite with the cases of `text` in the place of its own, or with its own: with all that the loader has to say about
 * them. Throws a `Refusal` with every error; warnings are not shown.
 */
export async function loadHeld(
  { root, suiteFile }: Pick<ChosenHoldout, 'root' | 'suiteFile'>,
  text?: HoldoutText,
): Promise<LoadedCases> {
  const readHoldout = text && (async () => ({ value: text, problems: [] }));
  const { value, problems } = await load(
    { suites: [suiteFile.file], keep: () => () => true, readHoldout },
    { root, from: root, graders, providers, importModule, hasPrice: async () => true },
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors);
  const suite = value!.suites[0]!;
  try {
    const cases: Case[] = [];
    for (let at = 0; at < suite.cases.count; at++) cases.push(await suite.cases.read(at));
    return { suite, cases, places: cases.map((_, at) => suite.cases.place!(at)) };
  } finally {
    await suite.cases.close();
  }
}
