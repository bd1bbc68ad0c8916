import type { Program } from './program.js'

/**
 * The script that tells the page's global the settings of a program, and that events go to this site.
 *
 * The page says its own origin: behind a proxy only the browser is sure of it.
 *
 * @param path Of the handler: `/t`.
 */
export function settingsScript({ public_id, type, settings }: Program, path: string): string {
  const commands = [
    `"settings","host",location.origin+${literal(path)}`,
    ['program', public_id, 'type', type].map(literal).join(),
    ...Object.entries(settings).map(([name, value]) =>
      ['program', public_id, 'settings', name, value].map(literal).join(),
    ),
  ]
  const statements = commands.map((command) => `o(${command});`).join('\n')
  return `(function(o){\n${statements}\n})(window[window.__partnerObject||'po']);\n`
}

/** ES2018 takes these two separators inside a string, browsers older than that do not. */
const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
