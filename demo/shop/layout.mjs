import { html } from './html.mjs'

/** @typedef {import('./html.mjs').Html} Html */

/**
 * What every page knows of the visit.
 * @typedef {object} Visit
 * @property {string} path
 * @property {Html} snippet The tracking snippet, for the head.
 * @property {import('./store.mjs').Account | undefined} account Who is logged in.
 */

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {Fragment} main
 * @property {Fragment} [head] Style sheets and scripts of this page alone.
 * @property {string} [wide] A class for pages with a layout of their own.
 */

/** @typedef {import('./html.mjs').Fragment} Fragment */

/**
 * A whole page of the shop.
 *
 * @param {Visit} visit
 * @param {Page} page
 * @returns {string}
 */
export const layout = ({ path, snippet, account }, { title, main, head }) =>
  html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Larkspur Seeds</title>
  <link rel="icon" href="/larkspur.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/shop.css">
  ${head}
  ${snippet}
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header class="site">
    <a class="brand" href="/">${sprig}<span>Larkspur</span></a>
    <nav aria-label="Shop">
      ${link('/pricing', 'Seeds', path)}
      ${link('/friends', 'Invite', path)}
      ${link('/journey', 'Journey', path)}
      ${account ? link('/account', 'Account', path) : link('/login', 'Log in', path)}
      ${!account && link('/signup', 'Sign up', path, 'button small')}
    </nav>
  </header>
  <main id="main" tabindex="-1">${main}</main>
  <footer class="site">
    <p class="fine-print">Larkspur is an invented shop: nothing is charged, nothing is sent. It shows how referrals
      travel, and <a href="/journey">the journey page</a> shows each request behind them.</p>
  </footer>
</body>
</html>
`.markup

/** @param {string} href @param {string} label @param {string} path @param {string} [style] */
const link = (href, label, path, style) =>
  html`<a href="${href}" ${style && html`class="${style}"`} ${path === href && html`aria-current="page"`}>${label}</a>`

const sprig = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <path d="M16 31C16 22 15 15 16 5" fill="none" stroke="var(--leaf-fill)" stroke-width="2" stroke-linecap="round"/>
  <path d="M16 27c5 0 8-2 9-7-5 0-8 2-9 7Z" fill="var(--leaf-fill)"/>
  <g fill="var(--larkspur)"><circle cx="16" cy="4" r="3"/><circle cx="11.5" cy="8.5" r="3.6"/>
  <circle cx="20.5" cy="10.5" r="4"/><circle cx="11" cy="16" r="4.4"/></g>
  <g fill="var(--daisy)"><circle cx="11.5" cy="8.5" r="1"/><circle cx="20.5" cy="10.5" r="1.1"/><circle cx="11" cy="16" r="1.2"/></g>
</svg>`
