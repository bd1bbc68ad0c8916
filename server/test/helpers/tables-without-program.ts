/** `from t as a`, `join t`, `update t`, `insert into t`. */
const REFERENCE = /\b(from|join|update|into) (\w+)(?: as (\w+))?/g

/** Where conditions begin, and what comes after them. */
const CONDITIONS = /\b(?:where|on(?!\s+conflict))\b/
const REST = /\b(?:order by|group by|returning)\b.*$/

/**
 * Which tables of ours a statement touches without naming the program whose rows it means: by a
 * condition on `program_id` where rows are read, changed or deleted, by a value for it where they are
 * inserted. Each subquery has to do so for itself.
 *
 * @param sql One statement.
 * @param tables Those of ours.
 */
export function tablesWithoutProgram(sql: string, tables: ReadonlySet<string>): string[] {
  const text = sql
    .replace(/'(?:[^']|'')*'/g, '?')
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
  return selects(text).flatMap((select) => unnamed(select, tables))
}

/** The statement and each of its subqueries, every one without those inside it. */
function selects(text: string): string[] {
  const found: string[] = []
  const open: { text: string; isSelect: boolean }[] = [{ text: '', isSelect: true }]
  for (const part of text.split(/([()])/)) {
    const inner = open.at(-1) as { text: string; isSelect: boolean }
    if (part === '(') open.push({ text: '', isSelect: false })
    else if (part === ')') {
      open.pop()
      const outer = open.at(-1) as { text: string }
      if (inner.isSelect) found.push(inner.text)
      outer.text += inner.isSelect ? ' ? ' : `(${inner.text})`
    } else {
      inner.isSelect ||= inner.text === '' && /^\s*(select|with|insert|update|delete)\b/.test(part)
      inner.text += part
    }
  }
  return [...found, open[0]?.text ?? ''].flatMap((select) => select.split(/\bunion(?: all)?\b/))
}

function unnamed(select: string, tables: ReadonlySet<string>): string[] {
  const conditions = select.split(CONDITIONS).slice(1).join(' and ').replace(REST, '')
  return [...select.matchAll(REFERENCE)].flatMap(([, word, table = '', alias = table]) => {
    if (!tables.has(table)) return []
    const isNamed =
      word === 'into'
        ? new RegExp(`into ${table} \\([^)]*\\bprogram_id\\b`).test(select)
        : isCondition(conditions, alias)
    return isNamed ? [] : [table]
  })
}

/** Whether `program_id`, bare or of this table, is compared or stands in a row that is. */
function isCondition(conditions: string, alias: string): boolean {
  const column = `(?:(?<![.\\w])|\\b${alias}\\.)program_id`
  return new RegExp(`${column} ?(?:=|in\\b|,|\\))|= ?${column}`).test(conditions)
}
