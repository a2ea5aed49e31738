import type { Case } from '../domain/case.ts';
import type { ReadHoldout } from '../domain/holdout.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { sha256 } from '../text/sha256.ts';
import type { CaseContext } from './case-context.ts';
import { checkCoverage } from './check-coverage.ts';
import { type ReadCases, readCases } from './read-cases.ts';
import type { Frame } from './read-frame.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** Where the cases of a suite come from: its own file, or its holdout, when that is what is asked for. */
export type CaseOrigin = {
  root: string;
  source: YamlSource;
  /** Path of the plain holdout file from the root; undefined where the suite names none. */
  holdoutFile: string | undefined;
  readHoldout?: ReadHoldout | undefined;
  strictCoverage?: boolean | undefined;
  without?: string | undefined;
};

const nothing: ReadCases = {
  cases: { count: 0, read: () => Promise.reject(new Error('there is no case')), close: async () => {} },
  total: 0,
  adversarial: 0,
  variants: 0,
  tags: new Set(),
  digests: [],
};

/** The cases of a suite; those of its holdout stand in the place of its own where a reader of it is given. */
export async function readSuiteCases(
  frame: Frame,
  origin: CaseOrigin,
  context: CaseContext,
  keep: (one: Case) => boolean,
): Promise<Checked<ReadCases>> {
  const { readHoldout, source, root, without } = origin;
  if (readHoldout) return readHoldoutCases(frame, { ...origin, readHoldout }, context, keep);
  const read = await readCases({ entries: frame.cases, source, root, without }, context, keep);
  const coverage = checkCoverage(frame, read.value!, source, origin.strictCoverage === true);
  return { value: read.value, problems: [...read.problems, ...coverage] };
}

async function readHoldoutCases(
  { suite }: Frame,
  { root, source, holdoutFile, readHoldout }: CaseOrigin & { readHoldout: ReadHoldout },
  context: CaseContext,
  keep: (one: Case) => boolean,
): Promise<Checked<ReadCases>> {
  const place = source.at([holdoutFile === undefined ? 'suite' : 'holdout']);
  if (holdoutFile === undefined) return refused(problems.noHoldout({ suite, place }));
  const { value: lent, problems: closed } = await readHoldout({ suite, file: holdoutFile });
  if (!lent) return refused(...closed.map((one) => ({ place, ...one })));
  const { text, file, isSecret, lineOffset, hear } = lent;
  const yaml = readYaml(text, file, lineOffset);
  const entries = isMap(yaml.value?.value) ? yaml.value.value.cases : undefined;
  const detail = 'it cannot be read as YAML with a list of cases';
  if (!Array.isArray(entries))
    return refused(...(isSecret ? [problems.holdoutShape({ file, detail, place })] : yaml.problems));
  const own = isSecret ? silent(yaml.value!, file) : yaml.value!;
  const read = await readCases({ entries, source: own, root }, context, keep);
  const value = { ...read.value!, digests: [sha256(text)] };
  hear?.(read.problems);
  if (hear) return { value, problems: closed };
  if (!isSecret) return { value, problems: [...closed, ...read.problems] };
  const told = read.problems.map(({ code, place: at, severity }) => {
    const number = at?.file === file ? at.line : undefined;
    return { ...problems.sealedCase({ suite, file, number, of: entries.length, code, place }), severity };
  });
  return { value, problems: [...closed, ...told] };
}

const refused = (...found: Problem[]): Checked<ReadCases> => ({ value: nothing, problems: found });

/** Places of a sealed text: the number of the case in the place of a line, and no frame. */
const silent = ({ value }: YamlSource, file: string): YamlSource => ({
  value,
  at: ([, index]) => ({ file, line: typeof index === 'number' ? index + 1 : 1, column: 1 }),
});
