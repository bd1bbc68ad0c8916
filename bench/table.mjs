/**
 * Prints a Markdown table.
 *
 * @param {string[]} columns
 * @param {(string | number)[][]} rows Numbers are shown with thousands separators.
 */
export function printTable(columns, rows) {
  const text = (cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)
  const line = (cells) => `| ${cells.map(text).join(' | ')} |`
  console.log(
    [
      '',
      line(columns),
      line(columns.map((_, index) => (index ? '---:' : '---'))),
      ...rows.map(line),
      '',
    ].join('\n'),
  )
}
