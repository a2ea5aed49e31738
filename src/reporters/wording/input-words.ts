import type { InputChange } from '../../domain/comparison.ts';
import { truncate } from '../../text/truncate.ts';

const longest = 60;
const names: Record<InputChange['what'], string> = {
  prompt: 'prompt',
  model: 'model',
  served: 'served as',
  settings: 'settings',
  options: 'options',
  graders: 'graders',
  files: 'files',
  repeat: 'repeats',
};

/** `prompt refund@v3 → refund@v4`; of graders how many cases they differ for. */
export function inputWords({ what, before, after }: InputChange): string {
  const side = (text: string) => (text === '' ? '(none)' : truncate(text, longest));
  if (what === 'graders') return `graders: ${side(after)}`;
  return `${names[what]} ${side(before)} → ${side(after)}`;
}
