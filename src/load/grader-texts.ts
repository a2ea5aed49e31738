import { isMap } from '../text/is-map.ts';
import type { Path, YamlSource } from './read-yaml.ts';

/** A text in the graders of a suite (a rubric, say), and the line where it stands. */
export type GraderText = { text: string; line: number };

/** Every text under `graders:` and `vars:` of a suite file, which holds for all of its cases. */
export function graderTexts({ value, at }: YamlSource): GraderText[] {
  const { graders, vars } = isMap(value) ? value : {};
  const walk = (one: unknown, path: Path): GraderText[] => {
    if (typeof one === 'string') return [{ text: one, line: at(path).line }];
    if (typeof one !== 'object' || one === null) return [];
    const entries: [PropertyKey, unknown][] = Array.isArray(one)
      ? one.map((item, index) => [index, item])
      : Object.entries(one);
    return entries.flatMap(([key, item]) => walk(item, [...path, key]));
  };
  return [...walk(graders, ['graders']), ...walk(vars, ['vars'])];
}
