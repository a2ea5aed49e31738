import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { parseRunOptions, type RunOptions } from '../parse-run-options.ts';
import { Refusal } from '../refusal.ts';

/** What was typed behind `evals judge calibrate`. */
export type CalibrationOptions = {
  judge: string;
  /** A path as it was given. */
  labels: string;
  /** Of labels of several suites or checks, only these are meant; those that say neither are taken to be of them. */
  suite?: string;
  check?: string;
  /** How often some items are judged again. */
  times: number;
  padding: boolean;
  isJson: boolean;
  manner: RunOptions;
};

const usualTimes = 3;

/** Reads them. Throws a `Refusal` that names every flag with a wrong value. */
export function parseCalibrationOptions(input: CommandInput): CalibrationOptions {
  const { arguments: given, options } = input;
  const wrong: string[] = [];
  const text = (name: string) => {
    const value = options[name];
    if (typeof value === 'string' && value.trim() === '')
      wrong.push(`--${name} needs a value, not "${value}"`);
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const [judge, labels, suite, check] = [
    (given.judge as string).trim(),
    text('labels'),
    text('suite'),
    text('check'),
  ];
  const times = text('repeat') ?? String(usualTimes);
  if (judge === '') wrong.push('the judge needs a name, as under judges: of the config, or provider:model');
  if (labels === undefined)
    wrong.push('--labels needs the file with the labels, such as evals/labels/<suite>.<check>.jsonl');
  if (!/^[1-9]\d?$/.test(times)) wrong.push(`--repeat needs a whole number from 1 to 99, not "${times}"`);
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return {
    judge,
    labels: labels!,
    ...(suite === undefined ? {} : { suite }),
    ...(check === undefined ? {} : { check }),
    times: Number(times),
    padding: options.padding !== false,
    isJson: options.json === true,
    manner: parseRunOptions(input),
  };
}
