import { expect, test } from 'vitest';
import { urgentLine } from '../../src/flow/urgent-line.ts';

test('the urgent go first, else who came first; who leaves is not called', () => {
  const line = urgentLine<string>();
  for (const one of ['trial 1', 'judge 1', 'trial 2', 'judge 2', 'trial 3'])
    line.join(one, one.startsWith('judge'));
  line.leave('trial 2');
  expect(line.leaveWhere((one) => one.endsWith('3'))).toEqual(['trial 3']);
  const called: string[] = [];
  for (let next = line.first(); next; next = line.first()) {
    called.push(next);
    line.leave(next);
  }
  expect(called).toEqual(['judge 1', 'judge 2', 'trial 1']);
  expect(line.size()).toBe(0);
});
