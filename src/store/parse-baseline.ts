import type { Baseline } from '../domain/baseline.ts';
import { type BaselineSchema, baselineSchema } from '../domain/baseline-schema.ts';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { parseJson } from '../text/parse-json.ts';
import { baselineFlaws, type Flaw } from './baseline-flaws.ts';
import { baselineLine } from './baseline-line.ts';

const newest = 1;
/** More of the same help nobody. */
const most = 5;

/** Reads the text of a baseline, and refuses one that nobody can have accepted as it stands. `file` is for the sentences. */
export function parseBaseline(text: string, file: string): Checked<Baseline> {
  const at = (line: number, column = 1): { file: string; place: Place } => ({
    file,
    place: { file, line, column },
  });
  const mark = /^(<<<<<<< |=======$|>>>>>>> )/m.exec(text);
  if (mark) return refused(problems.baselineConflict(at(lineAt(text, mark.index))));
  const parsed = parseJson(text);
  if ('error' in parsed) {
    const line = lineAt(text, Number(/position (\d+)/.exec(parsed.error)?.[1] ?? text.length));
    return refused(problems.brokenBaseline({ ...at(line), detail: parsed.error }));
  }
  const version = isMap(parsed.value) ? parsed.value.schemaVersion : undefined;
  if (typeof version === 'number' && version > newest)
    return refused(problems.newerBaseline({ ...at(1), version }));
  const { data, error } = baselineSchema.safeParse(parsed.value);
  const flaws = error ? error.issues.map(toFlaw) : baselineFlaws(data);
  const edited = flaws.slice(0, most).map(({ path, detail }) => {
    const line = baselineLine(text, parsed.value, path);
    return problems.editedBaseline({ ...at(line), detail });
  });
  if (edited.length > 0 || !data) return refused(...edited);
  return { value: toBaseline(data), problems: [] };
}

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length;

function toFlaw({ path, message }: { path: PropertyKey[]; message: string }): Flaw {
  const name = path.filter((step) => typeof step === 'string').join('.');
  return { path, detail: name ? `${name}: ${message}` : message };
}

function toBaseline({ suite, lanes }: BaselineSchema): Baseline {
  return {
    schemaVersion: 1,
    suite,
    lanes: lanes.map(({ totals: _, ...lane }) => ({ suite, ...lane })),
  };
}
