import type { PlacedCase } from '../../analyze/cases/placed-case.ts';
import type { Suite } from '../../domain/suite.ts';

/** All cases of a suite with their places; its files are closed then. */
export async function readAllCases({ cases }: Suite): Promise<PlacedCase[]> {
  try {
    const all: PlacedCase[] = [];
    for (let at = 0; at < cases.count; at++) all.push({ one: await cases.read(at), place: cases.place!(at) });
    return all;
  } finally {
    await cases.close();
  }
}
