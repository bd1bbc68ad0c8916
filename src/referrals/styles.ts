/**
 * Of the widget and of the popup. It takes font, colour and direction from the page; custom properties
 * and parts change the rest, see docs/referral-widgets.md.
 */
export const styles = `
:host {
  --_accent: var(--pollen-accent, #17603c);
  --_on-accent: var(--pollen-on-accent, #fff);
  --_line: var(--pollen-border, rgb(128 128 128 / 45%));
  --_radius: var(--pollen-radius, 8px);
  --_space: var(--pollen-space, 16px);
  --_bad: #b3261e;
  display: block;
  box-sizing: border-box;
  font: var(--pollen-font, inherit);
  color: var(--pollen-text, inherit);
  line-height: 1.5;
  text-align: start;
}
:host([hidden]) { display: none }
@supports (color: light-dark(#000, #fff)) {
  :host {
    --_accent: var(--pollen-accent, light-dark(#17603c, #8fd9ae));
    --_on-accent: var(--pollen-on-accent, light-dark(#fff, #06200f));
    --_bad: light-dark(#b3261e, #ffb4ab);
  }
}
* { box-sizing: inherit }
.root { display: grid; gap: var(--_space); min-width: 0; max-inline-size: var(--pollen-width, 40rem) }
h2, h3, p, ul, dl, dd, dt, fieldset { margin: 0; padding: 0; border: 0 }
h2 { font-size: 1.375em; line-height: 1.25 }
h3 { font-size: 1.0625em; line-height: 1.3; margin-block-end: 0.4em }
p, li, dt { unicode-bidi: plaintext; overflow-wrap: anywhere; word-break: auto-phrase }
ul { list-style: none }
label, .label { display: block; font-weight: 600; margin-block-end: 0.3em }
.row { display: flex; flex-wrap: wrap; gap: 8px }
input {
  flex: 1 1 14em; min-width: 0; min-height: 44px; padding: 8px 12px;
  font: inherit; color: inherit; background: transparent;
  border: 1px solid; border-color: var(--pollen-border, currentColor); border-radius: var(--_radius);
}
button, .share a {
  min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 600; cursor: pointer;
  display: inline-flex; align-items: center; justify-content: center; text-decoration: none;
  border: 1px solid var(--_accent); border-radius: var(--_radius);
  background: transparent; color: var(--_accent);
}
button.main { background: var(--_accent); color: var(--_on-accent) }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px }
button:hover, .share a:hover { text-decoration: underline }
[aria-busy=true] button.main { opacity: 0.6; cursor: progress }
.status { margin-block-start: 4px }
.status:empty { margin: 0 }
.figures { display: flex; flex-wrap: wrap; gap: 8px calc(var(--_space) * 2) }
.figures div { display: flex; flex-direction: column-reverse }
.figures dd { font-size: 1.5em; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums }
p + .list { margin-block-start: 8px }
.list li {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px;
  padding-block: 8px; border-block-start: 1px solid var(--_line);
}
.list li > :first-child { font-weight: 600; font-variant-numeric: tabular-nums }
.state-reversed > :first-child { text-decoration: line-through }
.bad { color: var(--_bad) }
dialog {
  inline-size: min(30rem, 100vw - 32px); max-block-size: calc(100dvh - 32px);
  padding: 24px; overflow: auto; border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.5);
  background: var(--pollen-background, Canvas); color: var(--pollen-text, CanvasText);
}
dialog::backdrop { background: rgb(0 0 0 / 45%) }
dialog .close { float: inline-end; margin: -8px; min-inline-size: 44px; padding: 8px; border-color: transparent; font-size: 1.25em; line-height: 1 }
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: pollen-in 180ms ease-out }
  @keyframes pollen-in { from { opacity: 0; transform: translateY(8px) } }
}
`
