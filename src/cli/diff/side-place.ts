import type { World } from '../world.ts';

/** Where references are looked up: the project's root (absolute), and only this suite when one is named. */
export type SidePlace = { root: string; world: World; suite?: string | undefined };
