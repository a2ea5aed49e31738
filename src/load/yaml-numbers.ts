import type { ScalarTag, Tags } from 'yaml';

const isExact = (text: string, value: number) =>
  Number.isFinite(value) && (Number.isSafeInteger(value) || !/^-?\d+$/.test(text));

/** Digits that a double cannot hold stay the text that they are. */
const toNumber = (text: string): number | string => (isExact(text, Number(text)) ? Number(text) : text);

const numberTag = (name: string, test: RegExp): ScalarTag => ({
  identify: (value) => typeof value === 'number',
  default: true,
  tag: `tag:yaml.org,2002:${name}`,
  test,
  resolve: toNumber,
});

/**
 * The numbers that JSON has too. YAML reads more of them (0123 as 123, 0x1F as 31, a 20-digit order number rounded,
 * .inf), and each of those is more often a text that happens to have digits: it stays a text.
 */
export function yamlNumbers(tags: Tags): Tags {
  const others = tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));
  return [
    ...others,
    numberTag('int', /^-?(?:0|[1-9][0-9]*)$/),
    numberTag('float', /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/),
  ];
}
