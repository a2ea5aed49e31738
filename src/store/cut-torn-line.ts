import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs';

const chunkSize = 64 * 1024;

/** Cuts off what stands after the last LF of a file, and gives back how many bytes that was. A file that is not there has none. */
export function cutTornLine(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const end = endOfLines(file, size);
    if (end === size) return 0;
    ftruncateSync(file, end);
    fsyncSync(file);
    return size - end;
  } finally {
    closeSync(file);
  }
}

/** The byte after the last LF, looked for from the back; 0 when there is none. */
function endOfLines(file: number, size: number): number {
  const chunk = Buffer.allocUnsafe(chunkSize);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - chunkSize);
    const read = readSync(file, chunk, 0, end - start, start);
    const at = chunk.subarray(0, read).lastIndexOf(10);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}
