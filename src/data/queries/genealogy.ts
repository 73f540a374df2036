/** Who consumed what, by kind of child, so that quantities of one kind can be shares: lots by part, sub-batches by model. */
const LINKS =
  "SELECT r.parent, r.child, coalesce(l.kind, b.kind, 'other') AS kind, sum(CASE WHEN r.qty > 0 THEN r.qty END) AS qty FROM consumption AS r " +
  "LEFT JOIN (SELECT lot_no, min('lot ' || coalesce(part_no, part_name, part_family, '')) AS kind FROM material_lot GROUP BY lot_no) AS l ON l.lot_no = r.child " +
  "LEFT JOIN (SELECT batch_no, min('batch ' || coalesce(model, '')) AS kind FROM batch GROUP BY batch_no) AS b ON b.batch_no = r.child " +
  'WHERE r.parent IS NOT NULL AND r.parent <> r.child GROUP BY r.parent, r.child, 3';

const NODES =
  'SELECT no, CAST(row_number() OVER (ORDER BY no) - 1 AS INTEGER) AS id FROM (SELECT parent AS no FROM consumption WHERE parent IS NOT NULL UNION SELECT child FROM consumption WHERE parent IS NOT NULL)';

/** One row a number that has a part in a recorded consumption, in the order of their places: `no`, and of material lots `lot` (true), `supplier` and `part`, what is delivered (its family, else number, else name). */
export function genealogyNodes(): string {
  return (
    `SELECT n.no, l.lot_no IS NOT NULL AS lot, l.supplier, l.part FROM (${NODES}) AS n ` +
    'LEFT JOIN (SELECT lot_no, min(supplier) AS supplier, min(coalesce(part_family, part_no, part_name)) AS part FROM material_lot GROUP BY lot_no) AS l ON l.lot_no = n.no ORDER BY n.id'
  );
}

/** Millionths in a share. */
export const SHARE_PARTS = 1_000_000;

/**
 * Triples of integers a recorded link: place of the parent, of the child, and the share (in millionths) of the parent's units that have the
 * child: its quantity among all children of its kind. Without quantities all of a kind have the same share. Material issued to a line has
 * no parent: such links would be inferred, and are not here.
 */
export function genealogyLinks(): string {
  const share = `CASE WHEN count(qty) OVER kinds = count(*) OVER kinds THEN qty / sum(qty) OVER kinds ELSE 1.0 / count(*) OVER kinds END`;
  return (
    `WITH link AS (${LINKS}), node AS (${NODES}) ` +
    `SELECT unnest([parent, child, CAST(round(${SHARE_PARTS} * share) AS INTEGER)]) AS v FROM (SELECT p.id AS parent, c.id AS child, share ` +
    `FROM (SELECT parent, child, ${share} AS share FROM link WINDOW kinds AS (PARTITION BY parent, kind)) AS s ` +
    'JOIN node AS p ON p.no = s.parent JOIN node AS c ON c.no = s.child ORDER BY p.id, c.id)'
  );
}
