import { render } from 'preact'
import { applyTheme } from '../look/theme.js'
import { Portal } from './portal.js'

applyTheme()
render(<Portal />, document.getElementById('app') as HTMLElement)
