import { type Canvas, canvas } from '../../reporters/terminal/canvas.ts';
import { isColorful } from '../is-colorful.ts';
import type { World } from '../world.ts';

/** What the commands of the baseline draw on. */
export function screen({ out, env }: World): Promise<Canvas> {
  return canvas({ color: isColorful(out, env), width: out.width });
}
