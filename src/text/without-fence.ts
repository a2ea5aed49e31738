/** The text without the one ``` fence that wraps all of it; the trimmed text when there is none. The fence may share lines with the text. */
export function withoutFence(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('```')) return trimmed;
  const opened = trimmed.replace(/^```[ \t]*(?:jsonc?|json5)?(?=[\s[{"\-\d]|$)/i, '');
  return (opened.endsWith('```') ? opened.slice(0, -3) : opened).trim();
}
