import { escapeXml } from '../../text/escape-xml.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';

/** One XML element. Attributes are escaped here; `inside` is markup that is already well-formed. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  inside = '',
): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(stripEscapes(String(value)))}"`)
    .join('');
  return inside === '' ? `<${name}${list}/>` : `<${name}${list}>${inside}</${name}>`;
}
