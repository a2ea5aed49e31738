import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import type { CasePlace } from './case-context.ts';
import { readPart } from './read-part.ts';

type Vars = Record<string, Json>;

/**
 * The variables with the texts of the files that they name (`{ file: ./x.txt }`, from `folder`). Rows of data files
 * name none: there everything is data. A promise only when there is a file to read.
 */
export function readVars(
  written: Vars | undefined,
  { source, path, row }: CasePlace,
  folder: string,
): Checked<Vars> | Promise<Checked<Vars>> {
  const isPlain = Object.values(written ?? {}).every((value) => typeof value !== 'object' || value === null);
  if (!written || row || isPlain) return { value: written ?? {}, problems: [] };
  return readFiles(written, folder, (name) => source.at([...path, 'vars', name]));
}

async function readFiles(
  written: Vars,
  folder: string,
  placeOf: (name: string) => Problem['place'],
): Promise<Checked<Vars>> {
  const vars: Vars = {};
  const found: Problem[] = [];
  for (const [name, value] of Object.entries(written)) {
    const part = await readPart(value, folder, true);
    if ('problem' in part) found.push({ ...part.problem, place: placeOf(name) });
    else vars[name] = part.value as Json;
  }
  return { value: vars, problems: found };
}
