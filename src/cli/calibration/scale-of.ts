import { type LabelScale, labelScale, type Scale } from '../../analyze/calibration/label-scale.ts';
import type { Check } from '../../domain/check.ts';

const passOrFail = { menu: { fail: 0, pass: 1 }, threshold: 1 };

/** What people may say of an output to the question of a check: the names on its menu, else pass or fail. */
export function scaleOf({ grader, value, options, threshold }: Check): Scale & { scale: LabelScale } {
  const menu = grader.menu?.({ value, options });
  const known = menu ? { menu, threshold: threshold ?? grader.threshold ?? 1 } : passOrFail;
  return { ...known, scale: labelScale(known) };
}
