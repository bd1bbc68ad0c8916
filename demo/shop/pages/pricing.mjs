import { Router } from 'express'
import { html } from '../html.mjs'
import { meadow } from '../meadow.mjs'
import { priceText } from '../money.mjs'
import { products } from '../products.mjs'

/** @typedef {import('../products.mjs').Product} Product */

/** @param {import('../shop.mjs').Shop} shop */
export const pricingPage = ({ show }) =>
  Router().get('/pricing', (request, response) =>
    show(request, response, { title: 'Seeds and prices', main }),
  )

/** @type {Record<string, readonly import('../meadow.mjs').Flower[]>} */
const PICTURES = {
  sill: [
    { kind: 'daisy', x: 118, height: 62, lean: -5 },
    { kind: 'larkspur', x: 150, height: 104 },
    { kind: 'daisy', x: 182, height: 76, lean: 5 },
  ],
  balcony: [
    { kind: 'cornflower', x: 84, height: 84, lean: -6 },
    { kind: 'larkspur', x: 118, height: 122 },
    { kind: 'poppy', x: 150, height: 82, lean: 6 },
    { kind: 'cornflower', x: 182, height: 108, lean: 5 },
    { kind: 'larkspur', x: 216, height: 96 },
  ],
  garden: [
    { kind: 'daisy', x: 40, height: 70, lean: -4 },
    { kind: 'larkspur', x: 72, height: 118 },
    { kind: 'poppy', x: 104, height: 90, lean: -6 },
    { kind: 'cornflower', x: 134, height: 116, lean: 5 },
    { kind: 'larkspur', x: 166, height: 132 },
    { kind: 'daisy', x: 196, height: 84, lean: 5 },
    { kind: 'poppy', x: 228, height: 108, lean: 7 },
    { kind: 'cornflower', x: 260, height: 74, lean: 5 },
  ],
}

/** @param {Product} product */
const packet = ({ id, name, priceCents, covers, description, contents }) => html`
  <li class="card packet">
    <div class="picture">${meadow(PICTURES[id] ?? [], { width: 300, height: 150 })}</div>
    <div class="text">
      <div class="name"><h2>${name}</h2><span class="price">${priceText(priceCents)}</span></div>
      <p class="muted">${covers}</p>
      <p>${description}</p>
      <ul>${contents.map((kind) => html`<li>${kind}</li>`)}</ul>
      <a class="button" href="/checkout?product=${id}">Buy ${name}</a>
    </div>
  </li>`

const main = html`
  <div class="stack">
    <h1>Three meadows</h1>
    <p class="lede">One packet sows the area it names, once, and flowers for years. Shipping is free.</p>
  </div>
  <ul class="packets">${products.map(packet)}</ul>`
