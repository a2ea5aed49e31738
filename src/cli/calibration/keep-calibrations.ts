import type { Calibration, CalibrationFile } from '../../domain/calibration.ts';
import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { calibrationPath } from '../../store/calibration-path.ts';
import { readCalibrationFile } from '../../store/read-calibration-file.ts';
import { writeCalibrations } from '../../store/write-calibrations.ts';
import { messageOf } from '../../text/message-of.ts';
import { Refusal } from '../refusal.ts';

/** The calibrations of one judge on disk. */
export type KeptCalibrations = {
  /** From the project's root. */
  file: string;
  /** Puts these in the place of what is there of the same checks. Throws a `Refusal` when the disk does not take it. */
  add(calibrations: readonly Calibration[]): Promise<void>;
};

/** Looks at what is there. Throws a `Refusal` when that cannot be read: it would be lost. */
export async function keepCalibrations(root: string, judge: string): Promise<KeptCalibrations> {
  const file = calibrationPath(judge);
  const read = async (): Promise<CalibrationFile['calibrations']> => {
    const { value, problems: found } = await readCalibrationFile(root, file);
    if (found.length > 0) throw new Refusal(found);
    return value?.calibrations ?? [];
  };
  await read();
  return {
    file,
    async add(calibrations) {
      const others = (await read()).filter((old) => !calibrations.some((one) => isSame(old, one)));
      try {
        await writeCalibrations(root, {
          schemaVersion: 1,
          judge,
          calibrations: [...others, ...calibrations],
        });
      } catch (error) {
        throw new Refusal(
          [problems.calibrationNotWritten({ file, detail: messageOf(error) })],
          exitCode.incomplete,
        );
      }
    },
  };
}

/** The question may have been edited since, or its check renamed: either way the old one is asked by nobody any more. */
const isSame = (old: Calibration, one: Calibration) =>
  old.suite === one.suite && (old.check === one.check || old.digest === one.digest);
