import { html, raw, scriptLiteral } from './html.mjs'

/**
 * The tracking snippet for the head of every page, as it was built, with its placeholders filled.
 *
 * @param {string} template The text of `dist/snippet.html`.
 * @param {readonly [string, ...string[]]} publicIds Of the programs that the page takes part in.
 * @returns {(host: string) => import('./html.mjs').Html} Takes the origin that serves the script.
 */
export const createSnippet = (template, [first, ...others]) => {
  const snippet = template.replaceAll('PROGRAM_ID', first)
  const further = others.map((id) => html`  po('program', ${scriptLiteral(id)}, 'load')\n`)
  return (host) => html`${raw(snippet.replaceAll('https://POLLEN_HOST', host))}
<script>
${further}</script>`
}
