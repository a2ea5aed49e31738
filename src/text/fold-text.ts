const ascii = /^[\x00-\x7f]*$/;

/**
 * Text made ready to be compared: NFC, and with `ignoreCase` folded (upper, then lower, so that ß meets SS;
 * the Greek final sigma is one with the others).
 */
export function foldText(text: string, ignoreCase = false): string {
  if (ascii.test(text)) return ignoreCase ? text.toLowerCase() : text;
  const composed = text.normalize('NFC');
  return ignoreCase ? composed.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC') : composed;
}
