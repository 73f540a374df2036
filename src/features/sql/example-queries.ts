export type ExampleName = 'months' | 'rates' | 'failures' | 'closing' | 'repeated' | 'rejected' | 'summary';

export interface Example {
  readonly name: ExampleName;
  readonly sql: string;
}

interface Present {
  /** Columns with at least one value; empty when the dataset has no rows. */
  readonly complaint: ReadonlySet<string>;
  readonly shipment: ReadonlySet<string>;
}

/** Questions that these data can answer. */
export function examplesFor({ complaint, shipment }: Present): Example[] {
  const has = (...columns: string[]) => columns.every((column) => complaint.has(column));
  const grouping = ['model', 'product_family', 'region', 'channel'].find((column) => complaint.has(column));
  const examples: (Example | false)[] = [
    has('received_at') && {
      name: 'months',
      sql: `SELECT strftime(received_at, '%Y-%m') AS month,
  count(*) AS tickets,
  count(*) FILTER (WHERE is_reported) AS complaints,
  count(*) FILTER (WHERE is_quality) AS quality
FROM complaint
GROUP BY ALL
ORDER BY month`,
    },
    has('model') &&
      shipment.has('model') && {
        name: 'rates',
        sql: `WITH sold AS (
  SELECT model, sum(qty)::DOUBLE AS shipped FROM shipment GROUP BY model
), reported AS (
  SELECT model, count(*) AS quality FROM complaint WHERE is_quality GROUP BY model
)
SELECT model, shipped, coalesce(quality, 0) AS quality,
  round(1000 * coalesce(quality, 0) / nullif(shipped, 0), 2) AS per_1000
FROM sold LEFT JOIN reported USING (model)
ORDER BY per_1000 DESC NULLS LAST`,
      },
    has('failure_mode') &&
      grouping !== undefined && {
        name: 'failures',
        sql: `SELECT ${grouping}, failure_mode, count(*) AS quality
FROM complaint
WHERE is_quality
GROUP BY ALL
ORDER BY quality DESC
LIMIT 50`,
      },
    has('received_at', 'closed_at') && {
      name: 'closing',
      sql: `SELECT strftime(received_at, '%Y-%m') AS month,
  count(*) AS closed,
  round(quantile_cont(date_diff('hour', received_at, closed_at) / 24.0, 0.5), 1) AS median_days,
  round(quantile_cont(date_diff('hour', received_at, closed_at) / 24.0, 0.9), 1) AS p90_days
FROM complaint
WHERE closed_at >= received_at
GROUP BY ALL
ORDER BY month`,
    },
    has('serial_no', 'received_at') && {
      name: 'repeated',
      sql: `SELECT serial_no, count(*) AS tickets, min(received_at) AS first, max(received_at) AS latest
FROM complaint
WHERE serial_no IS NOT NULL
GROUP BY serial_no
HAVING count(*) > 1
ORDER BY tickets DESC, latest DESC`,
    },
    {
      name: 'rejected',
      sql: `SELECT source_file, reason, count(*) AS records
FROM rejected
GROUP BY ALL
ORDER BY records DESC`,
    },
    { name: 'summary', sql: `SUMMARIZE ${complaint.size > 0 ? 'complaint' : 'shipment'}` },
  ];
  return examples.filter((example) => example !== false);
}
