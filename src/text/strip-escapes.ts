// CSI and OSC sequences whole, then every other sign that a terminal obeys instead of showing.
const sequences = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)/;
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;
const invisible = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const hostile = new RegExp(`\\r\\n|${sequences.source}|${controls.source}|${invisible.source}`, 'g');

function shown(match: string): string {
  if (match === '\r\n') return '\n';
  if (match.length > 1) return '';
  const code = match.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '\ufffd';
}

/**
 * Text that no terminal obeys: colour and cursor sequences are removed, other control characters are shown as
 * their pictures (`␛`), and marks that reverse or hide text as `\ufffd`. Newlines and tabs stay.
 */
export function stripEscapes(text: string): string {
  return text.replace(hostile, shown).replace(/\p{Surrogate}/gu, '\ufffd');
}
