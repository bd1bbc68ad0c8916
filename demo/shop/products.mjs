/**
 * @typedef {object} Product
 * @property {string} id Stands in URLs.
 * @property {string} name
 * @property {number} priceCents US dollars.
 * @property {string} covers The area that one packet sows.
 * @property {string} description
 * @property {readonly string[]} contents
 */

/** @type {readonly [Product, Product, Product]} */
export const products = [
  {
    id: 'sill',
    name: 'Window sill',
    priceCents: 1200,
    covers: 'A pot or two',
    description: 'Low and long in flower, happy in a pot on the sunny side.',
    contents: ['Dwarf larkspur', 'Alyssum', 'Chamomile'],
  },
  {
    id: 'balcony',
    name: 'Balcony',
    priceCents: 2900,
    covers: '2 m of boxes',
    description: 'Stands up to the wind, and bees find it on the fourth floor.',
    contents: ['Blue larkspur', 'Cornflower', 'Poppy', 'Borage'],
  },
  {
    id: 'garden',
    name: 'Garden',
    priceCents: 6400,
    covers: '20 m² of meadow',
    description: 'Twenty-two native kinds that come back every spring by themselves.',
    contents: ['Tall larkspur', 'Oxeye daisy', 'Field scabious', 'Nineteen more'],
  },
]

/** @param {unknown} id */
export const findProduct = (id) => products.find((product) => product.id === id)
