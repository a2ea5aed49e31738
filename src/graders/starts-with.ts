import { defineGrader } from '../domain/grader.ts';
import { foldText } from '../text/fold-text.ts';
import { quote } from '../text/quote.ts';
import { someTexts } from './some-texts.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** The start of the output. */
export const startsWith = defineGrader({
  name: 'starts-with',
  summary: 'The output begins with this text, or with one of these.',
  example: 'starts-with: "Dear "',
  value: someTexts,
  options: textOptions,
  grade({ value, options: { ignoreCase, trim } }, { answer }) {
    const fold = (text: string) => foldText(trim ? text.trim() : text, ignoreCase);
    const output = fold(answer.text);
    const passed = value.some((text) => output.startsWith(fold(text)));
    const found = quote(answer.text.trimStart(), 60);
    return verdict.of(
      passed,
      `expected the output to begin with ${value.map((text) => quote(text, 40)).join(' or ')}; it begins ${found}`,
    );
  },
});
