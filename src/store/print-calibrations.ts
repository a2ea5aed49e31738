import type { CalibratedItem, Calibration, CalibrationFile } from '../domain/calibration.ts';
import { calibrationSchema } from '../domain/calibration-schema.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { toJson } from '../text/to-json.ts';

/**
 * The text of a judge's calibrations, made for git: in the order of suite and check, an item a line, and the same bytes
 * for the same answers whatever the order in which they came. Throws for what could not be read again.
 */
export function printCalibrations(file: CalibrationFile): string {
  // The schema puts the keys of all but free values into its own order.
  const { judge, calibrations } = calibrationSchema.parse(file) as CalibrationFile;
  const key = ({ suite, check, digest }: Calibration) => JSON.stringify([suite, check, digest]);
  const inOrder = [...calibrations].sort((a, b) => byText(key(a), key(b)));
  return [
    '{',
    '  "schemaVersion": 1,',
    `  "judge": ${toJson(judge)},`,
    '  "calibrations": [',
    inOrder.map(toEntry).join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What was written by somebody stays as it is; a menu keeps its order too, as names of one score are compared by it. */
const given = ['menu', 'threshold', 'model'];

function toEntry({ items, ...head }: Calibration): string {
  const fields = Object.entries(head).map(
    ([name, value]) => `      ${toJson(name)}: ${toJson(shown(name, value))},`,
  );
  const rows = [...items].sort((a, b) => byText(a.id, b.id)).map(toLine);
  return ['    {', ...fields, '      "items": [', rows.join(',\n'), '      ]', '    }'].join('\n');
}

function shown(name: string, value: unknown): unknown {
  if (!given.includes(name)) return rounded(value);
  const { settings } = value as Partial<Calibration['model']>;
  return settings === undefined
    ? value
    : { ...(value as object), settings: JSON.parse(canonicalJson(settings)) };
}

const toLine = (item: CalibratedItem) => `        ${toJson(rounded(item))}`;

/** Sums of floating-point numbers, and quantiles, differ in their last digits by machine and order. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(6));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
}
