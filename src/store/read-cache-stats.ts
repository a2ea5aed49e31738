import type { Database } from './database.ts';

/** What is in the cache, by whom it is. Bytes are those of requests and answers; milliseconds those that asking took. */
export type CacheStats = {
  model: string;
  answers: number;
  bytes: number;
  askedMs: number;
  oldest: Date;
  newest: Date;
};

const select = `
  SELECT coalesce(arms.provider || ':' || arms.model, 'unknown') AS model, count(*) AS answers,
    sum(length(CAST(answer AS BLOB)) + length(CAST(messages AS BLOB))) AS bytes,
    sum(CASE WHEN json_valid(answer) THEN coalesce(json_extract(answer, '$.ms.total'), 0) ELSE 0 END) AS asked,
    min(at) AS oldest, max(at) AS newest
  FROM answers LEFT JOIN arms ON arms.digest = answers.arm
  GROUP BY 1 ORDER BY 2 DESC, 1
`;

/** Counts the answers of each model, the most first. */
export function readCacheStats(database: Database): CacheStats[] {
  return database
    .prepare(select)
    .all()
    .map(({ model, answers, bytes, asked, oldest, newest }) => ({
      model: String(model),
      answers: Number(answers),
      bytes: Number(bytes),
      askedMs: Number(asked),
      oldest: new Date(Number(oldest)),
      newest: new Date(Number(newest)),
    }));
}
