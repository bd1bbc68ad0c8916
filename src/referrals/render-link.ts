import { element } from './element.js'
import type { Phrases } from './phrases.js'
import { shareLinks } from './share-links.js'

/** A link to copy, and the ways to pass it on. */
export function renderLink(
  link: string,
  program: string,
  { texts, fill }: Phrases,
  shareText: string | undefined,
): Node[] {
  const subject = fill(texts.shareSubject, { program })
  const text = shareText ?? fill(texts.shareText, { program })
  const input = element('input', {
    id: 'link',
    part: 'link',
    readonly: true,
    dir: 'ltr',
    value: link,
  })
  const status = element('p', { class: 'status', role: 'status', part: 'status' })
  const copy = element('button', { type: 'button', class: 'main', part: 'button copy' }, texts.copy)
  copy.addEventListener('click', async () => {
    status.textContent = ''
    status.textContent = (await copied(input)) ? texts.copied : texts.copyByHand
  })
  input.addEventListener('focus', () => input.select())

  const share = shareLinks(link, subject, text).map(({ by, name, href }) =>
    element(
      'li',
      {},
      element(
        'a',
        { href, part: `share ${by}`, target: '_blank', rel: 'noopener noreferrer' },
        name ?? texts.email,
      ),
    ),
  )
  return [
    element(
      'div',
      {},
      element('label', { for: 'link' }, texts.yourLink),
      element('div', { class: 'row' }, input, copy),
      status,
    ),
    element(
      'div',
      {},
      element('p', { class: 'label', id: 'share' }, texts.share),
      element(
        'ul',
        { class: 'row share', part: 'share-list', 'aria-labelledby': 'share' },
        ...share,
        deviceShare(texts.shareMore, { title: subject, text, url: link }),
      ),
    ),
  ]
}

/** What the device itself has for sharing, where it has something. */
function deviceShare(label: string, data: ShareData): Node | undefined {
  if (typeof navigator.share !== 'function') return undefined
  const button = element('button', { type: 'button', part: 'share device' }, label)
  button.addEventListener('click', () => {
    // Who changes their mind has done nothing wrong.
    navigator.share(data).catch(() => {})
  })
  return element('li', {}, button)
}

/** @returns Whether it is in the clipboard; if not, it is marked. */
async function copied(input: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(input.value)
    return true
  } catch {
    // Without https, or in a frame that may not.
    input.focus()
    input.select()
    return document.execCommand('copy')
  }
}
