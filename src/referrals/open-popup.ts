import { adoptStyles } from './adopt-styles.js'
import { element } from './element.js'
import { createPhrases } from './phrases.js'
import { styles } from './styles.js'

/** Of the widget, which a page can style in the popup, too. */
const PARTS =
  'root, title, offer, link, button, copy, share, figures, friends, rewards, row, form, email, problem'

/**
 * Shows a widget in a dialog above the page. The browser keeps the focus in it, closes it by Escape and
 * gives the focus back to where it was.
 *
 * @param closed Called once, when the visitor has closed it.
 */
export function openPopup(widget: HTMLElement, closed: () => void): void {
  const { texts } = createPhrases([
    widget.lang,
    document.documentElement.lang,
    ...(navigator.languages ?? []),
  ])
  const host = element('div', { class: 'pollen-popup' })
  const close = element(
    'button',
    { type: 'button', class: 'close', part: 'close', 'aria-label': texts.close },
    '×',
  )
  widget.setAttribute('exportparts', PARTS)
  const dialog = element('dialog', { part: 'dialog', 'aria-label': texts.title }, close, widget)
  close.addEventListener('click', () => dialog.close())
  // The backdrop belongs to the dialog: what is clicked inside of it is something else.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close()
  })
  dialog.addEventListener('close', () => {
    host.remove()
    closed()
  })
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  root.append(dialog)
  document.body.append(host)
  dialog.showModal()
}

function isOutside(dialog: HTMLDialogElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
