/** HTML that needs no more escaping; only `html` and `raw` make it. */
/** @typedef {{ readonly markup: string }} Html */

/**
 * What may stand in a template: text is escaped, `false`, `null` and `undefined` leave nothing, lists
 * stand one after the other.
 * @typedef {Piece | readonly (Piece | readonly Piece[])[]} Fragment
 */
/** @typedef {Html | string | number | boolean | null | undefined} Piece */

/**
 * A template for markup that escapes whatever is put into it, in text and in quoted attributes.
 *
 * @param {TemplateStringsArray} strings
 * @param {...Fragment} values
 * @returns {Html}
 */
export const html = (strings, ...values) => ({
  markup: strings.reduce((before, after, index) => before + render(values[index - 1]) + after),
})

/**
 * Markup of our own, taken as it is.
 * @param {string} markup
 * @returns {Html}
 */
export const raw = (markup) => ({ markup })

/**
 * A JavaScript literal of `value` for an inline script: `</script>` inside a string cannot end it.
 * @param {unknown} value
 */
export const scriptLiteral = (value) => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * @param {Fragment} value
 * @returns {string}
 */
function render(value) {
  if (value === undefined || value === null || typeof value === 'boolean') return ''
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map(render).join('')
}
