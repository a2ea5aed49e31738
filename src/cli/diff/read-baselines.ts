import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Baseline } from '../../domain/baseline.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { readGit } from '../../load/read-git.ts';
import { whyUnreadable } from '../../load/why-unreadable.ts';
import { listBaselines } from '../../store/list-baselines.ts';
import { parseBaseline } from '../../store/parse-baseline.ts';
import { type SideReference, sideReference } from './side-reference.ts';

/** Baselines with what they are called: `baseline`, `baseline at git:main`, the name of the file. */
export type BaselineSource = { label: string; baselines: Baseline[] };

const folder = 'evals/baselines';
const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

/**
 * The baselines that a reference means: `baseline` (those of the working tree), `git:<revision>` (as they stood at that
 * revision) or the path of one file, which starts at `from`. `root` and `from` are absolute. At least one, or a problem.
 */
export async function readBaselines(
  reference: string,
  { root, from }: { root: string; from: string },
): Promise<Checked<BaselineSource>> {
  const ref = sideReference(reference);
  if (ref.kind === 'run') return refused(problems.noBaselineReference({ reference }));
  const { value, problems: found } = await readAll(ref, root, from);
  // A broken one is no reason to compare fewer suites in silence.
  if (!value || found.length > 0) return refused(...found);
  if (value.length === 0)
    return refused(problems.nothingAccepted(ref.kind === 'git' ? { revision: ref.revision } : {}));
  return {
    value: { label: ref.kind === 'git' ? `baseline at ${ref.source}` : ref.source, baselines: value },
    problems: found,
  };
}

function readAll(
  ref: Exclude<SideReference, { kind: 'run' }>,
  root: string,
  from: string,
): Promise<Checked<Baseline[]>> {
  if (ref.kind === 'baseline') return listBaselines(root);
  return ref.kind === 'git' ? readRevision(ref.revision, root) : readOne(resolve(from, ref.file), root);
}

async function readOne(path: string, root: string): Promise<Checked<Baseline[]>> {
  const file = relative(root, path).replaceAll('\\', '/');
  try {
    return together([parseBaseline(await readFile(path, 'utf8'), file)]);
  } catch (error) {
    return refused(problems.unreadableFile({ file, detail: whyUnreadable(error) }));
  }
}

async function readRevision(revision: string, root: string): Promise<Checked<Baseline[]>> {
  const ref = `git:${revision}`;
  const found = await readGit(root, revision);
  if (found.status === 'no-git') return refused(problems.noGitBaselines({ ref, detail: found.detail }));
  if (found.status === 'unknown-revision') return refused(problems.unknownRevision({ ref, revision }));
  const names = (await found.tree.list(folder)).filter((name) => name.endsWith('.json')).sort();
  return together(
    await Promise.all(
      names.map(async (name): Promise<Checked<Baseline>> => {
        const file = `${folder}/${name}`;
        const read = await found.tree.read(file, folder);
        if (read.status === 'read')
          return parseBaseline(Buffer.from(read.bytes).toString('utf8'), `${file} (${ref})`);
        const detail = read.status === 'unreadable' ? read.detail : read.status;
        return refused(problems.unreadableFile({ file: `${file} (${ref})`, detail }));
      }),
    ),
  );
}

function together(all: readonly Checked<Baseline>[]): Checked<Baseline[]> {
  const found = all.flatMap((one) => one.problems);
  const value = all.flatMap((one) => one.value ?? []);
  return { value: value.length < all.length ? undefined : value, problems: found };
}
