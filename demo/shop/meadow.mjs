// The shop's pictures: flowers drawn from a few numbers, in the colours of the style sheet.
import { html, raw } from './html.mjs'

/**
 * @typedef {object} Flower
 * @property {'larkspur' | 'poppy' | 'cornflower' | 'daisy'} kind
 * @property {number} x Where it stands, in units of the picture.
 * @property {number} height
 * @property {number} [lean] How far its head hangs over, to the right where positive.
 */

/**
 * A row of flowers on the ground; decoration, so screen readers pass over it.
 *
 * @param {readonly Flower[]} flowers
 * @param {{ width: number, height: number }} size In units; the style sheet says how large that is.
 */
export const meadow = (flowers, { width, height }) => html`
  <svg class="meadow" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    ${flowers.map((flower) => raw(draw(flower, height)))}
  </svg>`

/** @type {Record<Flower['kind'], (x: number, y: number, size: number) => string>} */
const HEADS = {
  poppy: (x, y, size) =>
    petals(x, y, size, { count: 5, width: 0.62, length: 0.62, fill: '--poppy' }) +
    disc(x, y, size * 0.26, '--seed'),
  cornflower: (x, y, size) =>
    petals(x, y, size, { count: 9, width: 0.24, length: 0.72, fill: '--cornflower' }) +
    disc(x, y, size * 0.28, '--larkspur-deep'),
  daisy: (x, y, size) =>
    petals(x, y, size, { count: 12, width: 0.2, length: 0.72, fill: '--daisy' }) +
    disc(x, y, size * 0.32, '--sun'),
  larkspur: (x, y, size) =>
    [0, 1, 2, 3, 4, 5, 6]
      .map((step) => {
        const bloom = size * (0.34 + step * 0.07)
        const side = step === 0 ? 0 : (step % 2 ? 1 : -1) * size * 0.26
        return blossom(x + side, y + step * size * 0.44, bloom, step)
      })
      .join(''),
}

/** @param {Flower} flower @param {number} ground */
function draw({ kind, x, height, lean = 0 }, ground) {
  const top = ground - height
  const size = kind === 'larkspur' ? 15 : 19
  const bend = `${fixed(x)} ${fixed(ground - height * 0.55)}`
  const leaf = (/** @type {number} */ side, /** @type {number} */ at) => {
    const y = ground - height * at
    const tip = `${fixed(x + side * 17)} ${fixed(y - 15)}`
    return `<path d="M${fixed(x)} ${fixed(y)}Q${fixed(x + side * 3)} ${fixed(y - 15)} ${tip}Q${fixed(x + side * 15)} ${fixed(y - 1)} ${fixed(x)} ${fixed(y)}" fill="var(--leaf-fill)"/>`
  }
  return (
    `<path d="M${fixed(x)} ${fixed(ground)}Q${bend} ${fixed(x + lean)} ${fixed(top)}" fill="none" stroke="var(--leaf-fill)" stroke-width="2.4" stroke-linecap="round"/>` +
    leaf(1, 0.16) +
    leaf(-1, 0.3) +
    HEADS[kind](x + lean, top, size)
  )
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {{ count: number, width: number, length: number, fill: string }} shape
 */
const petals = (x, y, size, { count, width, length, fill }) =>
  Array.from({ length: count }, (_, index) => {
    const turn = fixed((360 / count) * index)
    return `<ellipse cx="${fixed(x)}" cy="${fixed(y - size * length * 0.72)}" rx="${fixed(size * width)}" ry="${fixed(size * length * 0.72)}" transform="rotate(${turn} ${fixed(x)} ${fixed(y)})" fill="var(${fill})"/>`
  }).join('')

/** @param {number} x @param {number} y @param {number} size @param {number} step */
const blossom = (x, y, size, step) =>
  petals(x, y, size, {
    count: 5,
    width: 0.42,
    length: 0.66,
    fill: step % 3 === 1 ? '--larkspur-deep' : '--larkspur',
  }) + disc(x, y, size * 0.2, '--daisy')

/** @param {number} x @param {number} y @param {number} r @param {string} fill */
const disc = (x, y, r, fill) =>
  `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(r)}" fill="var(${fill})"/>`

/** @param {number} value */
const fixed = (value) => Number(value.toFixed(1))
