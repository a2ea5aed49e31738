import type { Place } from '../domain/problem.ts';
import { codeFrame } from '../text/code-frame.ts';

/** A spot of a file whose text is at hand. */
export function placeIn(
  file: string,
  source: string,
  { line, column }: { line: number; column: number },
  length = 1,
): Place {
  return { file, line, column, frame: codeFrame(source, line, column, length) };
}
