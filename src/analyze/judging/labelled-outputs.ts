import type { CalibratedItem, Calibration } from '../../domain/calibration.ts';
import { sha256 } from '../../text/sha256.ts';

/** Finds the label of an output of a case, where a person has said what it is worth. */
export type LabelledOutputs = {
  count: number;
  find(id: string, output: string): CalibratedItem | undefined;
};

/** The labels of a calibration that are a random part of what was asked: only these say something of the whole. */
export function labelledOutputs({ items }: Calibration): LabelledOutputs {
  const random = items.filter(({ pick, truth }) => pick === 'random' && truth !== null);
  const byOutput = new Map(random.map((item) => [`${item.output} ${item.case}`, item]));
  return { count: byOutput.size, find: (id, output) => byOutput.get(`${sha256(output, 16)} ${id}`) };
}
