import { open, rename } from 'node:fs/promises'

/**
 * Replaces a file in one step: whoever reads it, and whatever fails, finds the old text or the new.
 * Not for two writers at once: they share the temporary file beside it.
 *
 * @param {string} path
 * @param {string} text
 */
export async function writeFileDurably(path, text) {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}
