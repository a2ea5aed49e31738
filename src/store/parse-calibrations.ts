import type { CalibrationFile } from '../domain/calibration.ts';
import { calibrationSchema } from '../domain/calibration-schema.ts';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { parseJson } from '../text/parse-json.ts';
import { type CalibrationFlaw, calibrationFlaws } from './calibration-flaws.ts';
import { calibrationLine } from './calibration-line.ts';
import { calibrationPath } from './calibration-path.ts';

const newest = 1;
/** More of the same help nobody. */
const most = 5;

/** Reads the text of a calibration file, and refuses one that nobody can have measured as it stands. `file` is its path from the root. */
export function parseCalibrations(text: string, file: string): Checked<CalibrationFile> {
  const at = (line: number): { file: string; place: Place } => ({ file, place: { file, line, column: 1 } });
  const mark = /^(<<<<<<< |=======$|>>>>>>> )/m.exec(text);
  if (mark) return refused(problems.calibrationConflict(at(lineAt(text, mark.index))));
  const parsed = parseJson(text);
  if ('error' in parsed) {
    const line = lineAt(text, Number(/position (\d+)/.exec(parsed.error)?.[1] ?? text.length));
    return refused(problems.brokenCalibration({ ...at(line), detail: parsed.error }));
  }
  const written = isMap(parsed.value) ? parsed.value : {};
  const { schemaVersion: version, calibrations } = written as {
    schemaVersion?: unknown;
    calibrations?: unknown;
  };
  if (typeof version === 'number' && version > newest)
    return refused(problems.newerCalibration({ ...at(1), version }));
  const { data, error } = calibrationSchema.safeParse(parsed.value);
  const flaws = error ? error.issues.map(toFlaw) : calibrationFlaws((data as CalibrationFile).calibrations);
  const all = Array.isArray(calibrations) ? calibrations : [];
  const edited = flaws
    .slice(0, most)
    .map(({ path, detail }) =>
      problems.editedCalibration({ ...at(calibrationLine(text, all, path)), detail }),
    );
  if (edited.length > 0 || !data) return refused(...edited);
  const wanted = calibrationPath(data.judge);
  if (wanted !== file) return refused(problems.misplacedCalibration({ file, judge: data.judge, wanted }));
  return { value: data as CalibrationFile, problems: [] };
}

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length;

function toFlaw({ path, message }: { path: PropertyKey[]; message: string }): CalibrationFlaw {
  const name = path.filter((step) => typeof step === 'string').join('.');
  return { path, detail: name ? `${name}: ${message}` : message };
}
