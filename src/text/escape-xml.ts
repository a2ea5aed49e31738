/** What XML 1.0 forbids in any form: shown as control pictures or as `\ufffd`. */
function visible(match: string): string {
  const code = match.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any text, fit for an XML 1.0 text or a quoted attribute; newlines and tabs survive in both. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, visible)
    .replace(/[&<>"'\t\n\r]/g, (sign) => entities[sign] as string);
}
