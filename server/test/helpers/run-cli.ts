import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../bin/pollen-server.js', import.meta.url))

/** A run of `pollen-server` in a process of its own. */
export interface CliRun {
  /** Sends a signal; SIGTERM, if none is given. */
  kill(signal?: NodeJS.Signals): void
  /** Writes to standard input and ends it. */
  type(text: string): void
  /** Resolves with what standard output has once that matches `pattern`. */
  printed(pattern: RegExp): Promise<string>
  /** Resolves when the process has ended. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>
}

/** @param env Added to the environment, in which nothing of ours is set. */
export function runCli(args: string[], env: Record<string, string> = {}): CliRun {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended: CliRun['ended'] = new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => pattern.test(stdout) && resolve(stdout)
      child.stdout.on('data', check)
      ended.then(() => reject(new Error(`It ended without printing ${pattern}: ${stderr}`)))
      check()
    })
  return {
    kill: (signal) => child.kill(signal),
    type: (text) => child.stdin.end(text),
    printed,
    ended,
  }
}
