import type { EarlyStop } from '../../domain/early-stop.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';

/** What is said when an arm is not asked any more. */
export const tellStop = ({ suite, arm, verdict, after, of }: EarlyStop): string =>
  `${suite} · ${arm}: ${verdict} is proven after ${thousands(after)} of ${count(of, 'case')}; the rest is not asked.`;
