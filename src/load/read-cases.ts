import type { Case } from '../domain/case.ts';
import type { Checked } from '../domain/problem.ts';
import type { CaseSource } from '../domain/suite.ts';
import type { CaseContext } from './case-context.ts';
import { type CaseIndex, caseIndex, type IndexedRow } from './case-index.ts';
import { gatherFiles } from './gather-files.ts';
import { readCase } from './read-case.ts';
import type { DataFile } from './read-data-file.ts';
import type { YamlSource } from './read-yaml.ts';
import { repeated } from './repeated.ts';

/** The cases that were kept, and what is known of all. */
export type ReadCases = {
  cases: CaseSource;
  total: number;
  adversarial: number;
  /** Those that were made from others. */
  variants: number;
  tags: ReadonlySet<string>;
  /** Of the data files, in order. */
  digests: string[];
};

/** What stands under `cases:` of a suite file, the project's root, and a data file that is passed over (absolute). */
export type WrittenCases = {
  entries: readonly unknown[];
  source: YamlSource;
  root: string;
  without?: string | undefined;
};

/** Goes once through all cases: checks each, keeps those for which `keep` holds. Rows of data files stay on disk. */
export async function readCases(
  { entries, source, root, without }: WrittenCases,
  context: CaseContext,
  keep: (one: Case) => boolean,
): Promise<Checked<ReadCases>> {
  const index = caseIndex(keep);
  const files: DataFile[] = [];
  for (const [number, entry] of entries.entries()) {
    const path = ['cases', number];
    if (typeof entry === 'object' && entry !== null && 'from' in entry) {
      files.push(...(await gatherFiles(entry, { source, path, root, without }, context, index)));
      continue;
    }
    const made = await readCase(entry, { source, path }, context);
    index.found.add(made.problems);
    if (made.value && hasId(entry)) index.add(made.value, source.at([...path, 'id']));
  }
  index.close();
  return {
    value: {
      cases: toSource(index, files, context),
      total: index.total(),
      adversarial: index.adversarial(),
      variants: index.variants(),
      tags: index.tags,
      digests: files.map((file) => file.digest()),
    },
    problems: index.found.all(),
  };
}

const hasId = (entry: unknown) => typeof entry === 'object' && entry !== null && 'id' in entry;

function toSource(index: CaseIndex, files: readonly DataFile[], context: CaseContext): CaseSource {
  // That the case fits the prompts was seen in the first pass.
  const trusting = { ...context, prompts: [] };
  return {
    count: index.count(),
    read(number) {
      const entry = index.at(number);
      return 'file' in entry ? readRow(entry, trusting) : entry;
    },
    place: (number) => index.place(number),
    close: async () => {
      await Promise.all(files.map((file) => file.close()));
    },
  };
}

async function readRow({ file, spot, repetition }: IndexedRow, context: CaseContext): Promise<Case> {
  const { raw, source } = file.read(spot);
  const { value, problems } = await readCase(raw, { source, path: [], row: { stem: file.stem } }, context);
  const broken = problems.find(({ severity }) => severity === 'error');
  if (!value || broken)
    throw new Error(
      `${file.name}:${spot.number} can no longer be read: ${broken?.message ?? 'it is no case'}`,
    );
  return repeated(value, repetition);
}
