// Read first: the landing URL, before a router of the page can rewrite it.
import './landing.js'
import { type Queue, takeOver } from './command-queue.js'
import { createCommands } from './commands.js'
import { warnOnce } from './lib/warn-once.js'

const page = window as unknown as Record<string, unknown>

/** The name that the snippet gave to its stub. */
const name = (page.__partnerObject || 'po') as string

const stub = page[name] as (() => unknown) & { q?: Queue }

// An element with this id and other libraries are no functions with a queue.
if (typeof stub === 'function' && stub.q) takeOver(stub.q, createCommands())
else warnOnce(`window.${name} is not the snippet's`)
