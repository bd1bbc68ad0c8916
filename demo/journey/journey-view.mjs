import { html } from '../shop/html.mjs'
import { stations } from './stations.mjs'

/** @typedef {import('./journeys.mjs').Journey} Journey */
/** @typedef {import('./journeys.mjs').Step} Step */
/** @typedef {import('./exchange.mjs').Exchange} Exchange */

/** What stands on the page until somebody comes: an empty journey, and how to begin one. */
export const emptyJourney = () =>
  journeyView({ visitor: '', number: 0, steps: [] }, 'Nobody has come yet: open Jane’s link')

/**
 * One visitor's way along the five stations. The script of the page adds steps to it as they happen.
 *
 * @param {Journey} journey
 * @param {string} [title]
 */
export const journeyView = ({ visitor, number, steps }, title = `Visitor ${number}`) => html`
  <article class="journey" data-visitor="${visitor}" aria-labelledby="visitor-${number}">
    <h2 id="visitor-${number}">${title}</h2>
    <ol class="stations">
      ${stations.map(({ name, title, waitsFor }, index) => {
        const reached = steps.filter(({ station }) => station === name)
        return html`<li class="station" data-station="${name}" ${reached.length > 0 && html`data-reached`}>
          <span class="number" aria-hidden="true">${index + 1}</span>
          <h3>${title}</h3>
          <p class="waits">${waitsFor}</p>
          <ol class="steps">${reached.map(stepView)}</ol>
        </li>`
      })}
    </ol>
  </article>`

/** @param {Step} step */
export const stepView = ({ id, at, sentence, exchange, program }) => html`
  <li class="step" id="${id}">
    <p class="sentence">${sentence}</p>
    <p class="when">${program && html`<span class="program">${program}</span>`}
      <time datetime="${new Date(at).toISOString()}">${clock(at)}</time></p>
    ${exchangeView(exchange)}
  </li>`

/** @param {Exchange} exchange */
const exchangeView = ({ method, path, headers, body, httpStatus, answer }) => html`
  <details class="exchange" open>
    <summary><span class="method">${method}</span> <span class="path">${path}</span>
      <span class="status" ${httpStatus === undefined && html`data-missing`}>${httpStatus ?? 'no answer'}</span></summary>
    <div class="bodies">
      ${code('Request', [headerLines(headers), json(body)].filter(Boolean).join('\n\n'))}
      ${answer !== undefined && code('Answer', json(answer))}
    </div>
  </details>`

/** @param {string} label @param {string} text */
const code = (label, text) => html`<figure>
    <figcaption>${label}</figcaption>
    <pre tabindex="0" aria-label="${label}"><code>${text}</code></pre>
  </figure>`

/** @param {Record<string, string>} headers */
const headerLines = (headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** @param {unknown} value */
const json = (value) => (value === undefined ? '' : JSON.stringify(value, undefined, 2))

/** @param {number} at */
const clock = (at) => new Date(at).toLocaleTimeString('en-GB')
