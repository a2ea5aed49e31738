import type { Problem } from '../../domain/problem.ts';
import { oneLine } from '../../text/one-line.ts';
import type { Finding } from './finding.ts';

/** How findings are made. A problem says by itself how bad it is, unless the one who looks knows better. */
export const found = {
  good: (code: string, text: string): Finding => ({ level: 'good', code, text }),
  note: (code: string, text: string, next?: string): Finding => ({
    level: 'note',
    code,
    text,
    ...(next ? { next } : {}),
  }),
  problem: (
    { code, severity, message, hint, place }: Problem,
    level: Finding['level'] = severity === 'error' ? 'wrong' : 'warning',
  ): Finding => {
    const where = place && !place.file.startsWith('--') ? `${place.file}:${place.line}:${place.column} ` : '';
    return { level, code, text: `${where}${oneLine(message)}`, ...(hint ? { next: hint } : {}) };
  },
};
