import type { Comparison } from '../../domain/comparison.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from '../terminal/canvas.ts';
import { inputWords } from '../wording/input-words.ts';
import { repeatedWords } from '../wording/repeated-words.ts';
import { usageChange } from '../wording/usage-change.ts';

/** The prompt's two texts, line by line. Long lines are left to the terminal: what is cut off cannot be read. */
function promptDiff({ inputs }: Comparison, on: Canvas): string[] {
  const inkOf = (line: string) => {
    if (/^(?:---|\+\+\+) /.test(line)) return on.strong;
    if (line.startsWith('@@')) return on.quiet;
    if (line.startsWith('+')) return on.good;
    return line.startsWith('-') ? on.bad : (text: string) => text;
  };
  return inputs.flatMap(({ diff }) => {
    if (diff === undefined) return [];
    const lines = toScreen(diff).trimEnd().split('\n');
    return ['', ...lines.map((line) => `  ${inkOf(line)(line)}`.trimEnd())];
  });
}

/** What differs beside the answers: the inputs, what an answer takes, repeats and scores. */
export function changes(comparison: Comparison, isWhole: boolean, on: Canvas): string[] {
  const inputs = comparison.inputs.filter(({ what }) => what !== 'repeat').map(inputWords);
  const nothing = isWhole && comparison.inputs.length === 0 ? ['nothing but the answers differs'] : [];
  const lines = [
    { name: 'changed', parts: inputs.length > 0 ? inputs : nothing },
    { name: 'usage', parts: usageChange(comparison) },
    { name: 'repeats', parts: repeatedWords(comparison) },
  ].filter(({ parts }) => parts.length > 0);
  const row = ({ name, parts }: { name: string; parts: string[] }) =>
    on.paragraph(
      `  ${name.padEnd(7)}  `,
      [{ text: oneLine(toScreen(parts.join(' · '))), mark: on.quiet }],
      6,
    );
  return [
    ...(lines.length > 0 ? ['', ...lines.flatMap(row)] : []),
    ...(isWhole ? promptDiff(comparison, on) : []),
  ];
}
