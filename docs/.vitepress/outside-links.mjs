import { posix } from 'node:path'

/**
 * Makes a link out of `docs/` (`../deploy/Caddyfile`) plain text: on the site there is nothing behind
 * it, in the repository there is.
 */
export function outsideLinks(markdown) {
  markdown.core.ruler.push('outside-links', ({ tokens, env }) => {
    const folder = posix.dirname(env.relativePath ?? '')
    for (const { children } of tokens) {
      let isOutside = false
      for (const token of children ?? []) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null
        if (href !== null) {
          isOutside = /^[\w.]/.test(href) && !/^\w+:/.test(href) && leaves(folder, href)
        }
        if (!isOutside || !token.type.startsWith('link_')) continue
        if (token.type === 'link_close') isOutside = false
        token.type = 'text'
        token.tag = ''
        token.nesting = 0
        token.content = ''
      }
    }
  })
}

const leaves = (folder, href) => posix.join(folder, href).startsWith('..')
