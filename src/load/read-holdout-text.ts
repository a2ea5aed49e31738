import type { HoldoutCase, HoldoutContent } from '../domain/holdout.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { type Path, readYaml, type YamlSource } from './read-yaml.ts';

const keys = ['canary', 'cases'];

/**
 * Reads the text of a plain holdout file as far as its lock needs it: the canary, and the cases as they are written, each
 * with an id of its own. Nothing in it may lead to another file, which no digest would cover. `lineOffset` is added to the
 * numbers of its lines.
 */
export function readHoldoutText(text: string, file: string, lineOffset = 0): Checked<HoldoutContent> {
  const { value: source, problems: broken } = readYaml(text, file, lineOffset);
  if (!source) return { value: undefined, problems: broken };
  const { value } = source;
  const shape = shapeFlaw(value);
  if (shape)
    return refused(problems.holdoutShape({ file, detail: shape.detail, place: source.at(shape.path) }));
  const { canary, cases } = value as { canary?: string; cases: unknown[] };
  const found: Problem[] = [];
  const ids = new Map<string, number>();
  const read = cases.flatMap((one, index): HoldoutCase[] => {
    const flaw = caseFlaw(one, index, ids);
    if (flaw) {
      const place = source.at(['cases', index, ...flaw.path]);
      found.push(problems.holdoutShape({ file, detail: flaw.detail, place }));
      return [];
    }
    found.push(...outside(one, ['cases', index], file, source));
    const written = one as HoldoutCase;
    return [{ ...written, id: toId(written.id) }];
  });
  return found.length > 0
    ? { value: undefined, problems: found }
    : { value: { canary, cases: read }, problems: [] };
}

type Flaw = { path: Path; detail: string };

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });
const toId = (id: unknown) => String(id).normalize('NFC');

function shapeFlaw(value: unknown): Flaw | undefined {
  if (!isMap(value)) return { path: [], detail: 'it is no map' };
  const { canary, cases } = value;
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return { path: [unknown], detail: `it has a key "${unknown}"` };
  if (canary !== undefined && (typeof canary !== 'string' || canary.length < 16))
    return { path: ['canary'], detail: 'its canary is no text of 16 characters at least' };
  if (!Array.isArray(cases) || cases.length === 0) return { path: ['cases'], detail: 'it has no cases' };
  return undefined;
}

function caseFlaw(one: unknown, index: number, ids: Map<string, number>): Flaw | undefined {
  if (!isMap(one)) return { path: [], detail: `case ${index + 1} is no map` };
  if ('from' in one)
    return { path: ['from'], detail: 'its cases stand in the file itself, and this is a from: line' };
  const { id } = one;
  if (typeof id !== 'string' && !Number.isInteger(id))
    return { path: [], detail: `case ${index + 1} has no id` };
  const first = ids.get(toId(id));
  if (first !== undefined)
    return { path: ['id'], detail: `case ${index + 1} has the id of case ${first + 1}` };
  ids.set(toId(id), index);
  return undefined;
}

/** Every value that names a file, however deep. */
function outside(value: unknown, path: Path, file: string, source: YamlSource): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((one, at) => [at, one])
    : Object.entries(value);
  const isFile = entries.length === 1 && entries[0]![0] === 'file' && typeof entries[0]![1] === 'string';
  if (isFile) return [problems.holdoutOutside({ what: '{ file: … }', file, place: source.at(path) })];
  return entries.flatMap(([key, one]) => outside(one, [...path, key], file, source));
}
