import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './app.js'

export const render = (props: { program: string; host: string }): string =>
  renderToString(h(App, props))
