import type { Ruling } from './rate-laws.mjs';

export type HeaderStyle = 'openai' | 'anthropic' | 'plain' | 'ietf' | 'retry-after' | 'none';
export function rateHeaders(style: HeaderStyle, ruling: Ruling, now: Date): Record<string, string>;
