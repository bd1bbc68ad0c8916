import { element } from './element.js'
import type { Phrases } from './phrases.js'

/**
 * Where somebody without an account asks for a link.
 *
 * @param request Resolves with `undefined` for what is no e-mail address.
 * @param show Puts the link in place of the form.
 */
export function renderForm(
  { texts }: Phrases,
  request: (email: string) => Promise<string | undefined>,
  show: (link: string) => void,
): Node {
  const input = element('input', {
    id: 'email',
    type: 'email',
    name: 'email',
    autocomplete: 'email',
    required: true,
    dir: 'ltr',
    part: 'email',
    'aria-describedby': 'problem',
  })
  const problem = element('p', {
    id: 'problem',
    class: 'status bad',
    role: 'alert',
    part: 'problem',
  })
  const form = element(
    'form',
    // What is asked for here is no account: form capture would report a sign-up.
    { part: 'form', novalidate: true, 'data-po-ignore': true },
    element('label', { for: 'email' }, texts.yourEmail),
    element(
      'div',
      { class: 'row' },
      input,
      element('button', { class: 'main', part: 'button get-link' }, texts.getLink),
    ),
    problem,
    element('slot', { name: 'note' }),
  )

  const complain = (text: string) => {
    problem.textContent = text
    input.setAttribute('aria-invalid', 'true')
    input.focus()
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (form.getAttribute('aria-busy') === 'true') return
    problem.textContent = ''
    if (!input.checkValidity()) return complain(texts.emailWrong)
    form.setAttribute('aria-busy', 'true')
    try {
      const link = await request(input.value)
      if (link === undefined) complain(texts.emailWrong)
      else show(link)
    } catch {
      problem.textContent = texts.failed
    } finally {
      form.removeAttribute('aria-busy')
    }
  })
  return form
}
