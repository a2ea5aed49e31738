import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { CaseContext, CasePlace } from './case-context.ts';
import { readPart } from './read-part.ts';
import type { Path } from './read-yaml.ts';

type Vars = Record<string, Json>;
type Entry = { name: string; value: Json; path: Path };

/**
 * The variables and the input, with the texts of the files that they name (`{ file: ./x.txt }`). Rows of data files
 * name none: there everything is data. A promise only when there is a file to read.
 */
export function readVars(
  { vars = {}, input }: { vars?: Vars | undefined; input?: Json | undefined },
  { source, path, row }: CasePlace,
  { folder, inputName }: Pick<CaseContext, 'folder' | 'inputName'>,
): Checked<Vars> | Promise<Checked<Vars>> {
  const found: Problem[] = [];
  const entries: Entry[] = Object.entries(vars).map(([name, value]) => ({
    name,
    value,
    path: ['vars', name],
  }));
  if (input !== undefined && inputName !== undefined)
    entries.push({ name: inputName, value: input, path: ['input'] });
  else if (input !== undefined)
    found.push(problems.inputNeedsOne({ place: source.at([...path, 'input'], 'key') }));
  const isPlain = row || entries.every(({ value }) => typeof value !== 'object' || value === null);
  if (isPlain)
    return { value: Object.fromEntries(entries.map(({ name, value }) => [name, value])), problems: found };
  return readFiles(entries, folder, found, (inner) => source.at([...path, ...inner]));
}

async function readFiles(
  entries: readonly Entry[],
  folder: string,
  found: Problem[],
  placeOf: (path: Path) => Problem['place'],
): Promise<Checked<Vars>> {
  const read: [string, Json][] = [];
  for (const { name, value, path } of entries) {
    const part = await readPart(value, folder, true);
    if ('problem' in part) found.push({ ...part.problem, place: placeOf(path) });
    else read.push([name, part.value as Json]);
  }
  return { value: Object.fromEntries(read), problems: found };
}
