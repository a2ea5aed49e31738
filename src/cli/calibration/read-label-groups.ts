import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Question } from '../../domain/question.ts';
import { type LabelLine, type LabelledFor, readLabelLines } from '../../load/read-label-lines.ts';
import { sha256 } from '../../text/sha256.ts';
import { Refusal } from '../refusal.ts';
import { groupLabels } from './group-labels.ts';
import type { LabelGroup } from './label-group.ts';

/** Where labels are, and which of them are meant. */
export type LabelsWanted = { labels: string; suite?: string; check?: string };

/** A labels file that was read. */
export type ReadLabels = {
  /** How messages call it: as it was given. */
  file: string;
  /** SHA-256 (hex, first 16) of it. */
  digest: string;
  /** Of labels that name none it is the empty text. */
  suites: string[];
  /** The labels that are meant, item by item. `questions` are what judges are asked, for labels that name no suite or check. */
  groups(questions: readonly (Question & { suite: string })[]): Promise<LabelGroup[]>;
  problems: Problem[];
};

const unnamed = '';

/** Reads the labels. Throws a `Refusal` with everything that is wrong in the file. `folder` is where paths start. */
export async function readLabelGroups(wanted: LabelsWanted, folder: string): Promise<ReadLabels> {
  const file = relative(folder, resolve(folder, wanted.labels)).replaceAll('\\', '/');
  const read = async ({ suite, check }: LabelledFor) => {
    const { value, problems: found } = await readLabelLines(folder, file, { suite, check });
    if (!value || found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
    return { lines: value.filter(isMeant(wanted)), problems: found, all: value };
  };
  const of = { suite: wanted.suite ?? unnamed, check: wanted.check ?? unnamed };
  const first = await read(of);
  if (first.lines.length === 0) throw new Refusal([nothing(first.all, wanted, file)]);
  const isNamed = ({ label }: LabelLine) => label.suite !== unnamed && label.check !== unnamed;
  return {
    file,
    digest: sha256(await readFile(resolve(folder, file), 'utf8'), 16),
    suites: [...new Set(first.lines.map(({ label }) => label.suite))],
    async groups(questions) {
      const open = first.lines.filter((line) => !isNamed(line));
      // An id is made of suite and check too: what is taken to be of one of them is read once more.
      return groupLabels(
        open.length === 0 ? first.lines : (await read(oneQuestion(open, of, questions))).lines,
      );
    },
    problems: first.problems,
  };
}

const isMeant =
  ({ suite, check }: LabelsWanted) =>
  ({ label }: LabelLine): boolean =>
    (suite === undefined || label.suite === suite) && (check === undefined || label.check === check);

function nothing(all: readonly LabelLine[], { suite, check }: LabelsWanted, file: string) {
  if (all.length === 0) return problems.labelsEmpty({ file });
  const names = [...new Set(all.map(({ label }) => `${label.suite} / ${label.check}`))];
  return problems.labelsOfOthers({ file, suite, check, names });
}

/** The one question that labels without a name can be of. Throws a `Refusal` where there are several, or none. */
function oneQuestion(
  open: readonly LabelLine[],
  of: LabelledFor,
  questions: readonly (Question & { suite: string })[],
): LabelledFor {
  const [line] = open as [LabelLine];
  const wanted = { suite: of.suite || line.label.suite, check: of.check || line.label.check };
  const fits = questions.filter(
    ({ suite, check }) => [unnamed, suite].includes(wanted.suite) && [unnamed, check].includes(wanted.check),
  );
  const named = [
    ...new Map(fits.map(({ suite, check }) => [JSON.stringify([suite, check]), { suite, check }])).values(),
  ];
  if (named.length === 1) return named[0]!;
  const checks = named.map(({ suite, check }) => `--suite ${suite} --check ${check}`);
  throw new Refusal([problems.labelOfWhich({ checks, place: line.at([]) })]);
}
