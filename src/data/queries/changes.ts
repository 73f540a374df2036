/** The latest entries of the change log, latest first, at most `most` of them; texts are cut at `longest` characters. */
export function changeEntries(most: number, longest: number): string {
  const text = `CAST(left("text", ${longest}) AS VARCHAR) AS "text"`;
  return (
    'SELECT CAST(row_id AS INTEGER) AS row_id, change_no, CAST(CAST("at" AS DATE) AS VARCHAR) AS "day", ' +
    `kind, model, line, part, supplier, batch_from, ${text} FROM change WHERE "at" IS NOT NULL ` +
    `ORDER BY "at" DESC, row_id DESC LIMIT ${most}`
  );
}
