import type { LabelLine } from '../../load/read-label-lines.ts';
import type { LabelGroup } from './label-group.ts';

/** The labels item by item, in the order in which items first come. */
export function groupLabels(lines: readonly LabelLine[]): LabelGroup[] {
  const groups = new Map<string, LabelGroup>();
  for (const line of lines) {
    const { suite, check, id } = line.label;
    const key = JSON.stringify([suite, check, id]);
    const group = groups.get(key) ?? { suite, check, id, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
