import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { LabelFile } from '../../store/label-file.ts';
import { messageOf } from '../../text/message-of.ts';
import { Refusal } from '../refusal.ts';

/** A labels file whose troubles are told to the person: a `Refusal` (3). `name` is what messages call it. */
export function toldLabelFile(file: LabelFile, name: string): LabelFile {
  const told = <T>(write: () => T): T => {
    try {
      return write();
    } catch (error) {
      const problem = problems.labelsNotWritten({ file: name, detail: messageOf(error) });
      throw new Refusal([problem], exitCode.incomplete);
    }
  };
  return { append: (labels) => told(() => file.append(labels)), undo: () => told(file.undo) };
}
