import { expect, test } from 'vitest';
import { toScreen } from '../../src/text/to-screen.ts';

test.each([
  ['std::vector', 'std::vector'],
  ['::error::forged', ': :error::forged'],
  ['fine\n  ::add-mask::x', 'fine\n  : :add-mask::x'],
  ['\u001b[0m::error::x', ': :error::x'],
  ['see ##[add-mask]x and ##vso[task]', 'see # #[add-mask]x and # #vso[task]'],
  ['## Heading [1]', '## Heading [1]'],
])('%j becomes %j', (text, shown) => expect(toScreen(text)).toBe(shown));
