import { startPart } from '../start-part.js'
import { connectForms } from './connect-forms.js'

startPart('forms', connectForms)
