import { startPart } from '../start-part.js'
import { connectLinks } from './connect-links.js'

startPart('links', connectLinks)
