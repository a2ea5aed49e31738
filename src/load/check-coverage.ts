import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { ReadCases } from './read-cases.ts';
import type { Frame } from './read-frame.ts';
import type { YamlSource } from './read-yaml.ts';

/** Whether there are as many cases, and as many adversarial ones, as the suite asks for; and any in each slice. */
export function checkCoverage(
  { suite, coverage = {}, gate }: Frame,
  { total, adversarial, tags }: Pick<ReadCases, 'total' | 'adversarial' | 'tags'>,
  source: YamlSource,
  isStrict: boolean,
): Problem[] {
  const severity = isStrict ? 'error' : 'warning';
  const { cases: wanted, adversarial: share } = coverage;
  const found: Problem[] = [];
  if (wanted !== undefined && total < wanted) {
    const place = source.at(['coverage', 'cases']);
    found.push(problems.fewCases({ suite, count: total, wanted, severity, place }));
  }
  if (share !== undefined && total > 0 && adversarial / total < share) {
    const place = source.at(['coverage', 'adversarial']);
    found.push(problems.fewAdversarial({ suite, count: adversarial, total, wanted: share, severity, place }));
  }
  return [...found, ...emptySlices(gate?.slices ?? [], tags, source)];
}

function emptySlices(slices: readonly string[], tags: ReadonlySet<string>, source: YamlSource): Problem[] {
  const names = [...tags].sort();
  return slices.flatMap((tag, index) => {
    const place = source.at(['gate', 'slices', index]);
    return tags.has(tag)
      ? []
      : [problems.unknownSlice({ tag, suggestion: closest(tag, names), names, place })];
  });
}
