import { defineGrader } from '../domain/grader.ts';
import { foldText } from '../text/fold-text.ts';
import { quote } from '../text/quote.ts';
import { someTexts } from './some-texts.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** The end of the output. */
export const endsWith = defineGrader({
  name: 'ends-with',
  summary: 'The output ends with this text, or with one of these.',
  example: 'ends-with: "Kind regards"',
  value: someTexts,
  options: textOptions,
  grade({ value, options: { ignoreCase, trim } }, { answer }) {
    const fold = (text: string) => foldText(trim ? text.trim() : text, ignoreCase);
    const output = fold(answer.text);
    const passed = value.some((text) => output.endsWith(fold(text)));
    const found = quote(`${answer.text.length > 58 ? '…' : ''}${answer.text.trimEnd().slice(-58)}`, 60);
    return verdict.of(
      passed,
      `expected the output to end with ${value.map((text) => quote(text, 40)).join(' or ')}; it ends ${found}`,
    );
  },
});
