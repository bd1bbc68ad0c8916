/** What a page says of a widget by command. */
export interface WidgetOptions {
  program_id: string
  /** A widget token, or an address of the site's own that answers with one for who is signed in. */
  token?: string
  token_url?: string
  /** Of a customer, whose link alone is shown. */
  customer_key?: string
  /** The server, where it is not the one that the script came from. */
  host?: string
  /** BCP 47; by default the page's language, then the browser's. */
  lang?: string
  /** What a message says beside the link. */
  share_text?: string
}

/** A widget as these options describe it. */
export function widgetOf(options: WidgetOptions): HTMLElement {
  if (!options?.program_id)
    throw new TypeError('program_id is missing: say whose referrals to show')
  const { program_id: program, token, token_url, customer_key, host, lang, share_text } = options
  const widget = document.createElement('pollen-referrals')
  const attributes = {
    program,
    token,
    'token-url': token_url,
    'customer-key': customer_key,
    host,
    lang,
    'share-text': share_text,
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value) widget.setAttribute(name, String(value))
  }
  return widget
}
