/** As the page's Content Security Policy lets our script in, for browsers that need a style element. */
const nonce = typeof document === 'undefined' ? '' : (document.currentScript?.nonce ?? '')

/**
 * Gives a shadow tree its styles, by a constructed sheet, which no Content Security Policy forbids;
 * where a browser has none, by an element with the nonce of our script.
 */
export function adoptStyles(root: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const style = document.createElement('style')
  if (nonce) style.nonce = nonce
  style.textContent = css
  root.prepend(style)
}
