import type { Arm } from './arm.ts';
import type { Case } from './case.ts';
import type { Request } from './request.ts';
import type { Suite } from './suite.ts';

/** One case × arm × repeat: one request and its grades. */
export type Trial = {
  /** `suite/case#arm#repeat`: unique in the run, the same in a resumed one. */
  id: string;
  suite: Suite;
  arm: Arm;
  case: Case;
  /** Counts from 1. */
  repeat: number;
  request: Request;
};
