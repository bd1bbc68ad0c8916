import { Presets, SingleBar } from 'cli-progress'
import type { OnProgress } from '../transfer/export-program.js'

/** Shows a bar while `work` runs, where somebody looks: on a terminal, beside what is printed. */
export async function withProgressBar<T>(work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  const bar = new SingleBar(
    { stream: process.stderr, noTTYOutput: false, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(1, 0)
  try {
    return await work((done, total) => {
      bar.setTotal(total)
      bar.update(done)
    })
  } finally {
    bar.stop()
  }
}
