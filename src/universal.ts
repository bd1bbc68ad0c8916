// Read first: the landing URL, before a router of the page can rewrite it.
import './landing.js'
import { type Queue, takeOver } from './command-queue.js'
import { createCommands } from './commands.js'
import type { CreateScript } from './lib/load-script.js'
import { warnOnce } from './lib/warn-once.js'

const page = window as unknown as Record<string, unknown>

/** The name that the snippet gave to its stub. */
const name = (page.__partnerObject || 'po') as string

// An element with this id, or another library, has no queue.
const { q: queue, s: create } = (page[name] || {}) as { q?: Queue; s?: CreateScript }

if (queue) takeOver(queue, createCommands(create))
else warnOnce({ message: `${name} is not ours` })
