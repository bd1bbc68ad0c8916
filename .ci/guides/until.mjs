import assert from 'node:assert/strict'

/** Waits until a question has this answer; what it says last is told when it never has. */
export async function until(ask, expected) {
  const deadline = Date.now() + 15_000
  for (;;) {
    const answer = await ask().catch((error) => error)
    if (answer === expected) return
    assert.ok(Date.now() < deadline, `${answer} is not ${expected}: ${ask}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
