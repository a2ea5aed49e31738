import type { ArmSummary, Cause } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';

const mostShown = 5;
const titles: Record<Cause['status'], string> = {
  errored: 'Errored: the model could not be asked. Not counted as failed.',
  ungraded: 'Ungraded: there is an answer, but no verdict on it. Not counted as failed.',
};

function section(status: Cause['status'], arm: ArmSummary, on: Canvas): string[] {
  const causes = (arm.causes ?? []).filter((cause) => cause.status === status);
  if (causes.length === 0) return [];
  const shown = causes.slice(0, mostShown);
  const more = arm.counts[status] - shown.reduce((sum, cause) => sum + cause.trials, 0);
  const lines = shown.flatMap(({ trials, message, case: example }) => {
    const text = [
      { text: `${oneLine(toScreen(message))} `, mark: (plain: string) => plain },
      { text: ` ${trials > 1 ? 'e.g. ' : ''}${oneLine(toScreen(example))}`, mark: on.quiet },
    ];
    return on.paragraph(`    ${String(trials).padStart(4)} × `, text, 3);
  });
  const rest = more > 0 ? [on.quiet(`    … and ${count(more, 'more trial')} for other reasons`)] : [];
  const title = { text: titles[status], mark: (text: string) => on.unsure(on.strong(text)) };
  return ['', ...on.paragraph('  ', [title]), ...lines, ...rest];
}

/** Why trials have no verdict, the most frequent reason first. */
export function causes(arm: ArmSummary, on: Canvas): string[] {
  return [...section('errored', arm, on), ...section('ungraded', arm, on)];
}
