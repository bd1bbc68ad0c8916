import { render } from 'preact'
import { applyTheme } from '../look/theme.js'
import { Dashboard } from './dashboard.js'

applyTheme()
render(<Dashboard />, document.getElementById('app') as HTMLElement)
