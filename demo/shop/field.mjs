import { html } from './html.mjs'

/**
 * @typedef {object} FieldOptions
 * @property {string} name
 * @property {string} label
 * @property {string} [type]
 * @property {string} autocomplete See https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
 * @property {string} [hint]
 * @property {import('./html.mjs').Html} [limits] Further attributes, for the browser's own check.
 */

/**
 * A labelled input that keeps what was typed (never a password) and says what is wrong with it.
 *
 * @param {FieldOptions} options
 * @param {import('./forms.mjs').Values} values
 * @param {import('./forms.mjs').Errors} errors
 */
export function field({ name, label, type = 'text', autocomplete, hint, limits }, values, errors) {
  const error = errors[name]
  const isFirstError = error !== undefined && Object.keys(errors)[0] === name
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required
      value="${type === 'password' ? '' : values[name]}" ${limits}
      ${notes && html`aria-describedby="${notes}"`} ${error && html`aria-invalid="true"`}
      ${isFirstError && html`autofocus`}>
    ${error && html`<p class="error" id="${name}-error">${error}</p>`}
  </div>`
}
