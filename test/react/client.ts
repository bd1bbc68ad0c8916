import { createElement as h } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'

const root = document.getElementById('root') as HTMLElement
const { program = '', host = '' } = root.dataset
// A router that clears the query before anything else runs.
history.replaceState(null, '', '/')
hydrateRoot(root, h(App, { program, host }), {
  onRecoverableError: (error) => Reflect.set(window, 'hydrationError', String(error)),
})
