// Lays the pages that Vite has built into server/dist/web beside themselves in each encoding that the
// server answers in.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { writeCompressed } from './write-compressed.mjs'

const folder = new URL('../dist/web/', import.meta.url)

for (const name of readdirSync(folder, { recursive: true })) {
  const url = new URL(name.replaceAll('\\', '/'), folder)
  if (statSync(url).isFile()) writeCompressed(url, readFileSync(url))
}
