const tasks: (() => void)[] = []

/** Runs what was put off, now, as the page is about to go away. */
export function runPutOff(): void {
  for (const task of tasks.splice(0)) task()
}

/** Puts a task off until the browser has had its turn, so that it is no part of the page's loading. */
export function later(task: () => void): void {
  if (tasks.push(task) < 2) setTimeout(runPutOff)
}
