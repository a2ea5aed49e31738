import { encryptMessage } from './holdout/encrypt-message.ts';
import type { SealRow } from './sealed-rows.ts';

/**
 * What seals the rows of each suite to its recipients (public age keys, by the name of the suite), as the base64 of an age
 * message: `jq -r .sealed | base64 -d | age -d -i key` opens a line.
 */
export function sealTo(recipients: ReadonlyMap<string, readonly string[]>): SealRow {
  return async (suite, text) => {
    const armoured = await encryptMessage(text, recipients.get(suite) ?? []);
    return armoured
      .split('\n')
      .filter((line) => !line.startsWith('-----'))
      .join('');
  };
}
