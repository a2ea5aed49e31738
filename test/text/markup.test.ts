import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/text/escape-markdown.ts';
import { escapeXml } from '../../src/text/escape-xml.ts';
import { fence } from '../../src/text/fence.ts';
import { toJson } from '../../src/text/to-json.ts';

test.each([
  ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
  [']]>', ']]&gt;'],
  ['a\nb\tc\r', 'a&#10;b&#9;c&#13;'],
  ['\u0000\u0008\u001b', '␀␈␛'],
  ['\ufffe\uffff\ud800', '\ufffd\ufffd\ufffd'],
  ['𝄞', '𝄞'],
])('XML of %j', (text, xml) => expect(escapeXml(text)).toBe(xml));

test.each([
  ['plain', '<code>plain</code>'],
  ['<b>|`x`|</b>\n@me', '<code>&#60;b&#62;&#124;&#96;x&#96;&#124;&#60;/b&#62; &#64;me</code>'],
  ['www.evil.example', '<code>www&#46;evil.example</code>'],
])('markdown of %j', (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

test.each([
  ['x', '```text\nx\n```'],
  ['``` and ````', '`````text\n``` and ````\n`````'],
])('a fence round %j', (text, block) => expect(fence(text)).toBe(block));

test('JSON that may be printed and still says the same', () => {
  const value = { text: '\u009b\u202e\u2028\u007f \ud800 𝄞' };
  const printed = toJson(value);
  expect(printed).toBe('{"text":"\\u009b\\u202e\\u2028\\u007f \\ud800 𝄞"}');
  expect(JSON.parse(printed)).toEqual(value);
});
