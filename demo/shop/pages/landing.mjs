import { Router } from 'express'
import { html } from '../html.mjs'
import { meadow } from '../meadow.mjs'

/** @param {import('../shop.mjs').Shop} shop */
export const landingPage = ({ show }) =>
  Router().get('/', (request, response) => show(request, response, { title: 'Wildflowers', main }))

const picture = meadow(
  [
    { kind: 'daisy', x: 30, height: 96, lean: -4 },
    { kind: 'larkspur', x: 74, height: 208 },
    { kind: 'poppy', x: 112, height: 128, lean: 8 },
    { kind: 'cornflower', x: 150, height: 176, lean: -6 },
    { kind: 'daisy', x: 182, height: 78, lean: 5 },
    { kind: 'larkspur', x: 222, height: 248 },
    { kind: 'poppy', x: 262, height: 164, lean: -8 },
    { kind: 'cornflower', x: 298, height: 110, lean: 6 },
    { kind: 'larkspur', x: 338, height: 188 },
    { kind: 'daisy', x: 376, height: 124, lean: -5 },
    { kind: 'poppy', x: 408, height: 90, lean: 6 },
  ],
  { width: 440, height: 280 },
)

const main = html`
  <section class="hero">
    <div class="stack">
      <h1>A meadow for every window sill</h1>
      <p class="lede">Native wildflower seed, mixed by hand for pots, boxes and gardens. Sow it on a
        Sunday, forget it, and meet the bees in June.</p>
      <div class="actions">
        <a class="button" href="/pricing">Choose your seeds</a>
        <a class="button quiet" href="/signup">Open an account</a>
      </div>
    </div>
    ${picture}
  </section>
  <ul class="promises">
    <li><h2>Grown near you</h2><p class="muted">Every kind is native and comes from small growers that we know by
      first name.</p></li>
    <li><h2>Up in fourteen days</h2><p class="muted">Fresh seed of last summer. If nothing shows, you get your money
      back from your account, with one click.</p></li>
    <li><h2>Five dollars for a friend</h2><p class="muted">Each customer has a link to give away. When a friend buys,
      $5.00 is yours. <a href="/friends">Invite friends</a></p></li>
  </ul>`
