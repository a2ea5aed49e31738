import { expect, it } from 'vitest';
import type { GraderTools } from '../../src/domain/grader.ts';
import type { Subject } from '../../src/domain/subject.ts';
import { gradeEntry } from './grade-entry.ts';

/** One row of a grader's table; `reason` is a part of it. */
export type Row = {
  why?: string;
  value: unknown;
  options?: Record<string, unknown>;
  output?: string;
  subject?: Subject;
  tools?: Partial<GraderTools>;
  score?: number;
  passed?: boolean;
  ungraded?: true;
  refused?: string | RegExp;
  reason?: string;
};

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Runs a grader's rows, each a test of its own. Every reason must be one line of at most 400 characters. */
export function gradeRows(name: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const { value, options = {}, output = '', subject = output } = row;
    const title = row.why ?? shorten(JSON.stringify({ value, ...options, output }) ?? '');
    it(`${name}: ${title}`, async () => {
      const graded = () => gradeEntry({ [name]: value, ...options }, subject, row.tools);
      if (row.refused !== undefined) return expect(graded()).rejects.toThrow(row.refused);
      const grade = await graded();
      expect(grade.reason).not.toMatch(/[\x00-\x1f]/);
      expect(grade.reason.length).toBeLessThanOrEqual(400);
      if (row.reason !== undefined) expect(grade.reason).toContain(row.reason);
      if (row.ungraded) return expect(grade.status).toBe('ungraded');
      expect(grade, grade.reason).toMatchObject({ status: 'graded', passed: row.passed ?? row.score === 1 });
      if (row.score !== undefined && grade.status === 'graded')
        expect(grade.score).toBeCloseTo(row.score, 10);
    });
  }
}
