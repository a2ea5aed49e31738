import { join } from 'node:path';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Quarantined } from '../domain/run.ts';
import { quarantineSchema } from './quarantine-schema.ts';
import { readText } from './read-text.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';

/** A case that is named in the quarantine, whether its time is over or not, and where its parts stand. */
export type QuarantineEntry = Quarantined & {
  suite: string;
  at(key: 'suite' | 'case' | 'until'): Place;
};

const file = 'evals/quarantine.yaml';

/** Reads the quarantine of a project; no entries where there is no such file. `root` is absolute. */
export async function readQuarantine(root: string): Promise<Checked<QuarantineEntry[]>> {
  const read = await readText(join(root, file));
  if (read.status === 'missing') return { value: [], problems: [] };
  if (read.status !== 'read') {
    const place = { file, line: 1, column: 1 };
    return refused(problems.unreadableFile({ file, detail: read.detail, place }));
  }
  const yaml = readYaml(read.text, file);
  return yaml.value ? toEntries(yaml.value) : refused(...yaml.problems);
}

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

function toEntries(source: YamlSource): Checked<QuarantineEntry[]> {
  const { value, at } = source;
  // Nothing but comments says nothing.
  if (value === null) return { value: [], problems: [] };
  if (!Array.isArray(value)) return refused(problems.quarantineShape({ place: at([]) }));
  const parsed = quarantineSchema.safeParse(value, { reportInput: true });
  if (!parsed.success)
    return refused(...toProblems(parsed.error, quarantineSchema, source, [], 'an entry of the quarantine'));
  const entries = parsed.data.map((entry, index) => ({
    ...entry,
    at: (key: 'suite' | 'case' | 'until') => at([index, key]),
  }));
  return { value: entries, problems: twice(entries) };
}

function twice(entries: readonly QuarantineEntry[]): Problem[] {
  const isSame = (one: QuarantineEntry) => (other: QuarantineEntry) =>
    other.suite === one.suite && other.case === one.case;
  return entries
    .filter((one, index) => entries.findIndex(isSame(one)) < index)
    .map((one) => problems.quarantineTwice({ suite: one.suite, id: one.case, place: one.at('case') }));
}
