import { join } from 'node:path';

/** The files of one run, by what is in them. */
export function runFolder(root: string, id: string) {
  const folder = join(root, '.evals', 'runs', id);
  return {
    folder,
    run: join(folder, 'run.json'),
    trials: join(folder, 'trials.jsonl'),
    /** Long messages that many trials share, once each. */
    texts: join(folder, 'texts.jsonl'),
    /** What happened beside the trials. */
    events: join(folder, 'events.jsonl'),
    /** What the run is held against, as it was when the run began. */
    baselines: join(folder, 'baselines.json'),
    /** How its judges were found to grade, as far as that was known when the run began. */
    judges: join(folder, 'judges.json'),
    /** Labelled outputs that were put before its judges again. */
    judgedAgain: join(folder, 'judge-canary.jsonl'),
    /** Fresh answers beside the trials: to cases that flipped, and of the baseline's own arms. */
    redraws: join(folder, 'redraws.jsonl'),
    canary: join(folder, 'canary.jsonl'),
    /** What looking after every case came to. */
    stopped: join(folder, 'stopped.json'),
    summary: join(folder, 'summary.json'),
    lock: join(folder, 'lock'),
    ignore: join(root, '.evals', '.gitignore'),
  };
}
