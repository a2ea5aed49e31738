/** How hard a model is asked: requests at once, and per second when that is limited. */
export type Pace = { concurrency: number; perSecond?: number };
